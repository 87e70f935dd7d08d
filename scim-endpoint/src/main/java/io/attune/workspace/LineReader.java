package io.attune.workspace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.attune.json.Place;
import io.attune.json.ProblemCode;
import io.attune.scim.ByteLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;

/** Reads a file of JSON objects, one a line, from the stream; nothing is kept of a line. */
final class LineReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxStringLength(64 * 1024)
                  .maxNumberLength(64)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Folder folder;
  private final String relative;
  private final Findings findings;
  private int line;
  private int errors;

  LineReader(Folder folder, String relative, Findings findings) {
    this.folder = folder;
    this.relative = relative;
    this.findings = findings;
  }

  /** What reads one line: the parser stands at the start of its object. */
  @FunctionalInterface
  interface Content {
    void read(JsonParser parser) throws IOException;
  }

  /** What takes one line as it stands. */
  @FunctionalInterface
  interface Line {
    void read(byte[] line) throws IOException;
  }

  /** A parser of a line, as strict as this is. */
  static JsonParser parser(byte[] line) throws IOException {
    return FACTORY.createParser(line);
  }

  /** Parses every line; a file that is not there has none. */
  void forEach(Content content) {
    forEachLine(bytes -> parse(bytes, content));
  }

  /** Hands over every line that is not blank; a file that is not there has none. */
  void forEachLine(Line content) {
    if (!folder.has(relative)) {
      return;
    }
    try (ByteLines lines = new ByteLines(Files.newInputStream(folder.file(relative)))) {
      for (byte[] bytes = lines.next(); bytes != null; bytes = lines.next()) {
        line = lines.number();
        if (lines.wasTooLong()) {
          error(1, ProblemCode.TOO_LARGE, "the line has more than 1 MiB");
        } else if (!ByteLines.isBlank(bytes)) {
          content.read(bytes);
        }
      }
    } catch (AccessDeniedException e) {
      throw InputErrors.of(
          folder.shown(relative), "the file cannot be read", "check its permissions");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Parses a line that was handed over.
   *
   * @return whether no error was noted
   */
  boolean parse(byte[] bytes, Content content) throws IOException {
    int before = errors;
    try (JsonParser parser = parser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        error(1, ProblemCode.WRONG_TYPE, "expected an object");
        return false;
      }
      content.read(parser);
      if (parser.nextToken() != null) {
        error(parser, ProblemCode.NOT_JSON, "there is more after the end of the object");
      }
    } catch (JsonProcessingException e) {
      String message = String.valueOf(e.getOriginalMessage());
      int column = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
      if (message.startsWith("Duplicate field")) {
        error(column, ProblemCode.DUPLICATE_KEY, "a key stands twice in this object");
      } else {
        error(column, ProblemCode.NOT_JSON, "this line is no JSON");
      }
    }
    return errors == before;
  }

  /** The number of the line that is being read, from 1. */
  int line() {
    return line;
  }

  /** Notes an error where the parser stands. */
  void error(JsonParser parser, ProblemCode code, String message) {
    error(Math.max(1, parser.currentTokenLocation().getColumnNr()), code, message);
  }

  /** Notes an error of the line as a whole. */
  void error(ProblemCode code, String message) {
    error(1, code, message);
  }

  private void error(int column, ProblemCode code, String message) {
    errors++;
    findings.error(folder.shown(relative), new Place(line, column), code, message, "");
  }
}
