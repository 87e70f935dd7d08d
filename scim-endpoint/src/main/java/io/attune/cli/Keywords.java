package io.attune.cli;

import io.attune.json.JsonDocument;
import io.attune.json.JsonValue;
import io.attune.json.JsonValue.JsonNull;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.JsonText;
import io.attune.json.JsonValue.Member;
import io.attune.json.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Keywords of an attribute as words of a command line. */
final class Keywords {
  /** What they hold is text, also where it looks like a number. */
  private static final Set<String> TEXTS =
      Set.of(
          "title",
          "description",
          "type",
          "format",
          "pattern",
          "scope",
          "mutability",
          "externalName",
          "externalNamespace");

  private Keywords() {}

  /** Keywords by name, in the order of the words. A type may be named as the editor names it. */
  static Map<String, JsonValue> of(List<String> words, CommandSpec spec) {
    Map<String, JsonValue> keywords = new LinkedHashMap<>();
    for (String word : words) {
      int cut = word.indexOf('=');
      if (cut < 1) {
        throw ImportCommand.wrongUse(spec, "`" + word + "` is not of the form KEYWORD=VALUE");
      }
      String name = word.substring(0, cut);
      JsonValue value = value(name, word.substring(cut + 1));
      if (keywords.put(name, value) != null) {
        throw ImportCommand.wrongUse(spec, "`" + name + "` is given twice");
      }
      if (name.equals("type") && value instanceof JsonText type) {
        keywords.putAll(type(type.value()));
      }
    }
    return keywords;
  }

  private static JsonValue value(String name, String text) {
    if (text.equals("null")) {
      return new JsonNull(Place.START);
    }
    JsonValue json = JsonDocument.read(text).root();
    boolean quoted = json instanceof JsonText;
    return json == null || (TEXTS.contains(name) && !quoted) ? JsonText.of(text) : json;
  }

  /**
   * The types of the Profile Editor, as the Schemas API writes them. Source: okta-behaviour 2.3.
   */
  private static Map<String, JsonValue> type(String name) {
    Map<String, JsonValue> keywords = new LinkedHashMap<>();
    if (name.endsWith(" array")) {
      String element = name.substring(0, name.length() - " array".length());
      keywords.put("type", JsonText.of("array"));
      keywords.put("items", JsonObject.of(List.of(Member.of("type", JsonText.of(element)))));
    } else if (name.equals("country code") || name.equals("language code")) {
      keywords.put("type", JsonText.of("string"));
      keywords.put("format", JsonText.of(name.replace(' ', '-')));
    }
    return keywords;
  }
}
