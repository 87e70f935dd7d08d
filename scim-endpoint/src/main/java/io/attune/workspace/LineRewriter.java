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

  /** Hears what is done to the lines of one file, in order. */
  interface Journal {
    /**
     * A line changes, or goes.
     *
     * @param index of the line, from 0
     * @param before its bytes, with their end
     * @param after its bytes after, or null if it goes
     */
    void changed(int index, String key, byte[] before, byte @Nullable [] after) throws IOException;

    /** A new line stands at the end. */
    void added(String key, byte[] line) throws IOException;

    /** The last line, which had no end, got one. */
    void ended() throws IOException;
  }

  /** Takes new lines. */
  @FunctionalInterface
  interface Sink {
    void write(ObjectNode line);
  }

  /** Hears nothing: what is rewritten need not be undone. */
  private static final Journal UNRECORDED =
      new Journal() {
        @Override
        public void changed(int index, String key, byte[] before, byte @Nullable [] after) {
          // Nobody asks for it back.
        }

        @Override
        public void added(String key, byte[] line) {
          // Nobody asks for it back.
        }

        @Override
        public void ended() {
          // Nobody asks for it back.
        }
      };

  /** Rewrites a file without a record. */
  static void rewrite(Folder folder, String file, String key, Edits edits, OutputStream out)
      throws IOException {
    rewrite(folder, file, key, edits, out, UNRECORDED);
  }

  /**
   * Rewrites a file.
   *
   * @param key the field that tells lines apart
   */
  static void rewrite(
      Folder folder, String file, String key, Edits edits, OutputStream out, Journal journal)
      throws IOException {
    boolean ended = true;
    int index = 0;
    if (Files.exists(folder.file(file))) {
      try (InputStream in =
          new BufferedInputStream(Files.newInputStream(folder.file(file)), 1 << 16)) {
        for (byte[] line = nextLine(in); line.length > 0; line = nextLine(in)) {
          ended = rewrite(index++, line, key, edits, out, journal);
        }
      }
    }
    try {
      edits.append(new Appending(key, out, journal, ended));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The next line with its end, which the last one may lack; empty after the last. */
  static byte[] nextLine(InputStream in) throws IOException {
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
  private static boolean rewrite(
      int index, byte[] line, String key, Edits edits, OutputStream out, Journal journal)
      throws IOException {
    String value = keyOf(line, key);
    ObjectNode after = null;
    if (value != null && edits.concerns(value)) {
      JsonNode before = MAPPER.readTree(line);
      after = before instanceof ObjectNode object ? edits.edit(value, object) : null;
    }
    if (value == null || after == null) {
      out.write(line);
      return line[line.length - 1] == '\n';
    }
    if (after.isEmpty()) {
      journal.changed(index, value, line, null);
      return true;
    }
    byte[] written = bytes(after);
    journal.changed(index, value, line, written);
    out.write(written);
    return true;
  }

  /** Writes new lines, and an end before them if the last line of the file lacks one. */
  private static final class Appending implements Sink {
    private final String key;
    private final OutputStream out;
    private final Journal journal;
    private boolean ended;

    Appending(String key, OutputStream out, Journal journal, boolean ended) {
      this.key = key;
      this.out = out;
      this.journal = journal;
      this.ended = ended;
    }

    @Override
    public void write(ObjectNode line) {
      try {
        if (!ended) {
          ended = true;
          out.write('\n');
          journal.ended();
        }
        byte[] bytes = bytes(line);
        journal.added(line.path(key).asText(), bytes);
        out.write(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A line with its end. */
  static byte[] bytes(ObjectNode line) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    MAPPER.writeValue(bytes, line);
    bytes.write('\n');
    return bytes.toByteArray();
  }

  /** The object of a line, numbers as they were written; null if it is none. */
  static @Nullable ObjectNode object(byte[] line) throws IOException {
    return MAPPER.readTree(line) instanceof ObjectNode object ? object : null;
  }

  /** The text of a field of the line's object, without reading the rest of it. */
  static @Nullable String keyOf(byte[] line, String key) throws IOException {
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
