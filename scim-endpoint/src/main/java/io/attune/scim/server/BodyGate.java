package io.attune.scim.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the body of a request, within the bounds that protect us from it: depth, lengths, and no
 * name twice, not even in another case, no text that cannot be stored. Source: {@code
 * docs/scim-endpoint.md}, Limits.
 */
final class BodyGate {
  /** How deep objects and arrays may lie in one another. */
  static final int MOST_DEPTH = 32;

  private static final String LIMITS =
      "a depth of 32, a text of 64 KiB, a name of 256 or a number of 64 characters";

  private static final ObjectMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MOST_DEPTH)
                          .maxStringLength(64 * 1024)
                          .maxNameLength(256)
                          .maxNumberLength(64)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private BodyGate() {}

  /**
   * The body as an object.
   *
   * @throws Refusal if it is none, or beyond a bound
   */
  static ObjectNode object(String body) {
    JsonNode node;
    try {
      node = STRICT.readTree(body);
    } catch (StreamConstraintsException e) {
      throw Refusal.of(400, "invalidSyntax", "the body goes beyond a limit: " + LIMITS);
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      String where =
          place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
      throw Refusal.of(400, "invalidSyntax", "the body cannot be read as JSON" + where);
    }
    if (!(node instanceof ObjectNode object)) {
      throw Refusal.of(400, "invalidSyntax", "the body is no JSON object");
    }
    refuseNamesTwice(object);
    refuseUnstorable(object, "the body");
    return object;
  }

  private static void refuseUnstorable(JsonNode node, String name) {
    if (node.isTextual()) {
      StorableText.check(node.textValue(), "invalidValue", name);
    }
    for (var field : node.properties()) {
      StorableText.check(field.getKey(), "invalidValue", "the name of an attribute");
      refuseUnstorable(field.getValue(), "`" + field.getKey() + "`");
    }
    if (node.isArray()) {
      node.forEach(element -> refuseUnstorable(element, name));
    }
  }

  private static void refuseNamesTwice(JsonNode node) {
    if (node.isObject()) {
      Set<String> names = new HashSet<>();
      node.fieldNames()
          .forEachRemaining(
              name -> {
                if (!names.add(name.toLowerCase(Locale.ROOT))) {
                  throw Refusal.of(
                      400, "invalidSyntax", "the attribute `" + name + "` is there twice");
                }
              });
    }
    node.forEach(BodyGate::refuseNamesTwice);
  }
}
