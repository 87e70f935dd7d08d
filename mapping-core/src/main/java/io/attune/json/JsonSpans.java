package io.attune.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the values of a JSON text begin and end, as offsets in UTF-16 units. */
final class JsonSpans {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonSpans() {}

  /**
   * A value.
   *
   * @param end behind its last character
   * @param members of an object; null for everything else
   */
  record Span(int start, int end, @Nullable List<MemberSpan> members) {
    /** The place of a member among the others, or -1. */
    int indexOf(String name) {
      for (int index = 0; members != null && index < members.size(); index++) {
        if (members.get(index).name().equals(name)) {
          return index;
        }
      }
      return -1;
    }
  }

  /** A member of an object; {@code keyStart} is the offset of its opening quote. */
  record MemberSpan(String name, int keyStart, Span value) {}

  /**
   * The spans of a text.
   *
   * @throws IllegalArgumentException if it is no JSON
   */
  static Span of(String text) {
    try (JsonParser parser = FACTORY.createParser(text.toCharArray())) {
      parser.nextToken();
      return value(parser);
    } catch (IOException e) {
      throw new IllegalArgumentException("only JSON can be edited", e);
    }
  }

  private static Span value(JsonParser parser) throws IOException {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      List<MemberSpan> members = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        int keyStart = (int) parser.currentTokenLocation().getCharOffset();
        parser.nextToken();
        members.add(new MemberSpan(name, keyStart, value(parser)));
      }
      return new Span(start, end(parser), members);
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        value(parser);
      }
    } else {
      parser.finishToken();
    }
    return new Span(start, end(parser), null);
  }

  private static int end(JsonParser parser) {
    return (int) parser.currentLocation().getCharOffset();
  }
}
