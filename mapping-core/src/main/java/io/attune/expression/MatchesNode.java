package io.attune.expression;

import com.google.re2j.Pattern;
import io.attune.expression.ComparisonNodes.FlagNode;
import org.jspecify.annotations.Nullable;

/** {@code text matches pattern}, over the whole text. Source: expression-language 1, regex. */
final class MatchesNode extends FlagNode {
  private final Node subject;
  private final Node pattern;
  private final RegexGate.@Nullable Checked constant;

  MatchesNode(int column, Node subject, Node pattern, RegexGate.@Nullable Checked constant) {
    super(column);
    this.subject = subject;
    this.pattern = pattern;
    this.constant = constant;
  }

  @Override
  boolean flag(Evaluator evaluator) {
    String text = subject.text(evaluator);
    if (text == null) {
      throw Values.wrongOperand(evaluator, subject.column, "a text", null);
    }
    if (constant != null) {
      return matches(evaluator, column, constant, text);
    }
    String patternText = pattern.text(evaluator);
    if (patternText == null) {
      throw Values.wrongOperand(evaluator, pattern.column, "a pattern", null);
    }
    return matches(evaluator, pattern.column, evaluator.memo().pattern(patternText), text);
  }

  /** Whether a pattern that passed the gate matches the whole of a text. */
  static boolean matches(Evaluator evaluator, int column, RegexGate.Checked checked, String text) {
    if (checked instanceof RegexGate.Refused refused) {
      throw evaluator.fail(FailureCode.INVALID_REGEX, column, refused.message());
    }
    if (text.length() > Bounds.PATTERN_INPUT_CHARS) {
      throw evaluator.fail(
          FailureCode.INPUT_TOO_LONG,
          column,
          "the text has more than " + Bounds.PATTERN_INPUT_CHARS + " characters");
    }
    Pattern pattern = ((RegexGate.Accepted) checked).pattern();
    long size = ((RegexGate.Accepted) checked).size();
    evaluator.budget().steps(evaluator, column, (text.length() + 1) * size);
    return pattern.matches(text);
  }
}
