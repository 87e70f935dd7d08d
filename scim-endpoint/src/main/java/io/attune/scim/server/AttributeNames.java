package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.constants.ClassPathReferences;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Attribute names are the same in any case, which the library does not see: brings those of a body
 * into the case of the core schemas. Others are left as they are. Source: RFC 7643, 2.1.
 */
final class AttributeNames {
  static final AttributeNames USER =
      new AttributeNames(JsonHelper.loadJsonDocument(ClassPathReferences.USER_SCHEMA_JSON));
  static final AttributeNames GROUP =
      new AttributeNames(JsonHelper.loadJsonDocument(ClassPathReferences.GROUP_SCHEMA_JSON));

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeNames> subAttributes = new HashMap<>();

  private AttributeNames(JsonNode schema) {
    this(schema.path("attributes"), true);
  }

  private AttributeNames(JsonNode attributes, boolean common) {
    for (JsonNode each : attributes) {
      String name = each.path("name").asText();
      names.put(name.toLowerCase(Locale.ROOT), name);
      subAttributes.put(name, new AttributeNames(each.path("subAttributes"), false));
    }
    if (common) {
      for (String name : new String[] {"schemas", "id", "externalId", "meta"}) {
        names.put(name.toLowerCase(Locale.ROOT), name);
      }
    }
  }

  /** Those of users or of groups, by the path of a request or of an operation of a bulk. */
  static AttributeNames of(String path) {
    return path.startsWith("/Groups") ? GROUP : USER;
  }

  /** The same resource, its attributes named as the schemas name them, in their order. */
  ObjectNode canonical(ObjectNode resource) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> each : resource.properties()) {
      String name = canonical(each.getKey());
      result.set(name, canonical(name, each.getValue()));
    }
    return result;
  }

  /** The same value of an attribute, its sub-attributes named as the schemas name them. */
  JsonNode canonical(String attribute, JsonNode value) {
    AttributeNames below = subAttributes.get(canonical(attribute));
    return below == null ? value : below.within(value);
  }

  private String canonical(String attribute) {
    return names.getOrDefault(attribute.toLowerCase(Locale.ROOT), attribute);
  }

  private JsonNode within(JsonNode value) {
    if (value instanceof ObjectNode object) {
      return canonical(object);
    }
    if (!value.isArray()) {
      return value;
    }
    var list = JsonNodeFactory.instance.arrayNode();
    value.forEach(each -> list.add(within(each)));
    return list;
  }
}
