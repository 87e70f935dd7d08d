package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A search across all types: the users that are found, and then the groups, as one list. Source:
 * RFC 7644, 3.4.3.
 */
final class RootSearch {
  private static final List<String> TYPES = List.of("/Users/.search", "/Groups/.search");

  private RootSearch() {}

  /** Answers the search that a body says, by a search of each type. */
  static ScimReply answer(ScimService service, ScimRequest request) {
    ObjectNode search = BodyGate.object(request.body());
    int start = Math.max(1, search.path("startIndex").asInt(1));
    int count =
        Math.min(
            ServiceDescription.MOST_RESULTS,
            Math.max(0, search.path("count").asInt(ServiceDescription.MOST_RESULTS)));
    ArrayNode found = JsonNodeFactory.instance.arrayNode();
    long total = 0;
    ScimReply refused = null;
    int refusals = 0;
    for (String type : TYPES) {
      search.put("startIndex", (int) Math.max(1, start - total));
      search.put("count", count - found.size());
      ScimReply reply = service.answer(request.with(type, Map.of(), search.toString()));
      if (reply.status() != 200) {
        refused = refused == null ? reply : refused;
        refusals++;
        continue;
      }
      JsonNode list = Scim11Endpoint.parsed(reply.body());
      total += list.path("totalResults").asLong();
      list.path("Resources").forEach(found::add);
    }
    if (refused != null && (refusals == TYPES.size() || refused.status() != 400)) {
      return refused;
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:ListResponse");
    answer.put("totalResults", (int) total);
    answer.put("startIndex", start);
    answer.put("itemsPerPage", found.size());
    answer.set("Resources", found);
    return new ScimReply(200, Map.of(), answer.toString());
  }
}
