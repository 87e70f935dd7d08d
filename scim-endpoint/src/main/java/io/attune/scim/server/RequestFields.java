package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.imports.ImportRefusal;
import io.attune.imports.ImportRefusal.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members of a plain JSON request, and its query; each fault names the member. */
final class RequestFields {
  static final int MOST_RESULTS = 1000;

  private final ObjectNode body;

  /** Over a body that has these members at most. */
  RequestFields(ObjectNode body, String... known) {
    this.body = body;
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!List.of(known).contains(name)) {
                throw wrong(name, "there is no such member", "the members are " + List.of(known));
              }
            });
  }

  /** A text that has to be there. */
  String text(String name) {
    JsonNode value = body.path(name);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(name, "`" + name + "` must be a text", "");
    }
    return value.textValue();
  }

  /** A whole number that has to be there. */
  int number(String name) {
    JsonNode value = body.path(name);
    if (!value.isInt()) {
      throw wrong(name, "`" + name + "` must be a whole number", "");
    }
    return value.intValue();
  }

  boolean flag(String name, boolean absent) {
    JsonNode value = body.path(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw wrong(name, "`" + name + "` must be true or false", "");
    }
    return value.asBoolean(absent);
  }

  JsonNode get(String name) {
    return body.path(name);
  }

  /**
   * A constant by its name in any case, or null if the text is null.
   *
   * @param known those that may be named
   */
  static <E extends Enum<E>> @Nullable E constant(
      String name, @Nullable String text, Set<E> known) {
    if (text == null) {
      return null;
    }
    for (E constant : known) {
      if (constant.name().equals(text.toUpperCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw wrong(name, "`" + name + "` is none of its constants", "one of " + known);
  }

  /** A number of the query. */
  static int number(Map<String, String> query, String name, int absent, int least, int most) {
    String text = query.get(name);
    if (text == null) {
      return absent;
    }
    try {
      return Math.max(least, Math.min(most, Integer.parseInt(text)));
    } catch (NumberFormatException e) {
      throw wrong(name, "`" + name + "` must be a whole number", "");
    }
  }

  static ImportRefusal wrong(String where, String what, String hint) {
    return ImportRefusal.of(Kind.WRONG, where, what, hint);
  }
}
