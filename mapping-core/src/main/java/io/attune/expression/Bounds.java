package io.attune.expression;

/** The bounds of an evaluation. Source: expression-language 6; trust 3. */
final class Bounds {
  /** UTF-16 units of any text an expression makes. */
  static final int TEXT_CHARS = 65_536;

  /** Elements of any list an expression makes. */
  static final int LIST_ELEMENTS = 10_000;

  /** UTF-16 units of all texts that one evaluation makes, so that it allocates at most 1 MiB. */
  static final int ALL_TEXT_CHARS = 262_144;

  /** Elements of all lists that one evaluation makes. */
  static final int ALL_LIST_ELEMENTS = 40_000;

  /** Steps of one evaluation: characters looked at, times instructions where a pattern runs. */
  static final long STEPS = 50_000_000;

  /** UTF-16 units of a pattern. */
  static final int PATTERN_CHARS = 200;

  /** UTF-16 units of what a pattern is matched against. */
  static final int PATTERN_INPUT_CHARS = 4_096;

  /** Warnings of one evaluation that are kept. */
  static final int WARNINGS = 100;

  private Bounds() {}
}
