package io.attune.expression;

import org.jspecify.annotations.Nullable;

/**
 * A compiled sub-expression. Besides {@link #value} it has typed entry points, so that what is
 * known to be an integer or a text is never boxed; each fails if the value is none.
 */
abstract class Node {
  /** Where failures of this node point, from 1, in code points. */
  final int column;

  /** What its value may be, null included. */
  final Kinds kinds;

  Node(int column, Kinds kinds) {
    this.column = column;
    this.kinds = kinds;
  }

  /** The value, or null. */
  abstract @Nullable Object value(Evaluator evaluator);

  /** The value as a text: a number or boolean is rendered as its literal; null stays null. */
  @Nullable String text(Evaluator evaluator) {
    Object value = value(evaluator);
    if (value instanceof String text) {
      return text;
    }
    return value == null ? null : Values.render(evaluator, column, value);
  }

  /** The value as an integer; null fails. */
  long integer(Evaluator evaluator) {
    Object value = value(evaluator);
    if (value instanceof Long integer) {
      return integer;
    }
    throw Values.wrongOperand(evaluator, column, "an integer", value);
  }

  /** The value as a number; an integer widens, null fails. */
  double number(Evaluator evaluator) {
    Object value = value(evaluator);
    if (value instanceof Double number) {
      return number;
    }
    if (value instanceof Long integer) {
      return integer;
    }
    throw Values.wrongOperand(evaluator, column, "a number", value);
  }

  /** The value as a boolean; null fails. */
  boolean flag(Evaluator evaluator) {
    Object value = value(evaluator);
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw Values.wrongOperand(evaluator, column, "a boolean", value);
  }

  /** Whether the value is the same for every input. */
  boolean isConstant() {
    return false;
  }
}
