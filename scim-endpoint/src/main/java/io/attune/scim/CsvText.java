package io.attune.scim;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A CSV file as text that hides nothing of how it was broken: what is not UTF-8 becomes {@link
 * #UNREADABLE}, and a row that holds only {@link #END} follows the last one. Both are halves of
 * surrogate pairs, which no UTF-8 can say. A byte order mark is left out.
 */
final class CsvText extends Reader {
  /** Stands for bytes that are not UTF-8. */
  static final char UNREADABLE = '\uD800';

  /** The one cell of the row after the last; in any other row it tells of a quote left open. */
  static final char END = '\uD801';

  private static final String LAST_ROW = "\n" + END;

  private final Reader text;
  private int ended = -1;

  CsvText(InputStream in) throws IOException {
    this.text =
        new InputStreamReader(
            withoutMark(in),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(UNREADABLE)));
  }

  private static InputStream withoutMark(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(3);
    boolean marked = buffered.read() == 0xEF && buffered.read() == 0xBB && buffered.read() == 0xBF;
    if (!marked) {
      buffered.reset();
    }
    return buffered;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = ended < 0 ? text.read(buffer, offset, length) : -1;
    if (count >= 0 || length == 0) {
      return Math.max(count, 0);
    }
    ended = Math.max(ended, 0);
    if (ended == LAST_ROW.length()) {
      return -1;
    }
    buffer[offset] = LAST_ROW.charAt(ended);
    ended++;
    return 1;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
