package io.attune.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.attune.json.JsonValue.JsonArray;
import io.attune.json.JsonValue.JsonFlag;
import io.attune.json.JsonValue.JsonNull;
import io.attune.json.JsonValue.JsonNumber;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.JsonText;
import io.attune.json.JsonValue.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From tokens to a tree with places. */
final class JsonTreeReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(JsonDocument.MAX_DEPTH)
                  .maxStringLength(JsonDocument.MAX_BYTES)
                  .maxNumberLength(400)
                  .build())
          .build();

  private final SourceText source;
  private final List<Problem> problems;

  JsonTreeReader(SourceText source, List<Problem> problems) {
    this.source = source;
    this.problems = problems;
  }

  /** The root, or null after a problem that leaves none. */
  @Nullable JsonValue read() {
    try (JsonParser parser = FACTORY.createParser(source.text().toCharArray())) {
      return read(parser);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private @Nullable JsonValue read(JsonParser parser) throws IOException {
    try {
      if (parser.nextToken() == null) {
        report(0, ProblemCode.NOT_JSON, "the file is empty");
        return null;
      }
      JsonValue root = value(parser);
      if (parser.nextToken() != null) {
        report(offset(parser), ProblemCode.NOT_JSON, "there is more after the end of the JSON");
        return null;
      }
      return root;
    } catch (StreamConstraintsException crossed) {
      report(offset(parser), ProblemCode.TOO_LARGE, bound(crossed));
    } catch (JsonProcessingException invalid) {
      report(fault(parser, invalid), ProblemCode.NOT_JSON, message(invalid));
    }
    return null;
  }

  private JsonValue value(JsonParser parser) throws IOException {
    int offset = (int) offset(parser);
    Place place = source.place(offset);
    return switch (parser.currentToken()) {
      case START_OBJECT -> new JsonObject(place, members(parser));
      case START_ARRAY -> new JsonArray(place, elements(parser));
      case VALUE_STRING -> new JsonText(place, offset, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(place, parser.getText());
      case VALUE_TRUE -> new JsonFlag(place, true);
      case VALUE_FALSE -> new JsonFlag(place, false);
      default -> new JsonNull(place);
    };
  }

  private List<Member> members(JsonParser parser) throws IOException {
    List<Member> members = new ArrayList<>();
    Set<String> names = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      long offset = offset(parser);
      parser.nextToken();
      JsonValue value = value(parser);
      if (names.add(name)) {
        members.add(new Member(name, source.place(offset), value));
      } else {
        report(offset, ProblemCode.DUPLICATE_KEY, "`" + name + "` stands twice in this object");
      }
    }
    return members;
  }

  private List<JsonValue> elements(JsonParser parser) throws IOException {
    List<JsonValue> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser));
    }
    return elements;
  }

  private static long offset(JsonParser parser) {
    return parser.currentTokenLocation().getCharOffset();
  }

  /** Where reading stopped: the last character it took, or the end of the text. */
  private static long fault(JsonParser parser, JsonProcessingException invalid) {
    long reported = invalid.getLocation() == null ? -1 : invalid.getLocation().getCharOffset();
    return reported >= 0 ? reported : parser.currentLocation().getCharOffset();
  }

  /** What was wanted, without what was found: that may be somebody's data. */
  private static String message(JsonProcessingException invalid) {
    String original = String.valueOf(invalid.getOriginalMessage());
    if (original.startsWith("Unexpected end-of-input")) {
      return "the JSON ends too early";
    }
    int wanted = original.indexOf("was expecting ");
    if (wanted < 0) {
      return "this is no JSON";
    }
    String rest = original.substring(wanted + "was expecting ".length());
    int end = rest.indexOf('\n') < 0 ? rest.length() : rest.indexOf('\n');
    String first = rest.substring(0, end).toLowerCase(Locale.ROOT).replace('\'', '`').strip();
    return "this is no JSON: expected "
        + (first.endsWith(")") && !first.contains("(")
            ? first.substring(0, first.length() - 1)
            : first);
  }

  private static String bound(StreamConstraintsException crossed) {
    return String.valueOf(crossed.getOriginalMessage()).contains("depth")
        ? "objects and arrays nest deeper than " + JsonDocument.MAX_DEPTH + " levels"
        : "a name or number is too long";
  }

  private void report(long offset, ProblemCode code, String message) {
    problems.add(Problem.error(source.place(offset), code, message, ""));
  }
}
