package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;

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

  /**
   * Takes out of an answer the operations that were not done any more, after as many errors as
   * {@code failOnErrors} of the request says; the library lists them as failed.
   */
  static void keepProcessed(String request, ObjectNode answer) {
    JsonNode failOnErrors = PatchBody.field(BodyGate.object(request), "failonerrors");
    int errorsLeft = failOnErrors == null ? 0 : failOnErrors.asInt();
    if (errorsLeft < 1) {
      return;
    }
    for (Iterator<JsonNode> each = answer.path("Operations").iterator(); each.hasNext(); ) {
      JsonNode operation = each.next();
      if (errorsLeft == 0) {
        each.remove();
      } else if (operation.path("status").asInt() >= 400) {
        errorsLeft--;
      }
    }
  }
}
