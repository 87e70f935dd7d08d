package io.attune.expression.spel;

import java.util.ArrayDeque;
import java.util.Deque;

/** Which brackets are open, and how many conditions wait for their {@code :} in each. */
final class Brackets {
  private static final char NONE = ' ';

  private final Refusals refusals;
  private final Deque<Level> outer = new ArrayDeque<>();
  private Level level = new Level(NONE, 0);

  private static final class Level {
    final char opener;
    final int offset;
    int pending;

    Level(char opener, int offset) {
      this.opener = opener;
      this.offset = offset;
    }
  }

  Brackets(Refusals refusals) {
    this.refusals = refusals;
  }

  void open(char opener, int offset) {
    outer.push(level);
    level = new Level(opener, offset);
    if (outer.size() > Limits.NESTING) {
      refusals.add(
          SyntaxFault.NESTING_TOO_DEEP,
          offset,
          1,
          "more than " + Limits.NESTING + " brackets are open here",
          "");
    }
  }

  void close(char closer, int offset) {
    char opener = closer == ')' ? '(' : closer == ']' ? '[' : '{';
    if (level.opener == opener) {
      level = outer.pop();
      return;
    }
    String message =
        level.opener == NONE
            ? "`" + closer + "` closes nothing"
            : "`" + closer + "` stands where `" + level.opener + "` must be closed";
    refusals.add(SyntaxFault.UNBALANCED_BRACKET, offset, 1, message, "");
  }

  /** A {@code ?} that waits for its {@code :}. */
  void condition(int offset) {
    if (++level.pending > Limits.PENDING_CONDITIONS) {
      refusals.add(
          SyntaxFault.TOO_MANY_CONDITIONS,
          offset,
          1,
          "more than " + Limits.PENDING_CONDITIONS + " conditions wait for their `:` here",
          "a ladder `a ? b : c ? d : e` may be longer");
    }
  }

  /** A {@code :}, of a condition if one waits, else of a map. */
  void colon() {
    if (level.pending > 0) {
      level.pending--;
    }
  }

  /** The text ends here. */
  void end() {
    if (level.opener != NONE) {
      refusals.add(
          SyntaxFault.UNBALANCED_BRACKET,
          level.offset,
          1,
          "`" + level.opener + "` is never closed",
          "");
    }
  }
}
