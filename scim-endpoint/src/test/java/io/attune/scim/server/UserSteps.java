package io.attune.scim.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.attune.scim.server.UserModel.Expected;
import io.attune.scim.server.UserModel.User;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Random requests about users, and what the model makes of each. */
final class UserSteps {
  static final String BASE = "http://localhost/scim/v2";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
  private static final String NOBODY = "nobody";

  private UserSteps() {}

  /** A request, and what the model says of it. */
  sealed interface Step {
    /** The request, to a service whose users are those of the model. */
    ScimRequest request(UserModel model);

    /**
     * Does it to the model.
     *
     * @param id of the resource that the service answered with, empty if with none
     */
    Expected on(UserModel model, String id);
  }

  /** What {@code If-Match} and {@code If-None-Match} say. */
  enum Condition {
    NONE,
    CURRENT,
    OTHER,
    ANY,
    LIST;

    @Nullable String header(@Nullable User user) {
      return header(user == null ? 1 : user.version());
    }

    @Nullable String header(long version) {
      return switch (this) {
        case NONE -> null;
        case CURRENT -> Precondition.tag(version);
        case OTHER -> Precondition.tag(version + 1);
        case ANY -> "*";
        case LIST -> Precondition.tag(version + 7) + ", " + Precondition.tag(version);
      };
    }
  }

  /** One operation of a PATCH. */
  record Change(String op, String path, String value) {
    private static final List<String> TEXTS =
        List.of("title", "displayName", "externalId", "name.familyName", "userName");

    ObjectNode json() {
      ObjectNode json = JSON.objectNode().put("op", op);
      if (path.equals("emails")) {
        return json.put("path", path).set("value", JSON.arrayNode().add(email(value)));
      }
      if (path.isEmpty()) {
        return json.set("value", JSON.objectNode().put("title", value).put("displayName", value));
      }
      return op.equals("remove")
          ? json.put("path", path)
          : json.put("path", path).put("value", value);
    }

    /** Does it; what is not there is removed already. */
    void on(ObjectNode attributes) {
      if (op.equals("remove")) {
        UserModel.remove(attributes, path);
      } else if (path.equals("emails")) {
        UserModel.add(attributes, path, email(value));
      } else if (path.isEmpty()) {
        attributes.put("title", value).put("displayName", value);
      } else {
        UserModel.set(attributes, path, new TextNode(value));
      }
    }

    static Arbitrary<Change> any() {
      Arbitrary<String> ops = Arbitraries.of("add", "replace");
      return Arbitraries.oneOf(
          Combinators.combine(ops, Arbitraries.of(TEXTS), values()).as(Change::new),
          Combinators.combine(ops, values()).as((op, value) -> new Change(op, "", value)),
          Arbitraries.of(TEXTS.subList(0, 4)).map(path -> new Change("remove", path, "")),
          values().map(value -> new Change("add", "emails", value)));
    }
  }

  /** POST of a user; a body without a name is wrong. */
  record Create(String name, String title, boolean hasName) implements Step {
    @Override
    public ScimRequest request(UserModel model) {
      return UserSteps.request("POST", "/Users", "if-match", null, body().toString());
    }

    private ObjectNode body() {
      ObjectNode body = user().put("title", title);
      return hasName ? body.put("userName", name) : body;
    }

    @Override
    public Expected on(UserModel model, String id) {
      return model.create(body(), id);
    }
  }

  /** GET of a user. */
  record Read(int number, Condition condition) implements Step {
    @Override
    public ScimRequest request(UserModel model) {
      User user = model.pick(number);
      return UserSteps.request("GET", path(user), "if-none-match", condition.header(user), "");
    }

    @Override
    public Expected on(UserModel model, String id) {
      User user = model.pick(number);
      return model.read(user, condition.header(user));
    }
  }

  /** PUT of a user: what is not said is gone. */
  record Replace(int number, String name, String externalId, Condition condition) implements Step {
    @Override
    public ScimRequest request(UserModel model) {
      User user = model.pick(number);
      return UserSteps.request(
          "PUT", path(user), "if-match", condition.header(user), body().toString());
    }

    private ObjectNode body() {
      return user().put("externalId", externalId).put("userName", name);
    }

    @Override
    public Expected on(UserModel model, String id) {
      User user = model.pick(number);
      return model.write(user, body(), condition.header(user));
    }
  }

  /** PATCH of a user. */
  record Patch(int number, List<Change> changes, Condition condition) implements Step {
    @Override
    public ScimRequest request(UserModel model) {
      User user = model.pick(number);
      ObjectNode body = JSON.objectNode();
      body.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:PatchOp");
      ArrayNode operations = body.putArray("Operations");
      changes.forEach(change -> operations.add(change.json()));
      return UserSteps.request(
          "PATCH", path(user), "if-match", condition.header(user), body.toString());
    }

    @Override
    public Expected on(UserModel model, String id) {
      User user = model.pick(number);
      ObjectNode attributes = UserModel.attributes(user);
      changes.forEach(change -> change.on(attributes));
      return model.write(user, attributes, condition.header(user));
    }
  }

  /** DELETE of a user. */
  record Delete(int number, Condition condition) implements Step {
    @Override
    public ScimRequest request(UserModel model) {
      User user = model.pick(number);
      return UserSteps.request("DELETE", path(user), "if-match", condition.header(user), "");
    }

    @Override
    public Expected on(UserModel model, String id) {
      User user = model.pick(number);
      return model.delete(user, condition.header(user));
    }
  }

  private static ObjectNode user() {
    ObjectNode user = JSON.objectNode();
    user.putArray("schemas").add(CORE);
    return user;
  }

  private static ObjectNode email(String value) {
    return JSON.objectNode().put("value", value + "@example.com").put("type", "work");
  }

  private static String path(@Nullable User user) {
    return "/Users/" + (user == null ? NOBODY : user.id);
  }

  private static ScimRequest request(
      String method, String path, String header, @Nullable String condition, String body) {
    Map<String, String> headers = condition == null ? Map.of() : Map.of(header, condition);
    return new ScimRequest(method, BASE, path, Map.of(), headers, body, "test");
  }

  /** A list. */
  static ScimRequest list(Map<String, String> query) {
    return new ScimRequest("GET", BASE, "/Users", new TreeMap<>(query), Map.of(), "", "test");
  }

  private static Arbitrary<String> values() {
    return Arbitraries.of("a", "b", "c");
  }

  /** Few, so that they meet; some differ in case alone. */
  private static Arbitrary<String> names() {
    return Arbitraries.of("ada", "Ada", "ADA", "bob", "Bob", "eve", "mallory", "a", "B");
  }

  private static Arbitrary<Integer> numbers() {
    return Arbitraries.integers().between(0, 9);
  }

  static Arbitrary<Condition> conditions() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just(Condition.NONE)),
        Tuple.of(2, Arbitraries.of(Condition.class)));
  }

  static Arbitrary<Step> any() {
    Arbitrary<Step> create =
        Combinators.combine(names(), values(), Arbitraries.integers().between(0, 9))
            .as((name, title, dice) -> new Create(name, title, dice > 0));
    Arbitrary<Step> read = Combinators.combine(numbers(), conditions()).as(Read::new);
    Arbitrary<Step> replace =
        Combinators.combine(numbers(), names(), values(), conditions()).as(Replace::new);
    Arbitrary<Step> patch =
        Combinators.combine(numbers(), Change.any().list().ofMinSize(1).ofMaxSize(3), conditions())
            .as(Patch::new);
    Arbitrary<Step> delete = Combinators.combine(numbers(), conditions()).as(Delete::new);
    return Arbitraries.oneOf(create, create, read, replace, patch, patch, delete);
  }
}
