package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.store.StoredResource;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

/** Mends what the SCIM library answers otherwise than the RFCs say. */
final class ReplyBody {
  private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
  private static final String BULK = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";
  private static final String VENDOR = "urn:gold:";

  /** As the library says times. */
  private static final DateTimeFormatter TIMES =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private static final Set<String> PROVISIONED = Set.of("/Users", "/Groups");

  private ReplyBody() {}

  /** Only what is provisioned is a resource type; the library lists its own documents too. */
  static void keepProvisioned(ObjectNode body) {
    if (!(body.path("Resources") instanceof ArrayNode types)) {
      return;
    }
    for (Iterator<JsonNode> each = types.iterator(); each.hasNext(); ) {
      if (!PROVISIONED.contains(each.next().path("endpoint").asText())) {
        each.remove();
      }
    }
    body.put("totalResults", types.size());
    body.put("itemsPerPage", types.size());
  }

  /** Changes the body in place. */
  static void mend(ObjectNode body, RequestContext context) {
    JsonNode schemas = body.path("schemas");
    if (has(schemas, LIST)) {
      if (!body.has("Resources")) {
        body.putArray("Resources"); // RFC 7644, 3.4.2: clients rely on the list being there
      }
      body.path("Resources").forEach(each -> mendResource(each, context));
    } else if (has(schemas, BULK)) {
      // RFC 7644, 3.7.3: the status of an operation is text
      for (JsonNode each : body.path("Operations")) {
        if (each instanceof ObjectNode operation && operation.path("status").isNumber()) {
          operation.put("status", operation.path("status").asText());
        }
        if (each.path("response") instanceof ObjectNode response
            && has(response.path("schemas"), Refusal.ERROR)) {
          LibraryError.mend(response);
        }
      }
    } else if (has(schemas, Refusal.ERROR)) {
      LibraryError.mend(body);
    } else {
      mendResource(body, context);
    }
  }

  private static void mendResource(JsonNode resource, RequestContext context) {
    if (!(resource instanceof ObjectNode object)) {
      return;
    }
    boolean isGroup = object.path("meta").path("resourceType").asText().equals("Group");
    if (isGroup && context.areMembersWanted() && !object.has("members")) {
      object.putArray("members");
    }
    addTimes(object, context);
    // The library describes its own features where RFC 7643, 6 has none.
    object.properties().removeIf(each -> each.getKey().startsWith(VENDOR));
    for (Iterator<JsonNode> each = object.path("schemas").iterator(); each.hasNext(); ) {
      if (each.next().asText().startsWith(VENDOR)) {
        each.remove();
      }
    }
  }

  private static void addTimes(ObjectNode resource, RequestContext context) {
    StoredResource row = context.answered(resource.path("id").asText());
    if (row != null && resource.path("meta") instanceof ObjectNode meta) {
      meta.put("created", TIMES.format(Instant.ofEpochMilli(row.createdMillis())));
      meta.put("lastModified", TIMES.format(Instant.ofEpochMilli(row.modifiedMillis())));
    }
  }

  private static boolean has(JsonNode schemas, String schema) {
    for (JsonNode each : schemas) {
      if (each.asText().equals(schema)) {
        return true;
      }
    }
    return false;
  }
}
