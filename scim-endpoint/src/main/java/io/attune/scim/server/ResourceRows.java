package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.captaingoldfish.scim.sdk.common.etag.ETag;
import de.captaingoldfish.scim.sdk.common.exceptions.ConflictException;
import de.captaingoldfish.scim.sdk.common.exceptions.ResourceNotFoundException;
import de.captaingoldfish.scim.sdk.common.resources.ResourceNode;
import de.captaingoldfish.scim.sdk.common.resources.complex.Meta;
import io.attune.store.ResourceKind;
import io.attune.store.StoredResource;
import io.attune.store.StoredResource.Keys;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns resources into rows and back. What the server itself answers for (id, meta, memberships) is
 * no part of a body, and a password is kept nowhere.
 */
final class ResourceRows<T extends ResourceNode> {
  /** Values of a list, but members, which are rows of their own. */
  static final int MOST_VALUES = 1000;

  private static final String PRIMARY = "primary";
  private static final Set<String> OURS = Set.of("id", "meta", "groups", "members", "password");

  private final String app;
  private final ResourceKind kind;
  private final Supplier<T> empty;

  /**
   * Of one kind at one endpoint.
   *
   * @param empty makes a resource that says nothing
   */
  ResourceRows(String app, ResourceKind kind, Supplier<T> empty) {
    this.app = app;
    this.kind = kind;
    this.empty = empty;
  }

  String app() {
    return app;
  }

  ResourceKind kind() {
    return kind;
  }

  /**
   * What is written of a resource.
   *
   * @param row as the store keeps it
   * @param body what the row's body says
   */
  record Written(StoredResource row, ObjectNode body) {}

  /** The row of a resource. */
  Written row(ObjectNode resource, String id, long createdMillis, long nowMillis, long version) {
    ObjectNode body = resource.deepCopy();
    body.remove(OURS);
    refuseLongLists(body);
    body.forEach(ResourceRows::keepEachValueOnce);
    removeWhatIsUnassigned(body);
    if (kind == ResourceKind.USER && !body.has("active")) {
      body.put("active", true); // a record that does not say is of an active user, and so told
    }
    Keys keys =
        new Keys(
            text(body, "userName"),
            text(body, "externalId"),
            text(body, "displayName"),
            kind == ResourceKind.USER ? body.path("active").asBoolean() : null);
    String text = body.toString();
    return new Written(
        new StoredResource(app, kind, id, keys, createdMillis, nowMillis, version, text), body);
  }

  /**
   * Passes a resource, whole or as a client sent it.
   *
   * @throws Refusal if a list of it is too long
   */
  static void refuseLongLists(ObjectNode resource) {
    for (Map.Entry<String, JsonNode> each : resource.properties()) {
      boolean isList = each.getValue().isArray() && !each.getKey().equals("members");
      if (isList && each.getValue().size() > MOST_VALUES) {
        throw Refusal.of(
            400,
            "invalidValue",
            "`" + each.getKey() + "` has more than " + MOST_VALUES + " values");
      }
    }
  }

  /**
   * RFC 7643, 2.4: a list holds no value twice; an {@code add} of one that is there changes nothing
   * but which one is primary.
   */
  private static void keepEachValueOnce(JsonNode attribute) {
    if (attribute instanceof ArrayNode list && list.size() > 1) {
      Map<JsonNode, JsonNode> distinct = new LinkedHashMap<>();
      for (JsonNode each : list) {
        distinct.merge(
            each instanceof ObjectNode complex ? complex.deepCopy().without(PRIMARY) : each,
            each,
            (first, later) -> later.path(PRIMARY).asBoolean() ? later : first);
      }
      if (distinct.size() < list.size()) {
        list.removeAll().addAll(distinct.values());
      }
    }
  }

  /** RFC 7643, 2.5: what has no value left says nothing, such as a name without its last part. */
  private static void removeWhatIsUnassigned(ObjectNode body) {
    Iterator<JsonNode> values = body.elements();
    while (values.hasNext()) {
      JsonNode value = values.next();
      if (value.isNull() || (value.isContainerNode() && value.isEmpty())) {
        values.remove();
      }
    }
  }

  /**
   * The resource of a row, without its memberships; and without its times where the answer is given
   * them behind the library.
   */
  T resource(StoredResource row, RequestContext request) {
    return resource(row, ResourceJson.read(row.body()), request);
  }

  /** As above, of what was just written. */
  T resource(Written written, RequestContext request) {
    return resource(written.row(), written.body(), request);
  }

  private T resource(StoredResource row, ObjectNode body, RequestContext request) {
    T resource = empty.get(); // the library's own way to one fails to find a constructor first
    resource.setAll(body);
    resource.setId(row.id());
    var meta =
        Meta.builder()
            .resourceType(kind == ResourceKind.USER ? "User" : "Group")
            .version(ETag.builder().weak(true).tag(Long.toString(row.version())).build());
    if (!request.answers(row)) {
      meta.created(Instant.ofEpochMilli(row.createdMillis()))
          .lastModified(Instant.ofEpochMilli(row.modifiedMillis()));
    }
    resource.setMeta(meta.build());
    return resource;
  }

  /** Whether two rows say the same, in whatever order: a write of it is none. */
  static boolean saySame(StoredResource one, StoredResource other) {
    String body = one.body();
    return body.equals(other.body())
        || (body.length() == other.body().length()
            && ResourceJson.read(body).equals(ResourceJson.read(other.body())));
  }

  /** The row as filters over bodies see it. */
  static ObjectNode filterable(StoredResource row) {
    ObjectNode node = ResourceJson.read(row.body());
    node.set("id", new TextNode(row.id()));
    ObjectNode meta = node.putObject("meta");
    meta.put("created", Instant.ofEpochMilli(row.createdMillis()).toString());
    meta.put("lastModified", Instant.ofEpochMilli(row.modifiedMillis()).toString());
    meta.put("resourceType", row.kind() == ResourceKind.USER ? "User" : "Group");
    return node;
  }

  /** As clients are told of an id that is nobody's. */
  ResourceNotFoundException notFound(String id) {
    String name = kind == ResourceKind.USER ? "user" : "group";
    return new ResourceNotFoundException("there is no " + name + " with the id `" + id + "`");
  }

  /** As clients are told of a value that must be unique. */
  static ConflictException conflict(String attribute) {
    return new ConflictException("another resource has this `" + attribute + "`", "uniqueness");
  }

  /** As the library is told that a request has to be done again. */
  static ConflictException overtaken() {
    return new ConflictException("the resource was changed by another request");
  }

  private static @Nullable String text(JsonNode body, String name) {
    return body.path(name).textValue();
  }
}
