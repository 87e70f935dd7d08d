package io.attune.expression.spel;

import java.util.List;

/**
 * The text as the parser wants it: an integer beyond 32 bits needs an {@code L} there, which our
 * language does not know. Places are translated back.
 *
 * @param text with the suffixes
 * @param literalEnds where one was put in, as offsets of the original
 */
record Suffixes(String text, List<Integer> literalEnds) {

  static Suffixes insert(String original, List<Integer> literalEnds) {
    if (literalEnds.isEmpty()) {
      return new Suffixes(original, literalEnds);
    }
    StringBuilder text = new StringBuilder(original.length() + literalEnds.size());
    int from = 0;
    for (int end : literalEnds) {
      text.append(original, from, end).append('L');
      from = end;
    }
    return new Suffixes(text.append(original, from, original.length()).toString(), literalEnds);
  }

  /** The offset in the original of an offset in {@link #text}. */
  int original(int offset) {
    int shift = 0;
    for (int end : literalEnds) {
      if (end + shift >= offset) {
        break;
      }
      shift++;
    }
    return offset - shift;
  }

  Place place(int start, int end) {
    int from = original(start);
    return new Place(from, Math.max(0, original(end) - from));
  }
}
