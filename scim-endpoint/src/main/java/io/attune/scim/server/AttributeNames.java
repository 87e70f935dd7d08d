package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.constants.ClassPathReferences;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Attribute names are the same in any case, which the library does not see: brings those of a body
 * into the case of the core and enterprise schemas. Others are left as they are. Source: RFC 7643,
 * 2.1.
 */
final class AttributeNames {
  private static final JsonNode ENTERPRISE =
      JsonHelper.loadJsonDocument(ClassPathReferences.ENTERPRISE_USER_SCHEMA_JSON);
  static final AttributeNames USER =
      new AttributeNames(JsonHelper.loadJsonDocument(ClassPathReferences.USER_SCHEMA_JSON))
          .with(ENTERPRISE.path("id").asText(), new AttributeNames(ENTERPRISE));
  static final AttributeNames GROUP =
      new AttributeNames(JsonHelper.loadJsonDocument(ClassPathReferences.GROUP_SCHEMA_JSON));

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeNames> subAttributes = new HashMap<>();
  private final Set<String> wrapped = new HashSet<>();

  private AttributeNames(JsonNode schema) {
    for (JsonNode each : schema.path(schema.has("attributes") ? "attributes" : "subAttributes")) {
      AttributeNames below = new AttributeNames(each);
      with(each.path("name").asText(), below);
      if (!each.path("multiValued").asBoolean() && below.names.containsKey("value")) {
        wrapped.add(each.path("name").asText());
      }
    }
    if (schema.has("attributes")) {
      for (String name : new String[] {"schemas", "id", "externalId", "meta"}) {
        names.put(name.toLowerCase(Locale.ROOT), name);
      }
    }
  }

  private AttributeNames with(String name, AttributeNames below) {
    names.put(name.toLowerCase(Locale.ROOT), name);
    subAttributes.put(name, below);
    return this;
  }

  /** Those of users or of groups, by the path of a request or of an operation of a bulk. */
  static AttributeNames of(String path) {
    return path.startsWith("/Groups") ? GROUP : USER;
  }

  /**
   * A resource as a client sent it, its attributes named as the schemas name them. What only the
   * server writes is ignored: RFC 7643, 2.2.
   */
  ObjectNode resource(ObjectNode body) {
    ObjectNode resource = canonical(body);
    resource.remove("meta");
    ResourceRows.refuseLongLists(resource);
    return resource;
  }

  /** The same object, its attributes named as the schemas name them, in their order. */
  ObjectNode canonical(ObjectNode resource) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> each : resource.properties()) {
      String name = canonical(each.getKey());
      result.set(name, canonical(name, each.getValue()));
    }
    return result;
  }

  /** Those of an extension, by its URN; null if it is none that is known here. */
  @Nullable AttributeNames extension(String urn) {
    return subAttributes.get(canonical(urn));
  }

  /**
   * The same value of an attribute, its sub-attributes named as the schemas name them. What has a
   * {@code value} may be told by that alone, and a blank one is none: so Entra sends managers.
   */
  JsonNode canonical(String attribute, JsonNode value) {
    String name = canonical(attribute);
    if (wrapped.contains(name) && (value.isTextual() || value.path("value").isTextual())) {
      JsonNode text = value.isTextual() ? value : value.path("value");
      if (text.textValue().isBlank()) {
        return NullNode.instance;
      }
      if (value.isTextual()) {
        return JsonNodeFactory.instance.objectNode().set("value", value);
      }
    }
    AttributeNames below = subAttributes.get(name);
    return below == null ? value : below.within(value);
  }

  private String canonical(String attribute) {
    return subAttributes.containsKey(attribute)
        ? attribute // as most are sent
        : names.getOrDefault(attribute.toLowerCase(Locale.ROOT), attribute);
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
