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
  private static final int SIZE = 512;
  private static final int MOST_BYTES = 32;
  private static final int TRIAL = 1024;

  /** Of so many texts, one has to be among those that stood there lately. */
  private static final int ONE_IN = 4;

  /** So few lines are not worth remembering. */
  private static final int FEW = 64;

  private @Nullable Recent[] recent = new @Nullable Recent[0];
  private long asked;
  private long known;

  /** A text and its bytes. */
  private static final class Recent {
    private final byte[] bytes;
    private final String text;

    private Recent(byte[] bytes, String text) {
      this.bytes = bytes;
      this.text = text;
    }
  }

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
      recent = new @Nullable Recent[SIZE];
    }
    int place = ByteWords.hash(line, start, end) & (SIZE - 1);
    Recent met = recent[place];
    if (met != null && Arrays.equals(met.bytes, 0, met.bytes.length, line, start, end)) {
      known++;
      return met.text;
    }
    String text = read(line, start, end);
    recent[place] = text == null ? null : new Recent(Arrays.copyOfRange(line, start, end), text);
    return text;
  }

  private static @Nullable String read(byte[] line, int start, int end) {
    String text = new String(line, start, end - start, StandardCharsets.UTF_8);
    // What is no UTF-8 comes back as this; so does the character itself, which is rare.
    return text.indexOf(REPLACEMENT) < 0 ? text : null;
  }
}
