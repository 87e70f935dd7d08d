package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * A SCIM 1.1 PATCH is a partial resource: attributes replace, members of lists come, or go where
 * they say {@code "operation": "delete"}, and {@code meta.attributes} lists what is removed.
 * Source: SCIM 1.1 protocol, 3.3.2; okta-behaviour 7.19, 7.27.
 */
final class Scim11Patch {
  private static final Set<String> NOT_CHANGED = Set.of("schemas", "meta", "id");

  private Scim11Patch() {}

  /** The same change as SCIM 2.0 operations. */
  static ObjectNode operations(ObjectNode partial) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    patch.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:PatchOp");
    ArrayNode operations = patch.putArray("Operations");
    for (JsonNode removed : partial.path("meta").path("attributes")) {
      ObjectNode operation = operations.addObject();
      operation.put("op", "remove");
      operation.put("path", Scim11Resource.urnsToScim2(removed.asText()));
    }
    ObjectNode replaced = JsonNodeFactory.instance.objectNode();
    ObjectNode renamed = Scim11Resource.toScim2(partial);
    for (Map.Entry<String, JsonNode> each : renamed.properties()) {
      if (NOT_CHANGED.contains(each.getKey())) {
        continue;
      }
      if (each.getValue() instanceof ArrayNode members) {
        members.forEach(member -> member(each.getKey(), member, operations));
      } else {
        replaced.set(each.getKey(), each.getValue());
      }
    }
    if (!replaced.isEmpty()) {
      ObjectNode operation = operations.addObject();
      operation.put("op", "replace");
      operation.set("value", replaced);
    }
    if (operations.isEmpty()) {
      throw Refusal.of(400, "invalidSyntax", "the PATCH changes nothing");
    }
    return patch;
  }

  private static void member(String attribute, JsonNode member, ArrayNode operations) {
    ObjectNode operation = operations.addObject();
    if (member.path("operation").asText().equals("delete")) {
      String value = member.path("value").asText();
      operation.put("op", "remove");
      operation.put(
          "path",
          attribute + "[value eq \"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]");
      return;
    }
    operation.put("op", "add");
    operation.put("path", attribute);
    operation.putArray("value").add(member);
  }
}
