package io.attune.expression;

/**
 * Something to know about a value that was computed all the same.
 *
 * @param code stable
 * @param column where in the expression, from 1, in code points
 * @param message one line, lower case, no full stop; names places, never values
 */
public record EvaluationWarning(Code code, int column, String message) {

  /** What a warning of an evaluation says. */
  public enum Code {
    /** A null was joined to a text and counted as empty. */
    NULL_AS_EMPTY("a null was joined to a text and counted as the empty text"),
    /** A null element was left out of a list. */
    NULL_SKIPPED("a null element was left out of a list");

    private final String meaning;

    Code(String meaning) {
      this.meaning = meaning;
    }

    /** One sentence for the reference. */
    public String meaning() {
      return meaning;
    }
  }
}
