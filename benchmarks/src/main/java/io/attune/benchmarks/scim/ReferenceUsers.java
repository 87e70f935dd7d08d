package io.attune.benchmarks.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.etag.ETag;
import de.captaingoldfish.scim.sdk.common.exceptions.ConflictException;
import de.captaingoldfish.scim.sdk.common.exceptions.ResourceNotFoundException;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.Meta;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.filter.AttributeExpressionLeaf;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import io.attune.store.ResourceKind;
import io.attune.store.StoredResource;
import io.attune.store.StoredResource.Keys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Users in maps: no more than the library asks for, and nothing survives the process. */
final class ReferenceUsers extends ResourceHandler<User> {
  private static final Set<String> OURS = Set.of("id", "meta");

  private final Map<String, StoredResource> byId = new ConcurrentHashMap<>();
  private final Map<String, String> idByName = new ConcurrentHashMap<>();
  private final List<String> ids = new ArrayList<>();

  /** Adds a user; false if another has the name. */
  boolean add(StoredResource row) {
    String name = String.valueOf(row.keys().userName()).toLowerCase(Locale.ROOT);
    if (idByName.putIfAbsent(name, row.id()) != null) {
      return false;
    }
    byId.put(row.id(), row);
    synchronized (ids) {
      ids.add(row.id());
    }
    return true;
  }

  @Override
  public User createResource(User user, Context context) {
    long now = System.currentTimeMillis();
    StoredResource row = row(user, UUID.randomUUID().toString(), now, now, 1);
    if (!add(row)) {
      throw new ConflictException("another resource has this `userName`", "uniqueness");
    }
    return user(row);
  }

  @Override
  public User getResource(
      String id,
      List<SchemaAttribute> attributes,
      List<SchemaAttribute> excluded,
      Context context) {
    return user(find(id));
  }

  private StoredResource find(String id) {
    return Optional.ofNullable(byId.get(id))
        .orElseThrow(() -> new ResourceNotFoundException("there is no user with this id"));
  }

  @Override
  public PartialListResponse<User> listResources(
      long startIndex,
      int count,
      @Nullable FilterNode filter,
      @Nullable SchemaAttribute sortBy,
      @Nullable SortOrder sortOrder,
      List<SchemaAttribute> attributes,
      List<SchemaAttribute> excluded,
      Context context) {
    List<String> page;
    int total;
    if (filter instanceof AttributeExpressionLeaf leaf) {
      String id = idByName.get(leaf.getValue().toLowerCase(Locale.ROOT));
      page = id == null ? List.of() : List.of(id);
      total = page.size();
    } else {
      synchronized (ids) {
        total = ids.size();
        int from = (int) Math.min(startIndex - 1, total);
        page = List.copyOf(ids.subList(from, Math.min(from + count, total)));
      }
    }
    List<User> users = page.stream().map(this::find).map(ReferenceUsers::user).toList();
    return PartialListResponse.<User>builder().resources(users).totalResults(total).build();
  }

  @Override
  public User updateResource(User user, Context context) {
    String id = user.getId().orElseThrow();
    StoredResource before = find(id);
    StoredResource after =
        row(user, id, before.createdMillis(), System.currentTimeMillis(), before.version() + 1);
    byId.put(id, after);
    return user(after);
  }

  @Override
  public void deleteResource(String id, Context context) {
    throw new UnsupportedOperationException("nobody deletes here");
  }

  private static StoredResource row(
      User user, String id, long createdMillis, long nowMillis, long version) {
    ObjectNode body = user.deepCopy();
    body.remove(OURS);
    Keys keys = new Keys(user.getUserName().orElse(null), null, null, null);
    return new StoredResource(
        "", ResourceKind.USER, id, keys, createdMillis, nowMillis, version, body.toString());
  }

  private static User user(StoredResource row) {
    User user = JsonHelper.readJsonDocument(row.body(), User.class);
    user.setId(row.id());
    user.setMeta(
        Meta.builder()
            .resourceType("User")
            .created(Instant.ofEpochMilli(row.createdMillis()))
            .lastModified(Instant.ofEpochMilli(row.modifiedMillis()))
            .version(ETag.builder().weak(true).tag(Long.toString(row.version())).build())
            .build());
    return user;
  }
}
