package io.attune.scim;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that lines of JSON have in common: all but some strings. A line that has the same bytes
 * between as many plain strings is the same tokens with other values, so it needs no parser. For
 * use by one thread.
 */
public final class LineShape {
  private final byte[][] between;
  private final RecentTexts[] texts;

  private LineShape(byte[][] between) {
    this.between = between;
    this.texts = new RecentTexts[between.length - 1];
    Arrays.setAll(texts, string -> new RecentTexts());
  }

  /**
   * The shape of a line.
   *
   * @param line well-formed JSON
   * @param starts the offsets of the opening quotes of those strings that may be others, ascending
   */
  public static LineShape of(byte[] line, int[] starts) {
    byte[][] between = new byte[starts.length + 1][];
    int from = 0;
    for (int string = 0; string < starts.length; string++) {
      between[string] = Arrays.copyOfRange(line, from, starts[string] + 1);
      from = closingQuote(line, starts[string] + 1);
    }
    between[starts.length] = Arrays.copyOfRange(line, from, line.length);
    return new LineShape(between);
  }

  private static int closingQuote(byte[] line, int start) {
    int at = start;
    while (line[at] != '"') {
      at += line[at] == '\\' ? 2 : 1;
    }
    return at;
  }

  /** How many strings may be others. */
  public int strings() {
    return between.length - 1;
  }

  /**
   * Finds the strings of a line.
   *
   * @param ends takes where each begins and ends, quotes left out, in turn
   * @return false if the line has another shape, or a string of it is not plain
   */
  public boolean find(byte[] line, int[] ends) {
    int at = 0;
    for (int string = 0; string < between.length - 1; string++) {
      at = after(between[string], line, at);
      int end = at < 0 ? -1 : end(line, at);
      if (end < 0) {
        return false;
      }
      ends[2 * string] = at;
      ends[2 * string + 1] = end;
      at = end;
    }
    return after(between[between.length - 1], line, at) == line.length;
  }

  /** Where the bytes end that have to stand at a place; negative if they do not. */
  private static int after(byte[] bytes, byte[] line, int at) {
    int end = at + bytes.length;
    return end <= line.length && Arrays.equals(line, at, end, bytes, 0, bytes.length) ? end : -1;
  }

  /** Where a plain string ends; negative if there is none, or something to be resolved in it. */
  private static int end(byte[] line, int start) {
    int at = ByteWords.notPlain(line, start);
    return at < line.length && line[at] == '"' ? at : -1;
  }

  /** Whether some bytes are ASCII, and so UTF-8. */
  public static boolean isAscii(byte[] line, int start, int end) {
    int all = 0;
    for (int at = start; at < end; at++) {
      all |= line[at];
    }
    return all >= 0;
  }

  /** The text that stands as this string of a line; null if its bytes may not be UTF-8. */
  public @Nullable String text(int string, byte[] line, int start, int end) {
    return texts[string].text(line, start, end);
  }
}
