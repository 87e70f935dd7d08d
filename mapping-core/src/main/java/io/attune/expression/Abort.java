package io.attune.expression;

/**
 * Ends an evaluation whose failure the {@link Evaluator} holds. One for each evaluator, no stack
 * trace, never seen outside this package.
 */
final class Abort extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Abort() {
    super("an evaluation ended without a value", null, false, false);
  }
}
