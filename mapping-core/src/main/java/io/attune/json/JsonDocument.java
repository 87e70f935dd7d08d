package io.attune.json;

import io.attune.json.JsonValue.JsonText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text of the configuration, read whole: at most {@value #MAX_BYTES} bytes and {@value
 * #MAX_DEPTH} levels. Source: formats.
 */
public final class JsonDocument {
  /** The largest file, in bytes. */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  /** How deep objects and arrays may nest. */
  public static final int MAX_DEPTH = 64;

  private final SourceText source;
  private final @Nullable JsonValue root;
  private final List<Problem> problems;

  private JsonDocument(SourceText source, @Nullable JsonValue root, List<Problem> problems) {
    this.source = source;
    this.root = root;
    this.problems = List.copyOf(problems);
  }

  /** Reads the bytes of a file; a byte order mark before them is skipped. */
  public static JsonDocument read(byte[] utf8) {
    if (utf8.length > MAX_BYTES) {
      String message = "the file has more than " + MAX_BYTES + " bytes";
      return refused(
          new SourceText(""), Problem.error(Place.START, ProblemCode.TOO_LARGE, message, ""));
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(utf8.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(utf8), chars, true);
    String text = chars.flip().toString();
    if (result.isError()) {
      SourceText source = new SourceText(text);
      Place place = source.place(text.length());
      String message = "these bytes are no UTF-8";
      return refused(source, Problem.error(place, ProblemCode.NOT_UTF8, message, ""));
    }
    return read(text);
  }

  /** Reads a text. */
  public static JsonDocument read(String text) {
    SourceText source = new SourceText(text.startsWith("\uFEFF") ? text.substring(1) : text);
    List<Problem> problems = new ArrayList<>();
    JsonValue root = new JsonTreeReader(source, problems).read();
    return new JsonDocument(source, root, problems);
  }

  private static JsonDocument refused(SourceText source, Problem problem) {
    return new JsonDocument(source, null, List.of(problem));
  }

  /** What the text holds; null if it is no JSON. */
  public @Nullable JsonValue root() {
    return root;
  }

  /** What is wrong with the text as JSON: duplicate keys, or why there is no root. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * The place of a code point of a string's value.
   *
   * @param column from 1, in code points
   */
  public Place within(JsonText text, int column) {
    return text.offset() < 0 ? text.place() : source.place(source.within(text.offset(), column));
  }

  /** The text that was read. */
  public String text() {
    return source.text();
  }
}
