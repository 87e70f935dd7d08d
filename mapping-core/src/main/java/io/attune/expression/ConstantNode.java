package io.attune.expression;

import org.jspecify.annotations.Nullable;

/** A value known when the expression is compiled. */
final class ConstantNode extends Node {
  private final @Nullable Object value;
  private final @Nullable String text;
  private final long integer;

  ConstantNode(int column, @Nullable Object value) {
    super(column, Kinds.of(Kind.of(value)));
    this.value = value;
    this.integer = value instanceof Long constant ? constant : 0;
    this.text =
        value instanceof String constant
            ? constant
            : value instanceof Long || value instanceof Boolean
                ? value.toString()
                : value instanceof Double number ? ShortestDecimal.of(number) : null;
  }

  @Override
  @Nullable Object value(Evaluator evaluator) {
    return value;
  }

  @Override
  @Nullable String text(Evaluator evaluator) {
    return text != null || value == null ? text : super.text(evaluator);
  }

  /** The value if it is a text; null if it is none. */
  @Nullable String constantText() {
    return value instanceof String ? text : null;
  }

  @Override
  long integer(Evaluator evaluator) {
    return value instanceof Long ? integer : super.integer(evaluator);
  }

  @Override
  boolean isConstant() {
    return true;
  }
}
