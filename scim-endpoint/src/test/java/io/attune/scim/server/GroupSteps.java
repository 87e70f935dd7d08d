package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.scim.server.GroupModel.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Random requests about groups and their members, and what the model makes of each. */
final class GroupSteps {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private GroupSteps() {}

  /** A request, and what the model says of it. */
  sealed interface Step {
    /** The request, to a service whose groups are those of the model. */
    ScimRequest request(GroupModel model);

    /**
     * Does it to the model.
     *
     * @param body what the service answered
     * @return the status that it should have
     */
    int on(GroupModel model, JsonNode body);
  }

  /** POST of a user who was never there. */
  record AddUser() implements Step {
    @Override
    public ScimRequest request(GroupModel model) {
      return GroupSteps.request("POST", "/Users", user(model));
    }

    @Override
    public int on(GroupModel model, JsonNode body) {
      return model.addUser(body.path("id").asText());
    }
  }

  /** DELETE of a user, member or not. */
  record DeleteUser(int number) implements Step {
    @Override
    public ScimRequest request(GroupModel model) {
      return GroupSteps.request("DELETE", "/Users/" + model.user(number), null);
    }

    @Override
    public int on(GroupModel model, JsonNode body) {
      return model.deleteUser(model.user(number));
    }
  }

  /** POST of a group. */
  record AddGroup(String name, String externalId, List<Integer> members) implements Step {
    @Override
    public ScimRequest request(GroupModel model) {
      return GroupSteps.request("POST", "/Groups", group(name, externalId, ids(model, members)));
    }

    @Override
    public int on(GroupModel model, JsonNode body) {
      return model.addGroup(body.path("id").asText(), name, externalId, ids(model, members));
    }
  }

  /** PUT of a group: what is not said is gone. */
  record ReplaceGroup(int number, String name, String externalId, List<Integer> members)
      implements Step {
    @Override
    public ScimRequest request(GroupModel model) {
      ObjectNode body = group(name, externalId, ids(model, members));
      return GroupSteps.request("PUT", path(model, number), body);
    }

    @Override
    public int on(GroupModel model, JsonNode body) {
      return model.write(model.group(number), 200, name, externalId, ids(model, members));
    }
  }

  /** What one operation does to members; {@code remove one} selects by a filter. */
  record Change(String op, List<Integer> members) {
    ObjectNode json(GroupModel model) {
      List<String> ids = ids(model, members);
      ObjectNode json = JSON.objectNode().put("op", op.split(" ", -1)[0]);
      if (op.equals("remove one")) {
        return json.put("path", "members[value eq \"" + ids.get(0) + "\"]");
      }
      json.put("path", "members");
      return op.equals("remove all") ? json : json.set("value", values(ids));
    }

    void on(GroupModel model, List<String> list) {
      List<String> ids = ids(model, members);
      switch (op) {
        case "remove one" -> list.remove(ids.get(0));
        case "remove" -> list.removeAll(ids);
        case "add" -> ids.stream().filter(id -> !list.contains(id)).forEach(list::add);
        default -> {
          list.clear();
          list.addAll(op.equals("replace") ? ids : List.of());
        }
      }
    }
  }

  /** PATCH of the members of a group, and of its name unless that is empty. */
  record Patch(int number, String name, List<Change> changes) implements Step {
    @Override
    public ScimRequest request(GroupModel model) {
      ObjectNode body = JSON.objectNode();
      ArrayNode operations = body.putArray("Operations");
      if (!name.isEmpty()) {
        operations.addObject().put("op", "replace").put("path", "displayName").put("value", name);
      }
      changes.forEach(change -> operations.add(change.json(model)));
      return GroupSteps.request("PATCH", path(model, number), body);
    }

    @Override
    public int on(GroupModel model, JsonNode body) {
      Group group = model.group(number);
      List<String> members = new ArrayList<>(group == null ? List.of() : group.members());
      changes.forEach(change -> change.on(model, members));
      String before = group == null ? "" : group.displayName();
      String externalId = group == null ? "" : group.externalId();
      int status = name.isEmpty() ? 204 : 200;
      return model.write(group, status, name.isEmpty() ? before : name, externalId, members);
    }
  }

  /** DELETE of a group. */
  record DeleteGroup(int number) implements Step {
    @Override
    public ScimRequest request(GroupModel model) {
      return GroupSteps.request("DELETE", path(model, number), null);
    }

    @Override
    public int on(GroupModel model, JsonNode body) {
      return model.deleteGroup(model.group(number));
    }
  }

  /**
   * POST of three operations: a user is deleted, another one created, and a group that has the new
   * one as its member, by a reference.
   *
   * @param stops whether the first error is the last operation
   */
  record Bulk(int number, String name, String externalId, boolean stops) implements Step {
    @Override
    public ScimRequest request(GroupModel model) {
      ObjectNode body = JSON.objectNode();
      if (stops) {
        body.put("failOnErrors", 1);
      }
      ArrayNode operations = body.putArray("Operations");
      operations.addObject().put("method", "DELETE").put("path", "/Users/" + model.user(number));
      post(operations, "/Users", "u").set("data", user(model));
      post(operations, "/Groups", "g").set("data", group(name, externalId, List.of("bulkId:u")));
      return GroupSteps.request("POST", "/Bulk", body);
    }

    private static ObjectNode post(ArrayNode operations, String path, String bulkId) {
      return operations.addObject().put("method", "POST").put("path", path).put("bulkId", bulkId);
    }

    @Override
    public int on(GroupModel model, JsonNode body) {
      List<String> expected = new ArrayList<>();
      int deleted = model.deleteUser(model.user(number));
      expected.add("" + deleted);
      if (deleted == 204 || !stops) {
        String user = id(body, 1);
        expected.add("" + model.addUser(user));
        expected.add("" + model.addGroup(id(body, 2), name, externalId, List.of(user)));
      }
      List<String> told = new ArrayList<>();
      body.path("Operations").forEach(each -> told.add(each.path("status").asText()));
      assertEquals(expected, told, body::toString);
      boolean hasErrors = expected.contains("404") || expected.contains("409");
      return stops && hasErrors ? 412 : 200;
    }

    private static String id(JsonNode body, int operation) {
      String location = body.path("Operations").path(operation).path("location").asText();
      return location.substring(location.lastIndexOf('/') + 1);
    }
  }

  private static ObjectNode user(GroupModel model) {
    return JSON.objectNode().put("userName", "user" + model.userCount());
  }

  private static ObjectNode group(String name, String externalId, List<String> members) {
    ObjectNode group = JSON.objectNode().put("displayName", name);
    if (!externalId.isEmpty()) {
      group.put("externalId", externalId);
    }
    return group.set("members", values(members));
  }

  private static ArrayNode values(List<String> ids) {
    ArrayNode values = JSON.arrayNode();
    ids.forEach(id -> values.addObject().put("value", id));
    return values;
  }

  private static List<String> ids(GroupModel model, List<Integer> numbers) {
    return numbers.stream().map(model::user).toList();
  }

  private static String path(GroupModel model, int number) {
    Group group = model.group(number);
    return "/Groups/" + (group == null ? "nobody" : group.id);
  }

  static ScimRequest request(String method, String path, @Nullable ObjectNode body) {
    String text = body == null ? "" : body.toString();
    return new ScimRequest(method, UserSteps.BASE, path, Map.of(), Map.of(), text, "test");
  }

  private static Arbitrary<Integer> numbers() {
    return Arbitraries.integers().between(0, 9);
  }

  private static Arbitrary<List<Integer>> members() {
    return numbers().list().ofMinSize(1).ofMaxSize(3);
  }

  static Arbitrary<Step> any() {
    Arbitrary<String> names = Arbitraries.of("red", "green", "blue");
    Arbitrary<String> externalIds = Arbitraries.of("", "1", "2");
    Arbitrary<Change> change =
        Combinators.combine(
                Arbitraries.of("add", "add", "remove", "remove one", "remove all", "replace"),
                members())
            .as(Change::new);
    Arbitrary<Step> add = Combinators.combine(names, externalIds, members()).as(AddGroup::new);
    Arbitrary<Step> replace =
        Combinators.combine(numbers(), names, externalIds, members()).as(ReplaceGroup::new);
    Arbitrary<Step> patch =
        Combinators.combine(
                numbers(),
                Arbitraries.of("", "", "red", "green"),
                change.list().ofMinSize(1).ofMaxSize(3))
            .as(Patch::new);
    Arbitrary<Step> addUser = Arbitraries.create(AddUser::new);
    return Arbitraries.oneOf(
        addUser,
        addUser,
        add,
        add,
        replace,
        patch,
        patch,
        Combinators.combine(numbers(), names, externalIds, Arbitraries.of(true, false))
            .as(Bulk::new),
        numbers().map(DeleteUser::new),
        numbers().map(DeleteGroup::new));
  }
}
