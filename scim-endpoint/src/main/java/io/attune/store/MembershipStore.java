package io.attune.store;

import io.attune.store.AuditTrail.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who is in which group, a row a membership. Writing methods return when the write is durable. */
public final class MembershipStore {
  private final Database database;

  /** Over an open database. */
  public MembershipStore(Database database) {
    this.database = database;
  }

  /** The members of a group, in the order they came. */
  public List<Membership> members(String app, String groupId) {
    return database.jdbi().withHandle(handle -> MembershipRows.of(handle, app, groupId));
  }

  /** A user, and whether it is worthwhile to ask for its groups; empty if there is none. */
  public Optional<FoundResource> user(String app, String id) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select "
                            + ResourceStore.FOUND
                            + " from resource r where r.app = :app and r.kind = 'USER' and"
                            + " r.deleted is null and r.id = :id")
                    .bind("app", app)
                    .bind("id", id)
                    .map((rows, context) -> ResourceStore.found(rows))
                    .findOne());
  }

  /** The groups that users are direct members of: whose, and each group's name. */
  public List<Membership> groupsOf(String app, List<String> userIds) {
    if (userIds.isEmpty()) {
      return List.of();
    }
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select m.group_id, m.member_id, r.display_name from membership m join"
                            + " resource r on r.app = m.app and r.kind = 'GROUP' and r.id ="
                            + " m.group_id and r.deleted is null where m.app = :app and"
                            + " m.member_id in (<members>) and (m.type is null or m.type <>"
                            + " 'Group') order by r.seq")
                    .bind("app", app)
                    .bindList("members", userIds)
                    .map(
                        (rows, context) ->
                            new Membership(
                                rows.getString(1), rows.getString(2), null, rows.getString(3)))
                    .list());
  }

  /**
   * Adds a group and its members.
   *
   * @param actor who does it, as the audit trail names them
   * @throws UnknownMember if a member is no resource of the app
   */
  public void add(StoredResource group, List<Membership> members, String actor) {
    database
        .writer()
        .write(
            (handle, chain) -> {
              chain.tell(insert(handle, group, members, actor));
              ImportStore.tell(handle, group, false, group.modifiedMillis());
              return true;
            });
  }

  /**
   * Adds groups and their members, all of them or none, which are not imported for that.
   *
   * @param members by group
   * @param actor who does it, as the audit trail names them
   * @throws UnknownMember if a member is no resource of the app
   */
  public void addAll(Map<StoredResource, List<Membership>> members, String actor) {
    database
        .writer()
        .write(
            (handle, chain) -> {
              List<Change> told = new ArrayList<>();
              members.forEach((group, own) -> told.add(insert(handle, group, own, actor)));
              chain.tell(told);
              return true;
            });
  }

  private static Change insert(
      Handle handle, StoredResource group, List<Membership> members, String actor) {
    MembershipChange change = new MembershipChange(false, List.of(), members);
    ResourceStore.insert(handle, group, null);
    MembershipRows.apply(handle, group.app(), group.id(), change);
    return Change.created(group, actor, change.hash());
  }

  /**
   * Replaces a group that was read before, and changes its members.
   *
   * @param before what was read
   * @param change of the members that it had then, or of any
   * @param actor who does it, as the audit trail names them
   * @throws VersionConflict if it is no longer what was read
   * @throws UnknownMember if a member is no resource of the app
   */
  public void replace(
      StoredResource before, StoredResource group, MembershipChange change, String actor) {
    Change told = Change.updated(before, group, actor, change.hash());
    database
        .writer()
        .write(
            (handle, chain) -> {
              ResourceStore.replace(handle, before, group, null);
              MembershipRows.apply(handle, group.app(), group.id(), change);
              chain.tell(told);
              ImportStore.tell(handle, group, false, group.modifiedMillis());
              return true;
            });
  }

  /**
   * Changes the members of a group and nothing else of it: rows as many as members change. One that
   * leaves them as they are is no change of the group. Source: RFC 7644, 3.5.2.1.
   *
   * @param version the version that the group must have, or 0 for any
   * @param actor who does it, as the audit trail names them
   * @param atMillis the time of the change
   * @throws VersionConflict if the group has another version, or is gone
   * @throws UnknownMember if a member that comes is no resource of the app
   */
  public void change(
      String app,
      String groupId,
      MembershipChange change,
      long version,
      String actor,
      long atMillis) {
    database
        .writer()
        .write(
            (handle, chain) -> {
              StoredResource before = group(handle, app, groupId);
              if (version != 0 && version != before.version()) {
                throw new VersionConflict();
              }
              MembershipChange left =
                  change.left(
                      change.clears()
                          ? MembershipRows.of(handle, app, groupId)
                          : MembershipRows.among(handle, app, groupId, change.named()));
              if (left.isNone()) {
                return false;
              }
              MembershipRows.apply(handle, app, groupId, left);
              chain.tell(MembershipRows.touch(handle, List.of(before), left, actor, atMillis));
              ImportStore.tell(handle, before, false, atMillis);
              return true;
            });
  }

  private static StoredResource group(Handle handle, String app, String id) {
    return ResourceStore.find(handle, app, ResourceKind.GROUP, id)
        .orElseThrow(VersionConflict::new);
  }
}
