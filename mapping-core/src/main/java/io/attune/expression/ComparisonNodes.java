package io.attune.expression;

import io.attune.expression.spel.Operator;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code == != < <= > >=}. Source: expression-language 1, comparison. */
final class ComparisonNodes {
  private ComparisonNodes() {}

  /** The node for operands of these kinds; which one decides only how fast it is. */
  static Node of(int column, Operator operator, Node left, Node right) {
    boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
    boolean integers = left.kinds.isOnly(Kind.INTEGER) && right.kinds.isOnly(Kind.INTEGER);
    boolean texts = left.kinds.isOnly(Kind.STRING) && right.kinds.isOnly(Kind.STRING);
    if (equality) {
      boolean negated = operator == Operator.NOT_EQUAL;
      if (right.kinds.isAlwaysNull() && right.isConstant()) {
        return new IsNull(column, negated, left);
      }
      if (texts && right instanceof ConstantNode constant && constant.constantText() != null) {
        return new EqualsText(
            column, negated, left, Objects.requireNonNull(constant.constantText()));
      }
      if (texts) {
        return new TextEquality(column, negated, left, right);
      }
      return new Equality(column, negated, left, right);
    }
    return integers
        ? new IntegerOrder(column, operator, left, right)
        : new Order(column, operator, left, right);
  }

  /** A node whose value is a boolean. */
  abstract static class FlagNode extends Node {
    FlagNode(int column) {
      super(column, Kinds.BOOLEAN);
    }

    @Override
    final Object value(Evaluator evaluator) {
      return flag(evaluator);
    }

    @Override
    abstract boolean flag(Evaluator evaluator);
  }

  private static final class IsNull extends FlagNode {
    private final boolean negated;
    private final Node operand;

    IsNull(int column, boolean negated, Node operand) {
      super(column);
      this.negated = negated;
      this.operand = operand;
    }

    @Override
    boolean flag(Evaluator evaluator) {
      return (operand.value(evaluator) == null) != negated;
    }
  }

  private static final class TextEquality extends FlagNode {
    private final boolean negated;
    private final Node left;
    private final Node right;

    TextEquality(int column, boolean negated, Node left, Node right) {
      super(column);
      this.negated = negated;
      this.left = left;
      this.right = right;
    }

    @Override
    boolean flag(Evaluator evaluator) {
      String a = left.text(evaluator);
      String b = right.text(evaluator);
      return (a == null ? b == null : a.equals(b)) != negated;
    }
  }

  /** {@code a == 'x'}. */
  private static final class EqualsText extends FlagNode {
    private final boolean negated;
    private final Node operand;
    private final String text;

    EqualsText(int column, boolean negated, Node operand, String text) {
      super(column);
      this.negated = negated;
      this.operand = operand;
      this.text = text;
    }

    @Override
    boolean flag(Evaluator evaluator) {
      return text.equals(operand.text(evaluator)) != negated;
    }
  }

  private static final class Equality extends FlagNode {
    private final boolean negated;
    private final Node left;
    private final Node right;

    Equality(int column, boolean negated, Node left, Node right) {
      super(column);
      this.negated = negated;
      this.left = left;
      this.right = right;
    }

    @Override
    boolean flag(Evaluator evaluator) {
      return Values.equal(left.value(evaluator), right.value(evaluator)) != negated;
    }
  }

  private static final class IntegerOrder extends FlagNode {
    private final int accepted;
    private final Node left;
    private final Node right;

    IntegerOrder(int column, Operator operator, Node left, Node right) {
      super(column);
      this.accepted = accepted(operator);
      this.left = left;
      this.right = right;
    }

    @Override
    boolean flag(Evaluator evaluator) {
      return holds(accepted, Long.compare(left.integer(evaluator), right.integer(evaluator)));
    }
  }

  private static final class Order extends FlagNode {
    private final int accepted;
    private final Node left;
    private final Node right;

    Order(int column, Operator operator, Node left, Node right) {
      super(column);
      this.accepted = accepted(operator);
      this.left = left;
      this.right = right;
    }

    @Override
    boolean flag(Evaluator evaluator) {
      Object a = left.value(evaluator);
      Object b = right.value(evaluator);
      if (a instanceof String x && b instanceof String y) {
        return holds(accepted, x.compareTo(y));
      }
      if (a instanceof Long x && b instanceof Long y) {
        return holds(accepted, Long.compare(x, y));
      }
      return holds(accepted, compare(evaluator, a, b));
    }

    private int compare(Evaluator evaluator, @Nullable Object a, @Nullable Object b) {
      if (a instanceof Double x && b instanceof Double y) {
        return x < y ? -1 : x > y ? 1 : 0;
      }
      if (a instanceof Long x && b instanceof Double y) {
        return Values.compare(x, y);
      }
      if (a instanceof Double x && b instanceof Long y) {
        return -Values.compare(y, x);
      }
      if (a instanceof OffsetDateTime x && b instanceof OffsetDateTime y) {
        return x.toInstant().compareTo(y.toInstant());
      }
      throw notOrdered(evaluator, a, b);
    }

    private Abort notOrdered(Evaluator evaluator, @Nullable Object a, @Nullable Object b) {
      if (a == null || b == null) {
        int place = a == null ? left.column : right.column;
        return evaluator.fail(
            FailureCode.NULL_OPERAND, place, "null is neither smaller nor greater than a value");
      }
      return evaluator.fail(
          FailureCode.WRONG_KIND,
          column,
          "there is no order between "
              + Values.article(Kind.of(a).label())
              + " and "
              + Values.article(Kind.of(b).label()));
    }
  }

  /** The comparisons that an operator takes for true: bit 0 smaller, 1 equal, 2 greater. */
  private static int accepted(Operator operator) {
    return switch (operator) {
      case LESS -> 0b001;
      case LESS_OR_EQUAL -> 0b011;
      case GREATER -> 0b100;
      default -> 0b110;
    };
  }

  private static boolean holds(int accepted, int comparison) {
    return (accepted >> (Integer.signum(comparison) + 1) & 1) != 0;
  }
}
