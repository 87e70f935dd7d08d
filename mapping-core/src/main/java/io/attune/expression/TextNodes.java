package io.attune.expression;

import io.attune.expression.spel.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code +} on texts. Source: expression-language 1, text. */
final class TextNodes {
  private TextNodes() {}

  /** One operand of a concatenation with what is said where it is null. */
  record Part(Node node, EvaluationWarning nullWarning) {}

  /** {@code a + b + …} of which one of the first two is a text: all of it is one text. */
  static final class Concatenation extends Node {
    private final Node[] nodes;
    private final EvaluationWarning[] nullWarnings;
    private final Node first;
    private final Node second;
    private final Node last;

    Concatenation(int column, List<Part> parts) {
      super(column, Kinds.TEXT);
      this.nodes = parts.stream().map(Part::node).toArray(Node[]::new);
      this.nullWarnings = parts.stream().map(Part::nullWarning).toArray(EvaluationWarning[]::new);
      this.first = nodes[0];
      this.second = nodes[1];
      this.last = nodes[nodes.length - 1];
    }

    @Override
    Object value(Evaluator evaluator) {
      return text(evaluator);
    }

    // Two and three parts compile to one exactly sized copy each, as hand-written Java does.
    @Override
    String text(Evaluator evaluator) {
      if (nodes.length > 3) {
        return many(evaluator);
      }
      String a = part(evaluator, first, 0);
      String b = part(evaluator, second, 1);
      if (nodes.length == 2) {
        room(evaluator, a.length() + b.length());
        return a.concat(b);
      }
      String c = part(evaluator, last, 2);
      room(evaluator, a.length() + b.length() + c.length());
      return a + b + c;
    }

    private String many(Evaluator evaluator) {
      String[] texts = new String[nodes.length];
      long length = 0;
      for (int index = 0; index < texts.length; index++) {
        String text = part(evaluator, nodes[index], index);
        length += text.length();
        texts[index] = text;
      }
      StringBuilder out = new StringBuilder(room(evaluator, length));
      for (String text : texts) {
        out.append(text);
      }
      return out.toString();
    }

    private String part(Evaluator evaluator, Node node, int index) {
      String text =
          node instanceof SlotNode slot
              ? slot.text(evaluator)
              : node instanceof ConstantNode constant
                  ? constant.text(evaluator)
                  : node.text(evaluator);
      if (text == null) {
        evaluator.warn(nullWarnings[index]);
        return "";
      }
      return text;
    }

    private int room(Evaluator evaluator, long length) {
      return evaluator.budget().text(evaluator, column, length);
    }
  }

  /** {@code a + b} of which the kinds show at run time. */
  static final class TextOrSum extends Node {
    private final Part left;
    private final Part right;

    TextOrSum(int column, Kinds kinds, Part left, Part right) {
      super(column, kinds);
      this.left = left;
      this.right = right;
    }

    @Override
    Object value(Evaluator evaluator) {
      Object a = left.node().value(evaluator);
      Object b = right.node().value(evaluator);
      if (a instanceof String || b instanceof String) {
        String x = render(evaluator, left, a);
        String y = render(evaluator, right, b);
        evaluator.budget().text(evaluator, column, (long) x.length() + y.length());
        return x.concat(y);
      }
      return ArithmeticNodes.values(
          evaluator, this, Operator.PLUS, left.node(), a, right.node(), b);
    }

    private static String render(Evaluator evaluator, Part part, @Nullable Object value) {
      if (value == null) {
        evaluator.warn(part.nullWarning());
        return "";
      }
      return Values.render(evaluator, part.node().column, value);
    }
  }
}
