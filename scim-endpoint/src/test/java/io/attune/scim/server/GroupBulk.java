package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.scim.server.GroupModel.Expected;
import io.attune.scim.server.GroupSteps.AddGroup;
import io.attune.scim.server.GroupSteps.AddUser;
import io.attune.scim.server.GroupSteps.Planned;
import io.attune.scim.server.GroupSteps.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * POST of several operations: a user and a group are created, and then others are done that may
 * refer to them. Source: RFC 7644, 3.7.
 *
 * @param stops whether the first error is the last operation
 */
record GroupBulk(AddGroup group, List<Step> others, boolean stops) implements Step {
  @Override
  public Planned plan(GroupModel model) {
    List<Planned> operations = new ArrayList<>();
    operations.add(new AddUser().plan(model));
    operations.add(group.plan(model));
    others.forEach(each -> operations.add(each.plan(model)));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (stops) {
      body.put("failOnErrors", 1);
    }
    ArrayNode list = body.putArray("Operations");
    operations.forEach(each -> list.add(json(each.request())));
    return new Planned(
        GroupSteps.request("POST", "/Bulk", body), answer -> effect(model, operations, answer));
  }

  private static ObjectNode json(ScimRequest request) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("method", request.method()).put("path", request.path());
    if (request.method().equals("POST")) {
      json.put("bulkId", request.path().equals("/Users") ? "u" : "g");
    }
    String version = request.header("if-match");
    if (version != null) {
      json.put("version", version);
    }
    if (!request.body().isEmpty()) {
      json.set("data", BodyGate.object(request.body()));
    }
    return json;
  }

  /**
   * What refers to something that is not there yet waits for what follows it, once, but for itself.
   */
  private Expected effect(GroupModel model, List<Planned> operations, JsonNode answer) {
    Deque<Planned> queue = new ArrayDeque<>(operations);
    Set<Planned> waited = new HashSet<>();
    List<String> expected = new ArrayList<>();
    boolean failed = false;
    while (!queue.isEmpty() && !(stops && failed)) {
      Planned next = queue.remove();
      boolean isOpen = refersToNothing(model, next.request());
      boolean isItsOwn = isOpen && next.request().method().equals("POST");
      if (isOpen && !isItsOwn && waited.add(next)) {
        queue.add(next);
        continue;
      }
      JsonNode told = answer.path("Operations").path(expected.size());
      Expected one = isOpen ? Expected.status(isItsOwn ? 400 : 409) : on(model, next, told);
      failed |= one.status() >= 400;
      expected.add(line(one));
    }
    model.forgetReferences();
    List<String> told = new ArrayList<>();
    answer.path("Operations").forEach(each -> told.add(line(each)));
    assertEquals(expected, told, answer::toString);
    return Expected.status(stops && failed ? 412 : 200);
  }

  private static boolean refersToNothing(GroupModel model, ScimRequest request) {
    String reference = GroupSteps.NEW_GROUP;
    return (request.path() + request.body()).contains(reference) && !model.knows(reference);
  }

  private static Expected on(GroupModel model, Planned operation, JsonNode told) {
    String location = told.path("location").asText();
    String id = location.substring(location.lastIndexOf('/') + 1);
    Expected expected =
        operation.effect().apply(JsonNodeFactory.instance.objectNode().put("id", id));
    if (expected.status() == 201) {
      boolean isUser = operation.request().path().equals("/Users");
      model.refer(isUser ? GroupSteps.NEW_USER : GroupSteps.NEW_GROUP, id);
    }
    return expected;
  }

  /** Of a group the version as well. A PATCH of members alone answers here like any other. */
  private static String line(Expected expected) {
    var group = expected.group();
    return group == null
        ? "" + expected.status()
        : (expected.status() == 201 ? 201 : 200) + " " + group.tag();
  }

  private static String line(JsonNode operation) {
    String status = operation.path("status").asText();
    boolean isGroup = operation.path("location").asText().contains("/Groups/");
    return isGroup && operation.has("version")
        ? status + " " + operation.path("version").asText()
        : status;
  }
}
