package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Brings the data of a bulk request into the RFC's form. Source: RFC 7644, 3.7. */
final class BulkBody {
  /** Operations in one request. */
  static final int MOST_OPERATIONS = 1000;

  private static final String REQUEST = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

  /** Begins the ids that are ours, by which answers are found, and which are not answered. */
  private static final String OURS = "attune:";

  /** Says of an operation, beside the members of the RFC, how it is refused. */
  private static final String REFUSED = OURS + "refused";

  private static final Pattern ENTITY_TAG = Pattern.compile("(W/)?\"[^\"]*\"");

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
      if (each instanceof ObjectNode operation) {
        prepare(operation);
      }
    }
    return body.toString();
  }

  /**
   * Brings an operation into the form of the RFC. One that is refused for its own sake leaves the
   * others alone: the library gets nothing to do for it, and so fails it in its place.
   */
  private static void prepare(ObjectNode operation) {
    if (!isPost(operation) && !operation.has("bulkId")) {
      operation.put("bulkId", OURS + UUID.randomUUID());
    }
    try {
      JsonNode version = operation.path("version");
      if (version.isTextual() && !ENTITY_TAG.matcher(version.textValue()).matches()) {
        throw Refusal.of(400, "invalidValue", "the `version` of an operation is no entity tag");
      }
      if (operation.get("data") instanceof ObjectNode data) {
        operation.set("data", normal(operation, data));
      }
    } catch (Refusal e) {
      operation.remove("version");
      operation.putObject("data");
      operation.set(REFUSED, e.body());
    }
  }

  private static ObjectNode normal(ObjectNode operation, ObjectNode data) {
    String path = operation.path("path").asText();
    AttributeNames names = AttributeNames.of(path);
    boolean patches = operation.path("method").asText().equalsIgnoreCase("PATCH");
    String id = path.substring(path.lastIndexOf('/') + 1);
    ObjectNode normal = patches ? PatchBody.normal(data, id, names) : names.resource(data);
    PatchBody.refuseTooMany(normal);
    return normal;
  }

  /**
   * Takes out of an answer the operations that were not done any more, after as many errors as
   * {@code failOnErrors} of the request says, which the library lists as failed; and puts in those
   * that refer to what was not created, where the library tried again until it gave up. Says where
   * each resource is that was not created (RFC 7644, 3.7.3), of which the library forgets the id.
   *
   * @param status as the library has it
   * @return the status of the answer
   */
  static int settle(ScimRequest request, ObjectNode answer, int status) {
    ObjectNode asked = BodyGate.object(request.body());
    if (!(answer.get("Operations") instanceof ArrayNode done)) {
      return status;
    }
    JsonNode failOnErrors = PatchBody.field(asked, "failonerrors");
    int mostErrors = failOnErrors == null ? 0 : failOnErrors.asInt();
    if (mostErrors > 0) {
      keepProcessed(done, mostErrors);
    }
    int settled = status == 500 ? resolve(request, asked, done, mostErrors) : status;
    refuse(asked, done);
    locate(request, asked, done);
    return settled;
  }

  private static int resolve(
      ScimRequest request, ObjectNode asked, ArrayNode done, int mostErrors) {
    Set<String> answered = new HashSet<>();
    done.forEach(each -> answered.add(each.path("bulkId").asText()));
    for (JsonNode operation : asked.path("Operations")) {
      if (!answered.contains(operation.path("bulkId").asText())) {
        done.add(unresolved(request.baseUrl(), operation));
      }
    }
    int errors = 0;
    for (JsonNode each : done) {
      errors += each.path("status").asInt() >= 400 ? 1 : 0;
    }
    return mostErrors > 0 && errors >= mostErrors ? 412 : 200;
  }

  /** Says of each operation that was refused beforehand why it was. */
  private static void refuse(ObjectNode asked, ArrayNode done) {
    Map<String, JsonNode> refusals = new HashMap<>();
    for (JsonNode operation : asked.path("Operations")) {
      if (operation.has(REFUSED)) {
        refusals.put(operation.path("bulkId").asText(), operation.get(REFUSED));
      }
    }
    for (JsonNode each : done) {
      JsonNode refusal = refusals.get(each.path("bulkId").asText());
      if (refusal != null && each instanceof ObjectNode answer) {
        answer.put("status", refusal.path("status").asText()).set("response", refusal);
      }
    }
  }

  private static void locate(ScimRequest request, ObjectNode asked, ArrayNode done) {
    Map<String, String> paths = new HashMap<>();
    for (JsonNode operation : asked.path("Operations")) {
      String path = operation.path("path").asText();
      if (!isPost(operation) && path.startsWith("/") && !path.contains("bulkId:")) {
        paths.put(operation.path("bulkId").asText(), path);
      }
    }
    for (JsonNode each : done) {
      String id = each.path("bulkId").asText();
      String path = paths.get(id);
      if (path != null && each instanceof ObjectNode answer) {
        answer.put("location", request.baseUrl() + path);
      }
      if (id.startsWith(OURS) && each instanceof ObjectNode answer) {
        answer.remove("bulkId");
      }
    }
  }

  private static boolean isPost(JsonNode operation) {
    return operation.path("method").asText().equalsIgnoreCase("POST");
  }

  private static void keepProcessed(ArrayNode done, int mostErrors) {
    int errorsLeft = mostErrors;
    for (Iterator<JsonNode> each = done.iterator(); each.hasNext(); ) {
      JsonNode operation = each.next();
      if (errorsLeft == 0) {
        each.remove();
      } else if (operation.path("status").asInt() >= 400) {
        errorsLeft--;
      }
    }
  }

  /** RFC 7644, 3.7.1: a reference that cannot be resolved is a conflict. */
  private static ObjectNode unresolved(String baseUrl, JsonNode operation) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("method", operation.path("method"));
    answer.set("bulkId", operation.path("bulkId"));
    if (!isPost(operation)) {
      answer.put("location", baseUrl + operation.path("path").asText());
    }
    Refusal refusal = Refusal.of(409, null, "it refers to what the request did not create");
    return answer.put("status", "409").set("response", refusal.body());
  }
}
