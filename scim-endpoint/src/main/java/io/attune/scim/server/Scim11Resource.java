package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Resources of SCIM 1.1 and 2.0 differ in the names of their schemas, and in what {@code meta} has.
 */
final class Scim11Resource {
  static final String CORE = "urn:scim:schemas:core:1.0";
  private static final String ENTERPRISE = "urn:scim:schemas:extension:enterprise:1.0";
  private static final String USER_2 = "urn:ietf:params:scim:schemas:core:2.0:User";
  private static final String GROUP_2 = "urn:ietf:params:scim:schemas:core:2.0:Group";
  private static final String ENTERPRISE_2 =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  private Scim11Resource() {}

  /** A resource that a client sent, as SCIM 2.0 has it. */
  static ObjectNode toScim2(ObjectNode resource) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    Set<String> schemas = new LinkedHashSet<>();
    schemas.add(resource.has("userName") ? USER_2 : GROUP_2);
    for (Map.Entry<String, JsonNode> each : resource.properties()) {
      String name = each.getKey();
      if (name.equals("schemas") || name.equals("meta")) {
        continue;
      }
      if (name.equals(ENTERPRISE)) {
        schemas.add(ENTERPRISE_2);
        result.set(ENTERPRISE_2, manager(each.getValue(), "managerId", "value"));
      } else {
        if (name.startsWith("urn:")) {
          schemas.add(name);
        }
        result.set(name, each.getValue());
      }
    }
    ArrayNode list = result.putArray("schemas");
    schemas.forEach(list::add);
    return result;
  }

  /** An answer as SCIM 1.1 has it: a resource, or a list of them. */
  static ObjectNode toScim11(ObjectNode body) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    Set<String> schemas = new LinkedHashSet<>();
    schemas.add(CORE);
    for (Map.Entry<String, JsonNode> each : body.properties()) {
      String name = each.getKey();
      JsonNode value = each.getValue();
      if (name.equals("schemas")) {
        continue;
      }
      if (name.equals("Resources")) {
        ArrayNode resources = result.putArray(name);
        value.forEach(one -> resources.add(toScim11((ObjectNode) one)));
      } else if (name.equals(ENTERPRISE_2)) {
        schemas.add(ENTERPRISE);
        result.set(ENTERPRISE, manager(value, "value", "managerId"));
      } else {
        if (name.startsWith("urn:")) {
          schemas.add(name);
        }
        result.set(name, value);
      }
    }
    if (result.get("meta") instanceof ObjectNode meta) {
      meta.remove("resourceType");
    }
    ArrayNode list = result.putArray("schemas");
    schemas.forEach(list::add);
    return result;
  }

  /** The manager's id has another name in each version. */
  private static JsonNode manager(JsonNode enterprise, String from, String to) {
    if (enterprise.path("manager") instanceof ObjectNode manager && manager.has(from)) {
      ObjectNode copy = enterprise.deepCopy();
      ObjectNode renamed = (ObjectNode) copy.get("manager");
      renamed.set(to, renamed.remove(from));
      return copy;
    }
    return enterprise;
  }

  /** Names of schemas inside filters and lists of attributes. */
  static String urnsToScim2(String text) {
    return text.contains("urn:scim:")
        ? text.replace(ENTERPRISE, ENTERPRISE_2).replace(CORE + ":", USER_2 + ":")
        : text;
  }
}
