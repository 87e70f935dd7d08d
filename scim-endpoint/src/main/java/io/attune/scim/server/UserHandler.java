package io.attune.scim.server;

import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.GroupNode;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.patch.PatchOperationHandler;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import io.attune.scim.server.ResourceQueries.Page;
import io.attune.scim.server.ResourceQueries.Wanted;
import io.attune.scim.server.ResourceRows.Written;
import io.attune.store.FoundResource;
import io.attune.store.Membership;
import io.attune.store.MembershipStore;
import io.attune.store.ResourceKind;
import io.attune.store.ResourceStore;
import io.attune.store.StoredResource;
import io.attune.store.UniquenessConflict;
import io.attune.store.VersionConflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Users, between the SCIM library and the store. */
final class UserHandler extends ResourceHandler<User> {
  private final ResourceStore store;
  private final MembershipStore memberships;
  private final ResourceQueries queries;
  private final ResourceRows<User> rows;

  UserHandler(String app, ResourceStore store, MembershipStore memberships) {
    this.store = store;
    this.memberships = memberships;
    this.queries = new ResourceQueries(store, System::nanoTime);
    this.rows = new ResourceRows<>(app, ResourceKind.USER, User::new);
  }

  @Override
  public User createResource(User user, Context context) {
    long now = ((RequestContext) context).nowMillis();
    Written written = rows.row(user, NewId.at(now), now, now, 1);
    try {
      store.add(written.row(), ((RequestContext) context).actor());
    } catch (UniquenessConflict e) {
      throw ResourceRows.conflict(e.attribute());
    }
    return rows.resource(written, (RequestContext) context);
  }

  @Override
  public User getResource(
      String id,
      List<SchemaAttribute> attributes,
      List<SchemaAttribute> excluded,
      Context context) {
    FoundResource stored = stored(id);
    ((RequestContext) context).saw(stored);
    User user = rows.resource(stored.row(), (RequestContext) context);
    if (stored.hasGroups() && Projection.wants("groups", attributes, excluded)) {
      addGroups(List.of(user));
    }
    return user;
  }

  private FoundResource stored(String id) {
    return memberships.user(rows.app(), id).orElseThrow(() -> rows.notFound(id));
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
    Page page =
        queries.page(
            rows.app(),
            ResourceKind.USER,
            Wanted.of(context, sortBy, sortOrder, startIndex, count));
    List<User> users = new ArrayList<>();
    List<User> members = new ArrayList<>();
    for (FoundResource found : page.found()) {
      User user = rows.resource(found.row(), (RequestContext) context);
      users.add(user);
      if (found.hasGroups()) {
        members.add(user);
      }
    }
    if (Projection.wants("groups", attributes, excluded)) {
      addGroups(members);
    }
    return PartialListResponse.<User>builder().resources(users).totalResults(page.total()).build();
  }

  private void addGroups(List<User> users) {
    List<String> ids = users.stream().map(user -> user.getId().orElseThrow()).toList();
    Map<String, List<Membership>> groups =
        memberships.groupsOf(rows.app(), ids).stream()
            .collect(Collectors.groupingBy(Membership::memberId));
    for (User user : users) {
      List<Membership> own = groups.getOrDefault(user.getId().orElseThrow(), List.of());
      if (!own.isEmpty()) {
        user.setGroups(own.stream().map(UserHandler::group).toList());
      }
    }
  }

  private static GroupNode group(Membership membership) {
    return GroupNode.builder()
        .value(membership.groupId())
        .display(membership.display())
        .type("direct")
        .build();
  }

  @Override
  public User updateResource(User user, Context context) {
    RequestContext request = (RequestContext) context;
    String id = user.getId().orElseThrow();
    FoundResource seen = Optional.ofNullable(request.forget(id)).orElseGet(() -> stored(id));
    StoredResource before = seen.row();
    long version = request.sawAtFirst(id, before.version());
    Written written = rows.row(user, id, before.createdMillis(), request.nowMillis(), version + 1);
    StoredResource after = written.row();
    if (version == before.version() && ResourceRows.saySame(after, before)) {
      return getResource(id, List.of(), List.of(), context);
    }
    try {
      store.replace(before, after, request.actor());
    } catch (UniquenessConflict e) {
      throw ResourceRows.conflict(e.attribute());
    } catch (VersionConflict e) {
      request.markOvertaken();
      throw ResourceRows.overtaken();
    }
    User updated = rows.resource(written, request);
    if (seen.hasGroups()) {
      addGroups(List.of(updated));
    }
    return updated;
  }

  @Override
  public PatchOperationHandler<User> getPatchOpResourceHandler(String id, Context context) {
    return new PatchOperations<>(this, context);
  }

  @Override
  public void deleteResource(String id, Context context) {
    RequestContext request = (RequestContext) context;
    StoredResource row =
        store.find(rows.app(), ResourceKind.USER, id).orElseThrow(() -> rows.notFound(id));
    request.sawVersion(id, row.version());
    long version = request.isConditional() ? row.version() : 0;
    if (!store.delete(
        rows.app(), ResourceKind.USER, id, version, request.actor(), request.nowMillis())) {
      request.markOvertaken();
      throw rows.notFound(id);
    }
  }
}
