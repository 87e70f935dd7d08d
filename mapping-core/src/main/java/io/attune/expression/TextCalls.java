package io.attune.expression;

import io.attune.expression.FunctionNode.Receiver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls of functions of one, two or three texts: most calls of most mappings. Their arguments reach
 * the body without the stack of {@link Arguments}.
 */
final class TextCalls {
  private TextCalls() {}

  /** {@code f(text)}. */
  static final class OfOne extends FunctionNode {
    private final Function.OfText body;
    private final Argument text;

    OfOne(
        int column, Function function, List<Node> nodes, Receiver receiver, Function.OfText body) {
      super(column, function, nodes, receiver);
      this.body = body;
      this.text = arguments[0];
    }

    @Override
    @Nullable Object value(Evaluator evaluator) {
      String a = text.text(evaluator);
      if (a == null && !text.nullable) {
        return ofNull(evaluator, 0);
      }
      return body.call(ready(evaluator), a);
    }
  }

  /** {@code f(text, part)}; only the first may be null. */
  static final class OfTwo extends FunctionNode {
    private final Function.OfTwoTexts body;
    private final Argument text;
    private final Argument part;

    OfTwo(
        int column,
        Function function,
        List<Node> nodes,
        Receiver receiver,
        Function.OfTwoTexts body) {
      super(column, function, nodes, receiver);
      this.body = body;
      this.text = arguments[0];
      this.part = arguments[1];
    }

    @Override
    @Nullable Object value(Evaluator evaluator) {
      String a = text.text(evaluator);
      if (a == null && !text.nullable) {
        return ofNull(evaluator, 0);
      }
      String b = part.text(evaluator);
      return b == null ? ofNull(evaluator, 1) : body.call(ready(evaluator), a, b);
    }
  }

  /** {@code f(text, match, with)}. */
  static final class OfThree extends FunctionNode {
    private final Function.OfThreeTexts body;
    private final Argument text;
    private final Argument match;
    private final Argument with;

    OfThree(
        int column,
        Function function,
        List<Node> nodes,
        Receiver receiver,
        Function.OfThreeTexts body) {
      super(column, function, nodes, receiver);
      this.body = body;
      this.text = arguments[0];
      this.match = arguments[1];
      this.with = arguments[2];
    }

    @Override
    @Nullable Object value(Evaluator evaluator) {
      String a = text.text(evaluator);
      if (a == null) {
        return ofNull(evaluator, 0);
      }
      String b = match.text(evaluator);
      if (b == null) {
        return ofNull(evaluator, 1);
      }
      String c = with.text(evaluator);
      return c == null ? ofNull(evaluator, 2) : body.call(ready(evaluator), a, b, c);
    }
  }

  /** {@code f(text, from)} or {@code f(text, from, to)}. */
  static final class OfRange extends FunctionNode {
    private final Function.OfRange body;
    private final Argument text;
    private final Argument from;
    private final @Nullable Argument to;

    OfRange(
        int column, Function function, List<Node> nodes, Receiver receiver, Function.OfRange body) {
      super(column, function, nodes, receiver);
      this.body = body;
      this.text = arguments[0];
      this.from = arguments[1];
      this.to = arguments.length > 2 ? arguments[2] : null;
    }

    @Override
    @Nullable Object value(Evaluator evaluator) {
      String a = text.text(evaluator);
      if (a == null) {
        return ofNull(evaluator, 0);
      }
      Long first = from.integer(evaluator);
      if (first == null) {
        return ofNull(evaluator, 1);
      }
      if (to == null) {
        return body.call(ready(evaluator), a, first, a.length());
      }
      Long end = to.integer(evaluator);
      return end == null ? ofNull(evaluator, 2) : body.call(ready(evaluator), a, first, end);
    }
  }
}
