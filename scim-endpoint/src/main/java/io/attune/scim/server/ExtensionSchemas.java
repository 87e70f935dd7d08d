package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.ExternalAttribute;
import io.attune.profile.ExternalName;
import io.attune.profile.ExternalName.Member;
import io.attune.profile.ProfileSchema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The SCIM schemas of an app's own attributes: one document a namespace beyond the core and
 * enterprise ones. Attributes whose external names select elements of lists are no part of it.
 * Source: RFC 7643, 7.
 */
final class ExtensionSchemas {
  private static final String STANDARD = "urn:ietf:params:scim:schemas:";

  private ExtensionSchemas() {}

  /** The schema documents, sorted by namespace. */
  static List<JsonNode> of(ProfileSchema schema) {
    Map<String, ObjectNode> documents = new TreeMap<>();
    for (int slot = 0; slot < schema.size(); slot++) {
      AttributeDefinition attribute = schema.attribute(slot);
      ExternalAttribute external = attribute.external();
      ExternalName path = external == null ? null : external.path();
      if (external == null || path == null || attribute.isSecret()) {
        continue;
      }
      String namespace = external.namespace();
      boolean isOwn =
          namespace != null && namespace.startsWith("urn:") && !namespace.startsWith(STANDARD);
      boolean isPlain =
          path.steps().size() <= 2 && path.steps().stream().allMatch(Member.class::isInstance);
      if (isOwn && isPlain) {
        add(documents.computeIfAbsent(namespace, ExtensionSchemas::document), path, attribute);
      }
    }
    return List.copyOf(documents.values());
  }

  private static ObjectNode document(String namespace) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:Schema");
    document.put("id", namespace);
    document.put("name", namespace.substring(namespace.lastIndexOf(':') + 1));
    document.put("description", "the app's own attributes");
    document.putArray("attributes");
    return document;
  }

  private static void add(ObjectNode document, ExternalName path, AttributeDefinition attribute) {
    ArrayNode attributes = document.withArrayProperty("attributes");
    String first = ((Member) path.steps().get(0)).name();
    if (path.steps().size() == 1) {
      describe(attributes.addObject(), first, type(attribute.kind()), attribute.kind().isArray());
      return;
    }
    ObjectNode parent = null;
    for (JsonNode each : attributes) {
      if (each.path("name").asText().equals(first)) {
        parent = (ObjectNode) each;
      }
    }
    if (parent == null) {
      parent = attributes.addObject();
      describe(parent, first, "complex", false);
      parent.putArray("subAttributes");
    }
    describe(
        parent.withArrayProperty("subAttributes").addObject(),
        ((Member) path.steps().get(1)).name(),
        type(attribute.kind()),
        attribute.kind().isArray());
  }

  static void describe(ObjectNode attribute, String name, String type, boolean many) {
    attribute.put("name", name);
    attribute.put("type", type);
    attribute.put("multiValued", many);
    attribute.put("description", name);
    attribute.put("required", false);
    attribute.put("caseExact", true);
    attribute.put("mutability", "readWrite");
    attribute.put("returned", "default");
    attribute.put("uniqueness", "none");
  }

  private static String type(AttributeKind kind) {
    return switch (kind) {
      case STRING, STRING_ARRAY -> "string";
      case BOOLEAN, BOOLEAN_ARRAY -> "boolean";
      case INTEGER, INTEGER_ARRAY -> "integer";
      case NUMBER, NUMBER_ARRAY -> "decimal";
    };
  }
}
