package io.attune.workspace;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes lines, of which only the last may lack an end. */
final class LineOutput {
  private final OutputStream out;
  private byte @Nullable [] held;
  private int count;

  LineOutput(OutputStream out) {
    this.out = out;
  }

  /** How many lines there are so far. */
  int count() {
    return count;
  }

  /** Takes the next line, with its end or without. */
  void write(byte[] line) throws IOException {
    flush();
    held = line;
    count++;
  }

  private void flush() throws IOException {
    byte[] line = held;
    if (line != null) {
      out.write(line);
      if (line.length == 0 || line[line.length - 1] != '\n') {
        out.write('\n');
      }
    }
  }

  /**
   * Writes the last line.
   *
   * @param cut whether to leave out its end
   */
  void end(boolean cut) throws IOException {
    byte[] line = held;
    if (line != null) {
      boolean ends = line.length > 0 && line[line.length - 1] == '\n';
      out.write(line, 0, cut && ends ? line.length - 1 : line.length);
      held = null;
    }
  }
}
