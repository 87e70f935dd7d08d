package io.attune.scim;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts that stood lately at one place of a file's lines: what many lines say is made once. A
 * place whose texts are all different is given up.
 *
 * <p>At most {@value #SIZE} texts of at most {@value #MOST_BYTES} bytes.
 */
final class RecentTexts {
  private static final char REPLACEMENT = '\uFFFD';
  private static final int BITS = 8;
  private static final int SIZE = 1 << BITS;
  private static final int MOST_BYTES = 32;
  private static final int TRIAL = 1024;

  /** Of so many texts, one has to be among those that stood there lately. */
  private static final int ONE_IN = 4;

  /** So few lines are not worth remembering. */
  private static final int FEW = 64;

  /** What stood there: the bytes of each beside each other, how many they are, and the text. */
  private byte[] bytes = new byte[0];

  private byte[] lengths = new byte[0];
  private @Nullable String[] texts = new @Nullable String[0];
  private long asked;
  private long known;

  /** The text of some bytes; null if they may not be UTF-8. */
  @Nullable String text(byte[] line, int start, int end) {
    boolean isGivenUp = asked > TRIAL && known < asked / ONE_IN;
    if (end - start > MOST_BYTES || isGivenUp) {
      return read(line, start, end);
    }
    asked++;
    if (asked < FEW) {
      return read(line, start, end);
    }
    if (asked == FEW) {
      bytes = new byte[SIZE * MOST_BYTES];
      lengths = new byte[SIZE];
      texts = new @Nullable String[SIZE];
    }
    int place = ByteWords.hash(line, start, end, BITS);
    int length = end - start;
    int from = place * MOST_BYTES;
    if (lengths[place] == length && Arrays.equals(bytes, from, from + length, line, start, end)) {
      String met = texts[place];
      if (met != null) {
        known++;
        return met;
      }
    }
    String text = read(line, start, end);
    System.arraycopy(line, start, bytes, from, length);
    lengths[place] = (byte) length;
    texts[place] = text;
    return text;
  }

  private static @Nullable String read(byte[] line, int start, int end) {
    String text = new String(line, start, end - start, StandardCharsets.UTF_8);
    // What is no UTF-8 comes back as this; so does the character itself, which is rare.
    return text.indexOf(REPLACEMENT) < 0 ? text : null;
  }
}
