package io.attune.scim.server;

import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.patch.PatchOperationHandler;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import io.attune.scim.server.ResourceQueries.Page;
import io.attune.scim.server.ResourceQueries.Wanted;
import io.attune.store.FoundResource;
import io.attune.store.Membership;
import io.attune.store.MembershipChange;
import io.attune.store.MembershipStore;
import io.attune.store.ResourceKind;
import io.attune.store.ResourceStore;
import io.attune.store.StoredResource;
import io.attune.store.UniquenessConflict;
import io.attune.store.UnknownMember;
import io.attune.store.VersionConflict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups and their members, between the SCIM library and the store. */
final class GroupHandler extends ResourceHandler<Group> {
  private final ResourceStore store;
  private final MembershipStore memberships;
  private final ResourceQueries queries;
  private final ResourceRows<Group> rows;

  GroupHandler(String app, ResourceStore store, MembershipStore memberships) {
    this.store = store;
    this.memberships = memberships;
    this.queries = new ResourceQueries(store, System::nanoTime);
    this.rows = new ResourceRows<>(app, ResourceKind.GROUP, Group::new);
  }

  @Override
  public Group createResource(Group group, Context context) {
    long now = ((RequestContext) context).nowMillis();
    StoredResource row = rows.row(group, NewId.at(now), now, now, 1).row();
    List<Membership> members = members(group, row.id());
    try {
      memberships.add(row, members, ((RequestContext) context).actor());
    } catch (UnknownMember e) {
      throw unknownMember();
    } catch (UniquenessConflict e) {
      throw ResourceRows.conflict(e.attribute());
    }
    ((RequestContext) context).wantMembers();
    return withMembers(row, (RequestContext) context);
  }

  @Override
  public Group getResource(
      String id,
      List<SchemaAttribute> attributes,
      List<SchemaAttribute> excluded,
      Context context) {
    RequestContext request = (RequestContext) context;
    StoredResource row = find(id);
    request.sawVersion(id, row.version());
    if (!Projection.wants("members", attributes, excluded)) {
      return rows.resource(row, request);
    }
    request.wantMembers();
    return withMembers(row, request);
  }

  @Override
  public PartialListResponse<Group> listResources(
      long startIndex,
      int count,
      @Nullable FilterNode filter,
      @Nullable SchemaAttribute sortBy,
      @Nullable SortOrder sortOrder,
      List<SchemaAttribute> attributes,
      List<SchemaAttribute> excluded,
      Context context) {
    RequestContext request = (RequestContext) context;
    Page page =
        queries.page(
            rows.app(),
            ResourceKind.GROUP,
            Wanted.of(context, sortBy, sortOrder, startIndex, count));
    boolean members = Projection.wants("members", attributes, excluded);
    if (members) {
      request.wantMembers();
    }
    return PartialListResponse.<Group>builder()
        .resources(
            page.found().stream()
                .map(FoundResource::row)
                .map(row -> members ? withMembers(row, request) : rows.resource(row, request))
                .toList())
        .totalResults(page.total())
        .build();
  }

  @Override
  public Group updateResource(Group group, Context context) {
    RequestContext request = (RequestContext) context;
    request.wantMembers();
    String id = group.getId().orElseThrow();
    StoredResource before = find(id);
    long version = request.sawAtFirst(id, before.version());
    StoredResource after =
        rows.row(group, id, before.createdMillis(), request.nowMillis(), version + 1).row();
    MembershipChange members =
        MembershipChange.to(members(group, id)).left(memberships.members(rows.app(), id));
    boolean isSame = members.isNone() && ResourceRows.saySame(after, before);
    if (isSame && version == before.version()) {
      return withMembers(before, request);
    }
    try {
      memberships.replace(before, after, members, request.actor());
    } catch (UnknownMember e) {
      throw unknownMember();
    } catch (UniquenessConflict e) {
      throw ResourceRows.conflict(e.attribute());
    } catch (VersionConflict e) {
      request.markOvertaken();
      throw ResourceRows.overtaken();
    }
    return withMembers(after, request);
  }

  @Override
  public PatchOperationHandler<Group> getPatchOpResourceHandler(String id, Context context) {
    return new PatchOperations<>(this, context);
  }

  @Override
  public void deleteResource(String id, Context context) {
    RequestContext request = (RequestContext) context;
    StoredResource row =
        store.find(rows.app(), ResourceKind.GROUP, id).orElseThrow(() -> rows.notFound(id));
    request.sawVersion(id, row.version());
    long version = request.isConditional() ? row.version() : 0;
    if (!store.delete(
        rows.app(), ResourceKind.GROUP, id, version, request.actor(), request.nowMillis())) {
      request.markOvertaken();
      throw rows.notFound(id);
    }
  }

  /** As clients are told of a member that is nobody. */
  static Refusal unknownMember() {
    return Refusal.of(
        400, "invalidValue", "a member is no user or group of this service, or not of its `type`");
  }

  private StoredResource find(String id) {
    return store.find(rows.app(), ResourceKind.GROUP, id).orElseThrow(() -> rows.notFound(id));
  }

  private Group withMembers(StoredResource row, RequestContext request) {
    Group group = rows.resource(row, request);
    List<Member> members = new ArrayList<>();
    for (Membership each : memberships.members(rows.app(), row.id())) {
      members.add(
          Member.builder()
              .value(each.memberId())
              .type(each.type() == null ? "User" : each.type())
              .display(each.display())
              .build());
    }
    if (!members.isEmpty()) {
      group.setMembers(members);
    }
    return group;
  }

  private static List<Membership> members(Group group, String id) {
    List<Membership> members = new ArrayList<>();
    for (Member member : group.getMembers()) {
      String value =
          member
              .getValue()
              .orElseThrow(() -> Refusal.of(400, "invalidValue", "a member has no `value`"));
      members.add(
          new Membership(
              id, value, member.getType().orElse(null), member.getDisplay().orElse(null)));
    }
    return members;
  }
}
