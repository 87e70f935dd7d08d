package io.attune.expression;

/**
 * One thing to say about an expression's text. Source: expression-language 5.
 *
 * @param code stable; what it means stands at {@link IssueCode}
 * @param severity whether it refuses the expression
 * @param column where, from 1, in code points
 * @param text the offending text as the author wrote it; empty at the end of the expression
 * @param message one line, lower case, no full stop
 * @param hint what to write instead; empty where there is nothing to say
 */
public record Issue(
    IssueCode code, Severity severity, int column, String text, String message, String hint) {

  /** Whether an issue refuses the expression. */
  public enum Severity {
    ERROR("error"),
    WARNING("warning");

    private final String label;

    Severity(String label) {
      this.label = label;
    }

    /** The severity as messages write it. */
    public String label() {
      return label;
    }
  }

  /** Whether this refuses the expression. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /**
   * The issue with the expression and a caret under its place.
   *
   * <pre>
   * 1:6: error: user has no attribute `logn`
   *  hint: closest is `login`
   *  | user.logn
   *  | .....^
   * </pre>
   *
   * @param expression the whole text that was compiled
   */
  public String render(String expression) {
    StringBuilder out = new StringBuilder();
    out.append("1:").append(column).append(": ").append(severity.label()).append(": ");
    out.append(message).append('\n');
    if (!hint.isEmpty()) {
      out.append(" hint: ").append(hint).append('\n');
    }
    return out.append(caret(expression)).toString();
  }

  /** The two last lines of {@link #render}: the expression, and the carets under the place. */
  public String caret(String expression) {
    return Caret.under(expression, column, text.codePointCount(0, text.length()));
  }
}
