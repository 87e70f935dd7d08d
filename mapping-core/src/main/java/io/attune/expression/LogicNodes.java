package io.attune.expression;

import io.attune.expression.ComparisonNodes.FlagNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Logic and conditions. Source: expression-language 1, logic and condition. */
final class LogicNodes {
  private LogicNodes() {}

  /** {@code a AND b AND …}, from left to right until one decides; or the same with OR. */
  static final class Connective extends FlagNode {
    private final boolean decisive;
    private final Node[] operands;

    /**
     * @param decisive the operand's value that ends it: false for AND, true for OR
     */
    Connective(int column, boolean decisive, List<Node> operands) {
      super(column);
      this.decisive = decisive;
      this.operands = operands.toArray(Node[]::new);
    }

    @Override
    boolean flag(Evaluator evaluator) {
      for (Node operand : operands) {
        if (operand.flag(evaluator) == decisive) {
          return decisive;
        }
      }
      return !decisive;
    }
  }

  /** {@code NOT a}. */
  static final class Not extends FlagNode {
    private final Node operand;

    Not(int column, Node operand) {
      super(column);
      this.operand = operand;
    }

    @Override
    boolean flag(Evaluator evaluator) {
      return !operand.flag(evaluator);
    }
  }

  /** {@code c1 ? v1 : c2 ? v2 : otherwise}. */
  static final class Choice extends Node {
    private final Node[] conditions;
    private final Node[] branches;
    private final Node condition;
    private final Node then;

    /**
     * @param branches one more than there are conditions; the last holds if no condition does
     */
    Choice(int column, List<Node> conditions, List<Node> branches) {
      super(column, branches.stream().map(node -> node.kinds).reduce(Kinds.NONE, Kinds::or));
      this.conditions = conditions.toArray(Node[]::new);
      this.branches = branches.toArray(Node[]::new);
      this.condition = this.conditions[0];
      this.then = this.branches[0];
    }

    private Node chosen(Evaluator evaluator) {
      if (condition.flag(evaluator)) {
        return then;
      }
      for (int index = 1; index < conditions.length; index++) {
        if (conditions[index].flag(evaluator)) {
          return branches[index];
        }
      }
      return branches[conditions.length];
    }

    @Override
    @Nullable Object value(Evaluator evaluator) {
      return chosen(evaluator).value(evaluator);
    }

    @Override
    @Nullable String text(Evaluator evaluator) {
      return chosen(evaluator).text(evaluator);
    }

    @Override
    long integer(Evaluator evaluator) {
      return chosen(evaluator).integer(evaluator);
    }

    @Override
    double number(Evaluator evaluator) {
      return chosen(evaluator).number(evaluator);
    }

    @Override
    boolean flag(Evaluator evaluator) {
      return chosen(evaluator).flag(evaluator);
    }
  }

  /** {@code a ?: b ?: c}. */
  static final class FirstOf extends Node {
    private final Node[] options;

    FirstOf(int column, Kinds kinds, List<Node> options) {
      super(column, kinds);
      this.options = options.toArray(Node[]::new);
    }

    @Override
    @Nullable Object value(Evaluator evaluator) {
      for (int index = 0; index < options.length - 1; index++) {
        Object value = options[index].value(evaluator);
        if (value != null && !(value instanceof String text && text.isEmpty())) {
          return value;
        }
      }
      return options[options.length - 1].value(evaluator);
    }

    @Override
    @Nullable String text(Evaluator evaluator) {
      for (int index = 0; index < options.length - 1; index++) {
        String text = options[index].text(evaluator);
        if (text != null && !text.isEmpty()) {
          return text;
        }
      }
      return options[options.length - 1].text(evaluator);
    }
  }
}
