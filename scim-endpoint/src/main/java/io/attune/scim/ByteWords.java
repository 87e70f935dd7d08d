package io.attune.scim;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at the bytes of an array eight at a time. Of a word, the lowest bit that the expressions of
 * a search set stands in the first byte that is meant. Source: Warren, "Hacker's Delight", 6-1.
 */
final class ByteWords {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private ByteWords() {}

  /** Where a line feed is, at {@code from} or after it; {@code to} if there is none before. */
  static int lineFeed(byte[] bytes, int from, int to) {
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long found = zeros(word(bytes, at) ^ ONES * '\n');
      if (found != 0) {
        return at + first(found);
      }
    }
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  /**
   * Where a byte is that no plain JSON string holds, at {@code from} or after it: a quote, a
   * backslash or a control character; the array's length if there is none.
   */
  static int notPlain(byte[] bytes, int from) {
    int at = from;
    for (; at <= bytes.length - Long.BYTES; at += Long.BYTES) {
      long word = word(bytes, at);
      long quotes = zeros(word ^ ONES * '"');
      long backslashes = zeros(word ^ ONES * '\\');
      long controls = word - ONES * ' ' & ~word & HIGHS;
      long found = quotes | backslashes | controls;
      if (found != 0) {
        return at + first(found);
      }
    }
    while (at < bytes.length && isPlain(bytes[at])) {
      at++;
    }
    return at;
  }

  /**
   * A hash of some bytes: of their number, and of the first and the last eight of them.
   *
   * @param bits of the hash, 1 to 31
   */
  static int hash(byte[] bytes, int start, int end, int bits) {
    int length = end - start;
    if (length >= Long.BYTES) {
      return hash(word(bytes, start), word(bytes, end - Long.BYTES), length, bits);
    }
    long word = 0;
    for (int at = start; at < end; at++) {
      word = word << Byte.SIZE | Byte.toUnsignedInt(bytes[at]);
    }
    return hash(word, 0, length, bits);
  }

  private static int hash(long first, long last, int length, int bits) {
    long mixed = (Long.rotateLeft(first, 31) + last + length) * 0x9E3779B97F4A7C15L;
    // A product carries upwards only: what the last byte says is in the highest bits alone.
    return (int) (mixed >>> (Long.SIZE - bits));
  }

  private static boolean isPlain(byte each) {
    return each != '"' && each != '\\' && (each < 0 || each >= ' ');
  }

  private static long word(byte[] bytes, int at) {
    return (long) WORDS.get(bytes, at);
  }

  private static long zeros(long word) {
    return word - ONES & ~word & HIGHS;
  }

  private static int first(long found) {
    return Long.numberOfTrailingZeros(found) >>> 3;
  }
}
