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

    Concatenation(int column, List<Part> parts) {
      super(column, Kinds.TEXT);
      this.nodes = parts.stream().map(Part::node).toArray(Node[]::new);
      this.nullWarnings = parts.stream().map(Part::nullWarning).toArray(EvaluationWarning[]::new);
    }

    @Override
    Object value(Evaluator evaluator) {
      return text(evaluator);
    }

    // The fixed arities compile to one exactly sized copy each, as hand-written Java does.
    @Override
    String text(Evaluator evaluator) {
      switch (nodes.length) {
        case 2 -> {
          String a = part(evaluator, 0);
          String b = part(evaluator, 1);
          room(evaluator, a.length() + b.length());
          return a.concat(b);
        }
        case 3 -> {
          String a = part(evaluator, 0);
          String b = part(evaluator, 1);
          String c = part(evaluator, 2);
          room(evaluator, a.length() + b.length() + c.length());
          return a + b + c;
        }
        case 4 -> {
          String a = part(evaluator, 0);
          String b = part(evaluator, 1);
          String c = part(evaluator, 2);
          String d = part(evaluator, 3);
          room(evaluator, a.length() + b.length() + c.length() + d.length());
          return a + b + c + d;
        }
        default -> {
          return many(evaluator);
        }
      }
    }

    private String many(Evaluator evaluator) {
      String[] texts = new String[nodes.length];
      long length = 0;
      for (int index = 0; index < texts.length; index++) {
        String text = part(evaluator, index);
        length += text.length();
        texts[index] = text;
      }
      StringBuilder out = new StringBuilder(room(evaluator, length));
      for (String text : texts) {
        out.append(text);
      }
      return out.toString();
    }

    private String part(Evaluator evaluator, int index) {
      String text = nodes[index].text(evaluator);
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
