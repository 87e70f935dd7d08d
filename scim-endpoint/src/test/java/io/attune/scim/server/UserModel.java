package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What users of a SCIM service are after some requests, in one plain list: nothing is indexed,
 * stored or shared with the service. Source: RFC 7644, 3.3 to 3.6 and 3.14.
 */
final class UserModel {
  /** In the order of their creation, those who were deleted as well. */
  private final List<User> users = new ArrayList<>();

  private long nowMillis = 1_000_000_000_001L;

  /** A user, once and for all at one place of the list. */
  static final class User {
    final String id;
    private final long createdMillis;
    private long modifiedMillis;
    private ObjectNode attributes;
    private long version = 1;
    private boolean isDeleted;

    private User(String id, ObjectNode attributes, long nowMillis) {
      this.id = id;
      this.attributes = attributes;
      this.createdMillis = nowMillis;
      this.modifiedMillis = nowMillis;
    }

    long version() {
      return version;
    }

    /** The resource as it is answered. */
    ObjectNode resource() {
      ObjectNode resource = attributes.deepCopy();
      resource.put("id", id);
      resource
          .putObject("meta")
          .put("resourceType", "User")
          .put("created", Instant.ofEpochMilli(createdMillis).toString())
          .put("lastModified", Instant.ofEpochMilli(modifiedMillis).toString())
          .put("location", UserSteps.BASE + "/Users/" + id)
          .put("version", Precondition.tag(version));
      return resource;
    }

    private String text(String attribute) {
      return attributes.path(attribute).asText();
    }
  }

  /**
   * What should be answered.
   *
   * @param status of the answer
   * @param user whom it shows, null if nobody
   */
  record Expected(int status, @Nullable User user) {
    static Expected status(int status) {
      return new Expected(status, null);
    }
  }

  /** The time of the next request; no two have the same. */
  long tick() {
    nowMillis += 1000;
    return nowMillis;
  }

  long nowMillis() {
    return nowMillis;
  }

  /** The user of a number, wherever there is one, living or not; null if nobody ever was. */
  @Nullable User pick(int number) {
    return users.isEmpty() ? null : users.get(number % users.size());
  }

  /** Those who are there, in the order of their creation. */
  List<User> living(Predicate<User> which) {
    return users.stream().filter(user -> !user.isDeleted).filter(which).toList();
  }

  static Predicate<User> has(String attribute, String value) {
    return user ->
        user.attributes.path(attribute).isTextual() && user.text(attribute).equalsIgnoreCase(value);
  }

  private boolean isTaken(ObjectNode attributes, @Nullable User by) {
    String name = attributes.path("userName").asText();
    return living(has("userName", name)).stream().anyMatch(user -> user != by);
  }

  /** A create, which the service answered with this id if it did it. */
  Expected create(ObjectNode attributes, String id) {
    if (!attributes.has("userName")) {
      return Expected.status(400);
    }
    if (isTaken(attributes, null)) {
      return Expected.status(409);
    }
    User user = new User(id, active(attributes), nowMillis);
    users.add(user);
    return new Expected(201, user);
  }

  /** Active, unless the attributes say whether. */
  private static ObjectNode active(ObjectNode attributes) {
    return attributes.has("active") ? attributes : attributes.put("active", true);
  }

  Expected read(@Nullable User user, @Nullable String ifNoneMatch) {
    if (user == null || user.isDeleted) {
      return Expected.status(404);
    }
    boolean isKnown = Precondition.names(ifNoneMatch, user.version);
    return isKnown ? Expected.status(304) : new Expected(200, user);
  }

  Expected delete(@Nullable User user, @Nullable String ifMatch) {
    if (user == null || user.isDeleted) {
      return Expected.status(404);
    }
    if (ifMatch != null && !Precondition.names(ifMatch, user.version)) {
      return Expected.status(412);
    }
    user.isDeleted = true;
    return Expected.status(204);
  }

  /** A write that would leave a user with these attributes; equal ones are no write. */
  Expected write(@Nullable User user, ObjectNode attributes, @Nullable String ifMatch) {
    if (user == null || user.isDeleted) {
      return Expected.status(404);
    }
    if (ifMatch != null && !Precondition.names(ifMatch, user.version)) {
      return Expected.status(412);
    }
    if (isTaken(attributes, user)) {
      return Expected.status(409);
    }
    if (!active(attributes).equals(user.attributes)) {
      user.attributes = attributes;
      user.modifiedMillis = nowMillis;
      user.version++;
    }
    return new Expected(200, user);
  }

  /** The attributes of a user; none of nobody. */
  static ObjectNode attributes(@Nullable User user) {
    return user == null ? JsonNodeFactory.instance.objectNode() : user.attributes.deepCopy();
  }

  /** Sets an attribute, or one of an attribute's own: {@code name.familyName}. */
  static void set(ObjectNode attributes, String path, JsonNode value) {
    String[] parts = path.split("[.]", -1);
    if (parts.length == 1) {
      attributes.set(path, value);
    } else {
      attributes.withObjectProperty(parts[0]).set(parts[1], value);
    }
  }

  /** Takes an attribute away, and what it was the last one of. */
  static void remove(ObjectNode attributes, String path) {
    String[] parts = path.split("[.]", -1);
    if (parts.length == 1) {
      attributes.remove(path);
      return;
    }
    if (attributes.path(parts[0]) instanceof ObjectNode parent) {
      parent.remove(parts[1]);
    }
    if (attributes.path(parts[0]).isEmpty()) {
      attributes.remove(parts[0]);
    }
  }

  /** Adds to a list what is not there yet. */
  static void add(ObjectNode attributes, String name, JsonNode value) {
    ArrayNode list = attributes.withArrayProperty(name);
    for (JsonNode each : list) {
      if (each.equals(value)) {
        return;
      }
    }
    list.add(value);
  }
}
