package io.attune.benchmarks.acme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** A file of JSON objects, one a line, streamed to disk. */
final class Lines implements Closeable {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private final BufferedWriter out;

  Lines(Path file) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  void write(JsonNode line) {
    write(line.toString());
  }

  /** Writes a line as it is, JSON or not. */
  void write(String line) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ObjectNode object(Map<String, String> members) {
    ObjectNode object = object();
    members.forEach(object::put);
    return object;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
