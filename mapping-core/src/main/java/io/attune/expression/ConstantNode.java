package io.attune.expression;

import org.jspecify.annotations.Nullable;

/** A value known when the expression is compiled. */
final class ConstantNode extends Node {
  private final @Nullable Object value;
  private final @Nullable String text;

  ConstantNode(int column, @Nullable Object value) {
    super(column, Kinds.of(Kind.of(value)));
    this.value = value;
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

  @Override
  boolean isConstant() {
    return true;
  }
}
