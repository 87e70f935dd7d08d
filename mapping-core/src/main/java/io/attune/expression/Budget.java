package io.attune.expression;

/** What one evaluation has used of the bounds that count over all its parts. */
final class Budget {
  private int chars;
  private int elements;
  private long steps;

  void reset() {
    chars = 0;
    elements = 0;
    steps = 0;
  }

  /**
   * Takes room for a text before it is built.
   *
   * @throws Abort if it is too long by itself or with all others
   */
  int text(Evaluator evaluator, int column, long length) {
    if (length > Bounds.TEXT_CHARS) {
      throw evaluator.fail(
          FailureCode.TEXT_TOO_LONG,
          column,
          "the text would have more than " + Bounds.TEXT_CHARS + " characters");
    }
    chars += (int) length;
    if (chars > Bounds.ALL_TEXT_CHARS) {
      throw tooCostly(evaluator, column);
    }
    return (int) length;
  }

  /**
   * Takes room for a list before it is built.
   *
   * @throws Abort if it is too long by itself or with all others
   */
  int list(Evaluator evaluator, int column, long size) {
    if (size > Bounds.LIST_ELEMENTS) {
      throw evaluator.fail(
          FailureCode.LIST_TOO_LONG,
          column,
          "the array would have more than " + Bounds.LIST_ELEMENTS + " elements");
    }
    elements += (int) size;
    if (elements > Bounds.ALL_LIST_ELEMENTS) {
      throw tooCostly(evaluator, column);
    }
    return (int) size;
  }

  /**
   * Counts work that makes nothing.
   *
   * @throws Abort if it is too much
   */
  void steps(Evaluator evaluator, int column, long count) {
    steps += count;
    if (steps > Bounds.STEPS) {
      throw tooCostly(evaluator, column);
    }
  }

  /** The steps counted so far, for the proof that they stay within {@link Bounds#STEPS}. */
  long stepsTaken() {
    return steps;
  }

  private static Abort tooCostly(Evaluator evaluator, int column) {
    return evaluator.fail(
        FailureCode.TOO_COSTLY, column, "the expression makes more than one evaluation may");
  }
}
