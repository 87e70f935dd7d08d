package io.attune.expression.spel;

/** Counts operators, and signs or negations in a row: the parser recurses on those. */
final class Operators {
  private final Refusals refusals;
  private int count;
  private int unaryRun;
  private boolean operandBefore;
  private boolean dotBefore;

  Operators(Refusals refusals) {
    this.refusals = refusals;
  }

  /** Whether a sign here joins two operands. */
  boolean isOperandBefore() {
    return operandBefore;
  }

  /** Whether a word here is the name of a member, even one such as {@code and}. */
  boolean isDotBefore() {
    return dotBefore;
  }

  void operator(int offset, int length, boolean unary) {
    operandBefore = false;
    dotBefore = false;
    unaryRun = unary ? unaryRun + 1 : 0;
    if (++count > Limits.OPERATORS) {
      refusals.add(
          SyntaxFault.TOO_MANY_OPERATORS,
          offset,
          length,
          "the expression has more than " + Limits.OPERATORS + " operators",
          "");
    } else if (unaryRun > Limits.UNARY_RUN) {
      refusals.add(
          SyntaxFault.NESTING_TOO_DEEP,
          offset,
          length,
          "more than " + Limits.UNARY_RUN + " signs or negations in a row",
          "");
    }
  }

  /** A literal, a name or a closing bracket. */
  void operand() {
    between(true, false);
  }

  /** What begins a new operand: an opening bracket, a comma. */
  void separator() {
    between(false, false);
  }

  void dot() {
    dotBefore = true;
  }

  private void between(boolean operand, boolean dot) {
    operandBefore = operand;
    dotBefore = dot;
    unaryRun = 0;
  }
}
