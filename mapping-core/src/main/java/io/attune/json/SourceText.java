package io.attune.json;

import java.util.Arrays;

/** A text and the places in it. */
final class SourceText {
  private final String text;
  private final int[] lineStarts;

  SourceText(String text) {
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int index = 0; index < text.length(); index++) {
      char unit = text.charAt(index);
      boolean ends = unit == '\n' || (unit == '\r' && !text.startsWith("\n", index + 1));
      if (ends) {
        starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
        starts[count++] = index + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  String text() {
    return text;
  }

  /** The place of a UTF-16 offset; the end of the text for one beyond it. */
  Place place(long offset) {
    int at = (int) Math.max(0, Math.min(offset, text.length()));
    int found = Arrays.binarySearch(lineStarts, at);
    int line = found >= 0 ? found : -found - 2;
    return new Place(line + 1, text.codePointCount(lineStarts[line], at) + 1);
  }

  /**
   * The offset of a code point within a string as its value counts them, escapes before it
   * accounted for.
   *
   * @param quote offset of the opening quote
   * @param column from 1, in code points of the value
   */
  int within(int quote, int column) {
    int at = quote + 1;
    for (int passed = 1;
        passed < column && at < text.length() && text.charAt(at) != '"';
        passed++) {
      int first = at;
      at = afterUnit(at);
      if (isHigh(first) && isLow(at)) {
        at = afterUnit(at);
      }
    }
    return at;
  }

  private int afterUnit(int at) {
    if (text.charAt(at) != '\\') {
      return at + 1;
    }
    return Math.min(text.length(), text.startsWith("u", at + 1) ? at + 6 : at + 2);
  }

  private boolean isHigh(int at) {
    return Character.isHighSurrogate(unit(at));
  }

  private boolean isLow(int at) {
    return Character.isLowSurrogate(unit(at));
  }

  /** The UTF-16 unit that stands at an offset, written out or as an escape. */
  private char unit(int at) {
    if (at >= text.length()) {
      return '"';
    }
    boolean escaped = text.startsWith("\\u", at) && at + 6 <= text.length();
    return escaped ? (char) Integer.parseInt(text, at + 2, at + 6, 16) : text.charAt(at);
  }
}
