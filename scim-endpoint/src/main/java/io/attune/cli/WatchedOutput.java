package io.attune.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Standard output, which remembers how it failed: a {@code PrintStream} swallows that, and a result
 * on a full disk is none. A reader that has left, such as {@code head}, is no failure.
 */
final class WatchedOutput extends FilterOutputStream {
  private static final String READER_LEFT = "Broken pipe";

  private @Nullable IOException failure;

  WatchedOutput(OutputStream out) {
    super(out);
  }

  /** Why not everything was written; null if it was, or if nobody reads on. */
  @Nullable IOException failure() {
    return failure;
  }

  @Override
  public void write(int unit) throws IOException {
    write(new byte[] {(byte) unit}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      if (failure == null && !READER_LEFT.equals(e.getMessage())) {
        failure = e;
      }
      throw e;
    }
  }
}
