package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Brings the data of a bulk request into the RFC's form. Source: RFC 7644, 3.7. */
final class BulkBody {
  /** Operations in one request. */
  static final int MOST_OPERATIONS = 1000;

  private static final String REQUEST = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

  private BulkBody() {}

  /**
   * The request, to be given to the library.
   *
   * @throws Refusal if it is none, or has too many operations
   */
  static String normal(String text) {
    ObjectNode body = BodyGate.object(text);
    JsonNode operations = PatchBody.field(body, "operations");
    if (!(operations instanceof ArrayNode array) || array.isEmpty()) {
      throw Refusal.of(400, "invalidSyntax", "a bulk request has a list of `Operations`");
    }
    if (array.size() > MOST_OPERATIONS) {
      throw Refusal.of(413, null, "a bulk request has at most " + MOST_OPERATIONS + " operations");
    }
    body.putArray("schemas").add(REQUEST);
    for (JsonNode each : array) {
      if (each instanceof ObjectNode operation
          && operation.get("data") instanceof ObjectNode data) {
        String path = operation.path("path").asText();
        AttributeNames names = AttributeNames.of(path);
        boolean patches = operation.path("method").asText().equalsIgnoreCase("PATCH");
        String id = path.substring(path.lastIndexOf('/') + 1);
        ObjectNode normal = patches ? PatchBody.normal(data, id, names) : names.resource(data);
        PatchBody.refuseTooMany(normal);
        operation.set("data", normal);
      }
    }
    return body.toString();
  }
}
