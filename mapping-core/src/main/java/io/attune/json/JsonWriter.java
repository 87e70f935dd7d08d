package io.attune.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.attune.json.JsonValue.JsonArray;
import io.attune.json.JsonValue.JsonFlag;
import io.attune.json.JsonValue.JsonNumber;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.JsonText;
import io.attune.json.JsonValue.Member;
import java.util.List;

/**
 * Writes a tree as text: two spaces a level, one member a line, line feeds, a last one at the end.
 * Reading it gives the tree again but for its places.
 */
public final class JsonWriter {
  private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();
  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  /** The text of a tree. */
  public static String write(JsonValue value) {
    JsonWriter writer = new JsonWriter();
    writer.value(value, 0);
    return writer.out.append('\n').toString();
  }

  private void value(JsonValue value, int level) {
    if (value instanceof JsonObject object) {
      members(object.members(), level);
    } else if (value instanceof JsonArray array) {
      elements(array.elements(), level);
    } else if (value instanceof JsonText text) {
      text(text.value());
    } else if (value instanceof JsonNumber number) {
      out.append(number.literal());
    } else {
      out.append(value instanceof JsonFlag flag ? String.valueOf(flag.value()) : "null");
    }
  }

  private void members(List<Member> members, int level) {
    out.append('{');
    String separator = "";
    for (Member member : members) {
      out.append(separator);
      line(level + 1);
      text(member.name());
      out.append(": ");
      value(member.value(), level + 1);
      separator = ",";
    }
    if (!members.isEmpty()) {
      line(level);
    }
    out.append('}');
  }

  private void elements(List<JsonValue> elements, int level) {
    out.append('[');
    String separator = "";
    for (JsonValue element : elements) {
      out.append(separator);
      line(level + 1);
      value(element, level + 1);
      separator = ",";
    }
    if (!elements.isEmpty()) {
      line(level);
    }
    out.append(']');
  }

  private void line(int level) {
    out.append('\n').append("  ".repeat(level));
  }

  private void text(String text) {
    out.append('"');
    ENCODER.quoteAsString(text, out);
    out.append('"');
  }
}
