package io.attune.expression;

/**
 * Why an expression has no value for one person. It names places and kinds, never a value. Source:
 * expression-language 5.
 *
 * @param code stable; what it means stands at {@link FailureCode}
 * @param column where in the expression, from 1, in code points
 * @param message one line, lower case, no full stop
 */
public record EvaluationFailure(FailureCode code, int column, String message) {}
