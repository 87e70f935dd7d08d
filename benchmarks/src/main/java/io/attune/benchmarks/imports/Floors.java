package io.attune.benchmarks.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.attune.benchmarks.harness.Job;
import io.attune.scim.ByteLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What no import can do without, done alone. */
final class Floors {
  private Floors() {}

  /** A job over one feed, which the first option names. */
  abstract static class OverFeed implements Job {
    private Path feed = Path.of("");

    @Override
    public final void prepare(Path data, List<String> options) {
      feed = data.resolve(options.get(0));
    }

    @Override
    public final String run() throws IOException {
      try (InputStream in = Files.newInputStream(feed)) {
        return String.valueOf(count(in));
      }
    }

    abstract long count(InputStream in) throws IOException;
  }

  /** Reads every byte. */
  static final class Read extends OverFeed {
    @Override
    long count(InputStream in) throws IOException {
      byte[] buffer = new byte[1 << 16];
      long bytes = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
      }
      return bytes;
    }
  }

  /** Finds every line, and copies it out. */
  static final class Lines extends OverFeed {
    @Override
    long count(InputStream in) throws IOException {
      long lines = 0;
      try (ByteLines each = new ByteLines(in)) {
        while (each.next() != null) {
          lines++;
        }
      }
      return lines;
    }
  }

  /** Finds every token of the JSON, and keeps none. */
  static final class Tokens extends OverFeed {
    private final JsonFactory factory = new JsonFactory();

    @Override
    long count(InputStream in) throws IOException {
      long tokens = 0;
      try (JsonParser parser = factory.createParser(in)) {
        while (parser.nextToken() != null) {
          tokens++;
        }
      }
      return tokens;
    }
  }
}
