package io.attune.workspace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.scim.ByteLines;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** Rewrites a file of JSON lines: what is not concerned keeps its bytes and its place. */
final class LineRewriter {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final ObjectMapper MAPPER = new ObjectMapper();

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
    if (Files.exists(folder.file(file))) {
      try (ByteLines lines = new ByteLines(Files.newInputStream(folder.file(file)))) {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
          rewrite(line, key, edits, out);
        }
      }
    }
    try {
      edits.append(line -> write(line, out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void rewrite(byte[] line, String key, Edits edits, OutputStream out)
      throws IOException {
    String value = keyOf(line, key);
    ObjectNode after = null;
    if (value != null && edits.concerns(value)) {
      JsonNode before = MAPPER.readTree(line);
      after = before instanceof ObjectNode object ? edits.edit(value, object) : null;
    }
    if (after == null) {
      out.write(line);
      out.write('\n');
    } else if (!after.isEmpty()) {
      write(after, out);
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
    if (ByteLines.isBlank(line)) {
      return null;
    }
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
