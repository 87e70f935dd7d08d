package io.attune.scim;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file as bytes, one at a time, in bounded memory. A line ends with a line feed,
 * with or without a carriage return before it; a byte order mark at the very beginning is skipped.
 */
public final class ByteLines implements Closeable {
  /** The longest line that is handed out whole, in bytes (trust 4). */
  public static final int MAX_BYTES = 1 << 20;

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;
  private int number;
  private boolean cut;

  /** The lines of {@code in}, which this closes. */
  public ByteLines(InputStream in) {
    this.in = in;
  }

  /**
   * The next line without its end, or null after the last one. Of a line that is too long, the
   * beginning: {@link #wasTooLong()} tells.
   *
   * @throws IOException if the file cannot be read
   */
  public byte @Nullable [] next() throws IOException {
    cut = false;
    byte[] line = new byte[0];
    boolean any = false;
    while (fill()) {
      any = true;
      int end = ByteWords.lineFeed(buffer, position, limit);
      line = append(line, end);
      boolean ended = end < limit;
      position = ended ? end + 1 : end;
      if (ended) {
        break;
      }
    }
    if (!any) {
      return null;
    }
    number++;
    int from = number == 1 && startsWithMark(line) ? 3 : 0;
    int to = line.length > from && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
    return from == 0 && to == line.length ? line : Arrays.copyOfRange(line, from, to);
  }

  private boolean fill() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(0, in.read(buffer));
    }
    return limit > 0;
  }

  private byte[] append(byte[] line, int end) {
    int more = Math.min(end - position, MAX_BYTES - line.length);
    cut |= more < end - position;
    byte[] longer = Arrays.copyOf(line, line.length + more);
    System.arraycopy(buffer, position, longer, line.length, more);
    return longer;
  }

  private static boolean startsWithMark(byte[] line) {
    return line.length >= 3
        && line[0] == (byte) 0xEF
        && line[1] == (byte) 0xBB
        && line[2] == (byte) 0xBF;
  }

  /** The number of the line handed out last, from 1. */
  public int number() {
    return number;
  }

  /** Whether the line handed out last was longer than {@link #MAX_BYTES}. */
  public boolean wasTooLong() {
    return cut;
  }

  /** Whether a line holds nothing but white space. */
  public static boolean isBlank(byte[] line) {
    for (byte each : line) {
      if (each != ' ' && each != '\t') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
