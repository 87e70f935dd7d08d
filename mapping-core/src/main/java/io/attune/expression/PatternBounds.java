package io.attune.expression;

/** Whether a pattern outside of an expression keeps the bounds of those inside. */
public final class PatternBounds {
  private PatternBounds() {}

  /** Why a pattern may not run, in words to follow its name; empty if it may. */
  public static String refusal(String pattern) {
    return RegexGate.check(pattern) instanceof RegexGate.Refused refused ? refused.message() : "";
  }
}
