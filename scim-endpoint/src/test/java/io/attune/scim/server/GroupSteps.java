package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.scim.server.GroupModel.Content;
import io.attune.scim.server.GroupModel.Expected;
import io.attune.scim.server.GroupModel.Group;
import io.attune.scim.server.UserSteps.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Requests about groups and their members, and what the model makes of each. */
final class GroupSteps {
  /** What a Bulk request calls the user and the group that it creates. */
  static final String NEW_USER = "bulkId:u";

  static final String NEW_GROUP = "bulkId:g";

  /** Numbers of members: from here on groups, and then the references. */
  static final int FIRST_GROUP = 10;

  static final int FIRST_REFERENCE = 13;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private GroupSteps() {}

  /** Something to ask, whatever there is by then. */
  interface Step {
    Planned plan(GroupModel model);
  }

  /**
   * A request to a service whose groups are those of the model, and what it does to the model:
   * given what the service answered, it says what it should have.
   */
  record Planned(ScimRequest request, Function<JsonNode, Expected> effect) {}

  /** POST of a user who was never there. */
  record AddUser() implements Step {
    @Override
    public Planned plan(GroupModel model) {
      ObjectNode user = JSON.objectNode().put("userName", "user" + model.userCount());
      return new Planned(
          request("POST", "/Users", user), body -> model.addUser(body.path("id").asText()));
    }
  }

  /** DELETE of a user, member or not. */
  record DeleteUser(int number) implements Step {
    @Override
    public Planned plan(GroupModel model) {
      String id = model.user(number);
      return new Planned(request("DELETE", "/Users/" + id, null), body -> model.deleteUser(id));
    }
  }

  /** POST of a group. */
  record AddGroup(String name, String externalId, List<Integer> members) implements Step {
    @Override
    public Planned plan(GroupModel model) {
      Content content = new Content(name, externalId, ids(model, members));
      return new Planned(
          request("POST", "/Groups", json(content)),
          body -> model.addGroup(body.path("id").asText(), content));
    }
  }

  /** GET of a group. */
  record ReadGroup(int number, Condition condition) implements Step {
    @Override
    public Planned plan(GroupModel model) {
      String id = groupId(model, number);
      String ifNoneMatch = header(condition, model, id);
      return new Planned(
          request("GET", path(id), "if-none-match", ifNoneMatch, null),
          body -> model.read(id, ifNoneMatch));
    }
  }

  /** PUT of a group: what is not said is gone. */
  record ReplaceGroup(
      int number, String name, String externalId, List<Integer> members, Condition condition)
      implements Step {
    @Override
    public Planned plan(GroupModel model) {
      String id = groupId(model, number);
      String ifMatch = header(condition, model, id);
      Content content = new Content(name, externalId, ids(model, members));
      return new Planned(
          request("PUT", path(id), "if-match", ifMatch, json(content)),
          body -> model.write(id, 200, before -> content, ifMatch));
    }
  }

  /** PUT of a group as it is answered, which changes nothing. */
  record Repeat(int number, Condition condition) implements Step {
    @Override
    public Planned plan(GroupModel model) {
      String id = groupId(model, number);
      String ifMatch = header(condition, model, id);
      Group group = model.find(id);
      Content content = group == null ? new Content("", "", List.of()) : group.content();
      ObjectNode body = group == null ? json(content) : group.resource();
      return new Planned(
          request("PUT", path(id), "if-match", ifMatch, body),
          answer -> model.write(id, 200, before -> content, ifMatch));
    }
  }

  /** What one operation does to members; {@code remove one} selects by a filter. */
  record Change(String op, List<String> ids) {
    ObjectNode json() {
      ObjectNode json = JSON.objectNode().put("op", op.split(" ", -1)[0]);
      if (op.equals("remove one")) {
        return json.put("path", "members[value eq \"" + ids.get(0) + "\"]");
      }
      json.put("path", "members");
      return op.equals("remove all") ? json : json.set("value", values(ids));
    }

    void on(List<String> list) {
      switch (op) {
        case "remove one" -> list.removeIf(ids.get(0)::equals);
        case "remove" -> list.removeAll(ids);
        case "add" -> ids.stream().filter(id -> !list.contains(id)).forEach(list::add);
        default -> {
          list.clear();
          list.addAll(op.equals("replace") ? ids : List.of());
        }
      }
    }
  }

  /** A change of members who are numbers yet. */
  record NumberedChange(String op, List<Integer> members) {
    Change of(GroupModel model) {
      return new Change(op, ids(model, members));
    }
  }

  /** PATCH of the members of a group, and of its name unless that is empty. */
  record Patch(int number, String name, List<NumberedChange> changes, Condition condition)
      implements Step {
    @Override
    public Planned plan(GroupModel model) {
      String id = groupId(model, number);
      String ifMatch = header(condition, model, id);
      List<Change> told = changes.stream().map(change -> change.of(model)).toList();
      ObjectNode body = JSON.objectNode();
      ArrayNode operations = body.putArray("Operations");
      if (!name.isEmpty()) {
        operations.addObject().put("op", "replace").put("path", "displayName").put("value", name);
      }
      told.forEach(change -> operations.add(change.json()));
      return new Planned(
          request("PATCH", path(id), "if-match", ifMatch, body),
          answer ->
              model.write(id, name.isEmpty() ? 204 : 200, before -> after(before, told), ifMatch));
    }

    private Content after(Content before, List<Change> told) {
      List<String> members = new ArrayList<>(before.members());
      told.forEach(change -> change.on(members));
      return new Content(
          name.isEmpty() ? before.displayName() : name, before.externalId(), members);
    }
  }

  /** DELETE of a group, which may be a member of others. */
  record DeleteGroup(int number, Condition condition) implements Step {
    @Override
    public Planned plan(GroupModel model) {
      String id = model.group(number);
      String ifMatch = header(condition, model, id);
      return new Planned(
          request("DELETE", path(id), "if-match", ifMatch, null),
          body -> model.deleteGroup(id, ifMatch));
    }
  }

  private static ObjectNode json(Content content) {
    ObjectNode group = JSON.objectNode().put("displayName", content.displayName());
    if (!content.externalId().isEmpty()) {
      group.put("externalId", content.externalId());
    }
    return group.set("members", values(content.members()));
  }

  private static ArrayNode values(List<String> ids) {
    ArrayNode values = JSON.arrayNode();
    ids.forEach(id -> values.addObject().put("value", id));
    return values;
  }

  private static List<String> ids(GroupModel model, List<Integer> numbers) {
    return numbers.stream().map(number -> memberId(model, number)).toList();
  }

  private static String memberId(GroupModel model, int number) {
    if (number < FIRST_GROUP) {
      return model.user(number);
    }
    return number < FIRST_REFERENCE
        ? model.group(number - FIRST_GROUP)
        : number == FIRST_REFERENCE ? NEW_USER : NEW_GROUP;
  }

  private static String groupId(GroupModel model, int number) {
    return number < FIRST_REFERENCE ? model.group(number) : NEW_GROUP;
  }

  private static @Nullable String header(Condition condition, GroupModel model, String id) {
    Group group = model.find(id);
    return condition.header(group == null ? 1 : group.version());
  }

  private static String path(String id) {
    return "/Groups/" + id;
  }

  static ScimRequest request(String method, String path, @Nullable ObjectNode body) {
    return request(method, path, "", null, body);
  }

  private static ScimRequest request(
      String method,
      String path,
      String header,
      @Nullable String condition,
      @Nullable ObjectNode body) {
    Map<String, String> headers = condition == null ? Map.of() : Map.of(header, condition);
    String text = body == null ? "" : body.toString();
    return new ScimRequest(method, UserSteps.BASE, path, Map.of(), headers, text, "test");
  }
}
