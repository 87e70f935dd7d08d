package io.attune.expression;

import io.attune.expression.spel.Operator;
import org.jspecify.annotations.Nullable;

/** {@code + - * / %} on numbers. Source: expression-language 1, arithmetic. */
final class ArithmeticNodes {
  private ArithmeticNodes() {}

  /** The node for operands of these kinds; which of the three decides only how fast it is. */
  static Node of(int column, Operator operator, Node left, Node right) {
    if (left.kinds.isOnly(Kind.INTEGER) && right.kinds.isOnly(Kind.INTEGER)) {
      return new OfIntegers(column, operator, left, right);
    }
    boolean numbers =
        left.kinds.notNull().within(Kinds.NUMERIC) && right.kinds.notNull().within(Kinds.NUMERIC);
    if (numbers && (left.kinds.isOnly(Kind.NUMBER) || right.kinds.isOnly(Kind.NUMBER))) {
      return new OfNumbers(column, operator, left, right);
    }
    return new OfEither(column, operator, left, right);
  }

  /** Both operands are integers. */
  private static final class OfIntegers extends Node {
    private final Operator operator;
    private final Node left;
    private final Node right;

    OfIntegers(int column, Operator operator, Node left, Node right) {
      super(column, Kinds.INTEGER);
      this.operator = operator;
      this.left = left;
      this.right = right;
    }

    @Override
    Object value(Evaluator evaluator) {
      return integer(evaluator);
    }

    @Override
    long integer(Evaluator evaluator) {
      return integers(
          evaluator, column, operator, left.integer(evaluator), right.integer(evaluator));
    }

    @Override
    double number(Evaluator evaluator) {
      return integer(evaluator);
    }
  }

  /** At least one operand is a number. */
  private static final class OfNumbers extends Node {
    private final Operator operator;
    private final Node left;
    private final Node right;

    OfNumbers(int column, Operator operator, Node left, Node right) {
      super(column, Kinds.NUMBER);
      this.operator = operator;
      this.left = left;
      this.right = right;
    }

    @Override
    Object value(Evaluator evaluator) {
      return number(evaluator);
    }

    @Override
    double number(Evaluator evaluator) {
      return numbers(evaluator, column, operator, left.number(evaluator), right.number(evaluator));
    }
  }

  /** The kinds show at run time. */
  private static final class OfEither extends Node {
    private final Operator operator;
    private final Node left;
    private final Node right;

    OfEither(int column, Operator operator, Node left, Node right) {
      super(column, Kinds.NUMERIC);
      this.operator = operator;
      this.left = left;
      this.right = right;
    }

    @Override
    Object value(Evaluator evaluator) {
      Object a = left.value(evaluator);
      Object b = right.value(evaluator);
      return values(evaluator, this, operator, left, a, right, b);
    }
  }

  static Object values(
      Evaluator evaluator,
      Node node,
      Operator operator,
      Node left,
      @Nullable Object a,
      Node right,
      @Nullable Object b) {
    if (!(a instanceof Long) && !(a instanceof Double)) {
      throw Values.wrongOperand(evaluator, left.column, "a number", a);
    }
    if (!(b instanceof Long) && !(b instanceof Double)) {
      throw Values.wrongOperand(evaluator, right.column, "a number", b);
    }
    if (a instanceof Long x && b instanceof Long y) {
      return integers(evaluator, node.column, operator, x, y);
    }
    double x = ((Number) a).doubleValue();
    double y = ((Number) b).doubleValue();
    return numbers(evaluator, node.column, operator, x, y);
  }

  static long integers(Evaluator evaluator, int column, Operator operator, long a, long b) {
    switch (operator) {
      case PLUS -> {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) >= 0) {
          return sum;
        }
      }
      case MINUS -> {
        long difference = a - b;
        if (((a ^ b) & (a ^ difference)) >= 0) {
          return difference;
        }
      }
      case TIMES -> {
        long product = a * b;
        if (Math.multiplyHigh(a, b) == product >> 63) {
          return product;
        }
      }
      default -> {
        if (b == 0) {
          throw byZero(evaluator, column);
        }
        if (operator == Operator.REMAINDER) {
          return a % b;
        }
        if (a != Long.MIN_VALUE || b != -1) {
          return a / b;
        }
      }
    }
    throw overflow(evaluator, column);
  }

  private static double numbers(
      Evaluator evaluator, int column, Operator operator, double a, double b) {
    double result;
    switch (operator) {
      case PLUS -> result = a + b;
      case MINUS -> result = a - b;
      case TIMES -> result = a * b;
      default -> {
        if (b == 0) {
          throw byZero(evaluator, column);
        }
        result = operator == Operator.REMAINDER ? a % b : a / b;
      }
    }
    if (Double.isFinite(result)) {
      return result;
    }
    throw overflow(evaluator, column);
  }

  static Abort overflow(Evaluator evaluator, int column) {
    return evaluator.fail(FailureCode.OVERFLOW, column, "the result has no place in 64 bits");
  }

  private static Abort byZero(Evaluator evaluator, int column) {
    return evaluator.fail(FailureCode.DIVISION_BY_ZERO, column, "the right side is zero");
  }

  /** {@code -operand} or {@code +operand}. */
  static final class Sign extends Node {
    private final boolean minus;
    private final Node operand;

    Sign(int column, boolean minus, Node operand) {
      super(column, operand.kinds.and(Kinds.NUMERIC));
      this.minus = minus;
      this.operand = operand;
    }

    @Override
    Object value(Evaluator evaluator) {
      Object value = operand.value(evaluator);
      if (value instanceof Long integer) {
        return signed(evaluator, integer);
      }
      if (value instanceof Double number) {
        return minus ? -number : number;
      }
      throw Values.wrongOperand(evaluator, operand.column, "a number", value);
    }

    @Override
    long integer(Evaluator evaluator) {
      return signed(evaluator, operand.integer(evaluator));
    }

    private long signed(Evaluator evaluator, long integer) {
      if (minus && integer == Long.MIN_VALUE) {
        throw overflow(evaluator, column);
      }
      return minus ? -integer : integer;
    }
  }
}
