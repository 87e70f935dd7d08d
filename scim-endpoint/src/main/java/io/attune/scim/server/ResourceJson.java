package io.attune.scim.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Resources as texts, by one mapper: the SCIM library makes a new one for each text, which then has
 * to find out again how everything is read and written.
 */
final class ResourceJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ResourceJson() {}

  /** The object that a text of ours says. */
  static ObjectNode read(String text) {
    try {
      return (ObjectNode) MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored body is no JSON", e);
    }
  }

  /** An object as text. */
  static String write(JsonNode object) {
    try {
      return MAPPER.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer is no JSON", e);
    }
  }
}
