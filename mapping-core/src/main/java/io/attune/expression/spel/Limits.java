package io.attune.expression.spel;

/** The bounds of a text and its tree. Source: expression-language 6; trust 1. */
public final class Limits {
  /** UTF-16 units of an expression. */
  public static final int TEXT_CHARS = 10_000;

  /** Brackets of any kind open at once. */
  public static final int NESTING = 24;

  /** Conditions waiting for their {@code :} at one bracket level. */
  public static final int PENDING_CONDITIONS = 8;

  /** Operators in all. */
  public static final int OPERATORS = 400;

  /** Unary operators in a row. */
  public static final int UNARY_RUN = 4;

  /** Nodes of the parsed tree. */
  public static final int NODES = 1_000;

  /**
   * Levels of our tree, where chains count once. Only a text that mixes all other bounds comes
   * near; what recurses over the tree then fits a 256 KiB stack.
   */
  public static final int DEPTH = 128;

  private Limits() {}
}
