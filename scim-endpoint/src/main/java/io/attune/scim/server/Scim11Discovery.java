package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the SCIM 1.1 service says of itself. Source: SCIM 1.1 core schema, 9 and 10; and two things
 * that 1.1 does not have, but Okta's SPEC suite for it asks for: resource types, and a name of its
 * own for the list of schemas.
 */
final class Scim11Discovery {
  private static final String LIST_OF_SCHEMAS = Scim11Resource.CORE + ":ListResponse";

  private Scim11Discovery() {}

  static ObjectNode serviceProviderConfig() {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    config.putArray("schemas").add(Scim11Resource.CORE);
    config.putObject("patch").put("supported", true);
    config
        .putObject("bulk")
        .put("supported", false)
        .put("maxOperations", 0)
        .put("maxPayloadSize", 0);
    config
        .putObject("filter")
        .put("supported", true)
        .put("maxResults", ServiceDescription.MOST_RESULTS);
    config.putObject("changePassword").put("supported", false);
    config.putObject("sort").put("supported", true);
    config.putObject("etag").put("supported", true);
    config.putObject("xmlDataFormat").put("supported", false);
    ArrayNode schemes = config.putArray("authenticationSchemes");
    schemes
        .addObject()
        .put("name", "OAuth Bearer Token")
        .put("description", "a token in the Authorization header")
        .put("type", "oauthbearertoken");
    schemes
        .addObject()
        .put("name", "HTTP Basic")
        .put("description", "a name and a password")
        .put("type", "httpbasic");
    return config;
  }

  static ObjectNode resourceTypes() {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.putArray("schemas").add(Scim11Resource.CORE);
    ArrayNode resources = list.putArray("Resources");
    for (String name : List.of("User", "Group")) {
      resources
          .addObject()
          .put("name", name)
          .put("endpoint", "/" + name + "s")
          .put("schema", Scim11Resource.CORE);
    }
    return onOnePage(list, resources);
  }

  private static ObjectNode onOnePage(ObjectNode list, ArrayNode resources) {
    return list.put("totalResults", resources.size())
        .put("itemsPerPage", resources.size())
        .put("startIndex", 1);
  }

  /** The schemas of SCIM 2.0 in the older form, or the one that the path names. */
  static ScimReply schemas(String path, ScimReply reply) {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.putArray("schemas").add(Scim11Resource.CORE).add(LIST_OF_SCHEMAS);
    ArrayNode resources = list.putArray("Resources");
    for (JsonNode schema : Scim11Endpoint.parsed(reply.body()).path("Resources")) {
      String name = schema.path("name").asText();
      if (name.equals("User") || name.equals("Group")) {
        resources.add(schema(schema, name));
      }
    }
    String id = path.substring("/Schemas".length()).replaceFirst("^/", "");
    if (id.isEmpty()) {
      return new ScimReply(200, Map.of(), onOnePage(list, resources).toString());
    }
    for (JsonNode schema : resources) {
      if (schema.path("id").asText().equalsIgnoreCase(id)) {
        return new ScimReply(200, Map.of(), schema.toString());
      }
    }
    throw Refusal.of(404, null, "there is no such schema");
  }

  private static ObjectNode schema(JsonNode schema, String name) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("id", Scim11Resource.CORE + ":" + name);
    result.put("name", name);
    result.put("description", schema.path("description").asText());
    result.put("schema", Scim11Resource.CORE);
    result.put("endpoint", "/" + name + "s");
    ArrayNode attributes = result.putArray("attributes");
    schema.path("attributes").forEach(each -> attributes.add(attribute(each)));
    return result;
  }

  private static ObjectNode attribute(JsonNode attribute) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("name", attribute.path("name").asText());
    result.put("type", attribute.path("type").asText());
    result.put("multiValued", attribute.path("multiValued").asBoolean());
    result.put("description", attribute.path("description").asText());
    result.put("schema", Scim11Resource.CORE);
    String mutability = attribute.path("mutability").asText().toLowerCase(Locale.ROOT);
    result.put("readOnly", mutability.equals("readonly"));
    result.put("required", attribute.path("required").asBoolean());
    result.put("caseExact", attribute.path("caseExact").asBoolean());
    if (attribute.path("subAttributes").isArray()) {
      ArrayNode subAttributes = result.putArray("subAttributes");
      attribute.path("subAttributes").forEach(each -> subAttributes.add(attribute(each)));
    }
    return result;
  }
}
