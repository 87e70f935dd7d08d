package io.attune.workspace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** Rewrites a file of JSON lines: what is not concerned keeps its bytes and its place. */
final class LineRewriter {
  private static final JsonFactory FACTORY = new JsonFactory();
  // Numbers that nobody changes stay as they were written.
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private LineRewriter() {}

  /** What happens to the lines of one file. */
  interface Edits {
    /** Whether the line with this key may change. */
    boolean concerns(String key);

    /** The line after; an empty object to drop it, null to keep its bytes. */
    @Nullable ObjectNode edit(String key, ObjectNode line);

    /** Adds new lines at the end. */
    void append(Sink sink);
  }

  /** Takes new lines. */
  @FunctionalInterface
  interface Sink {
    void write(ObjectNode line);
  }

  /**
   * Rewrites a file.
   *
   * @param key the field that tells lines apart
   */
  static void rewrite(Folder folder, String file, String key, Edits edits, OutputStream out)
      throws IOException {
    boolean ended = true;
    if (Files.exists(folder.file(file))) {
      try (InputStream in =
          new BufferedInputStream(Files.newInputStream(folder.file(file)), 1 << 16)) {
        for (byte[] line = nextLine(in); line.length > 0; line = nextLine(in)) {
          ended = rewrite(line, key, edits, out);
        }
      }
    }
    OutputStream end = ended ? out : new EndFirst(out);
    try {
      edits.append(line -> write(line, end));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The next line with its end, which the last one may lack; empty after the last. */
  private static byte[] nextLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    for (int next = in.read(); next >= 0; next = in.read()) {
      line.write(next);
      if (next == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }

  /** Writes one line as it is after the edits, and tells whether what was written has an end. */
  private static boolean rewrite(byte[] line, String key, Edits edits, OutputStream out)
      throws IOException {
    String value = keyOf(line, key);
    ObjectNode after = null;
    if (value != null && edits.concerns(value)) {
      JsonNode before = MAPPER.readTree(line);
      after = before instanceof ObjectNode object ? edits.edit(value, object) : null;
    }
    if (after == null) {
      out.write(line);
      return line[line.length - 1] == '\n';
    }
    if (!after.isEmpty()) {
      write(after, out);
    }
    return true;
  }

  /** Ends the last line of a file before something is written after it. */
  private static final class EndFirst extends FilterOutputStream {
    private boolean ended;

    EndFirst(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int next) throws IOException {
      if (!ended) {
        ended = true;
        out.write('\n');
      }
      out.write(next);
    }
  }

  private static void write(ObjectNode line, OutputStream out) {
    try {
      out.write(MAPPER.writeValueAsBytes(line));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a field of the line's object, without reading the rest of it. */
  private static @Nullable String keyOf(byte[] line, String key) throws IOException {
    try (JsonParser parser = FACTORY.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean isKey = parser.currentName().equals(key);
        JsonToken value = parser.nextToken();
        if (isKey) {
          return value == JsonToken.VALUE_STRING ? parser.getText() : null;
        }
        parser.skipChildren();
      }
    }
    return null;
  }
}
