package io.attune.benchmarks.data;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Lines of JSON, written as fast as a disk takes them. No text may need escapes. */
final class JsonText implements Closeable {
  private final BufferedWriter out;
  private final StringBuilder line = new StringBuilder(2048);

  JsonText(Path file) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  /** Appends JSON as it is. */
  JsonText raw(String json) {
    line.append(json);
    return this;
  }

  /** Appends {@code "name":"value"}, and a comma before it inside an object. */
  JsonText member(String name, String value) {
    return comma().raw("\"").raw(name).raw("\":\"").raw(value).raw("\"");
  }

  /** Appends a comma where something stands before. */
  JsonText comma() {
    char last = line.length() == 0 ? '{' : line.charAt(line.length() - 1);
    if (last != '{' && last != '[') {
      line.append(',');
    }
    return this;
  }

  void endLine() throws IOException {
    out.append(line.append('\n'));
    line.setLength(0);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
