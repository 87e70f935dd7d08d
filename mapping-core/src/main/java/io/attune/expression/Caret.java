package io.attune.expression;

/** Draws where in a line something stands; a long line is cut to a window around the place. */
final class Caret {
  private static final int WINDOW = 96;

  private Caret() {}

  /**
   * Two lines, each behind a bar: the text and dots up to a caret.
   *
   * @param column from 1, in code points
   * @param width how many code points the carets underline, at least one is drawn
   */
  static String under(String line, int column, int width) {
    int[] points = line.codePoints().map(point -> point < ' ' ? ' ' : point).toArray();
    int first = points.length <= WINDOW ? 0 : Math.max(0, column - 1 - WINDOW / 2);
    int last = Math.min(points.length, first + WINDOW);
    StringBuilder out = new StringBuilder(" | ");
    out.append(first > 0 ? "…" : "");
    out.append(new String(points, first, last - first));
    out.append(last < points.length ? "…" : "").append("\n | ");
    out.append(".".repeat(column - 1 - first + (first > 0 ? 1 : 0)));
    int room = Math.max(1, last - (column - 1));
    return out.append("^".repeat(Math.max(1, Math.min(width, room)))).toString();
  }
}
