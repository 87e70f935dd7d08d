package io.attune.store;

import io.attune.store.AuditEntry.Operation;
import io.attune.store.AuditTrail.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Who is in which group, a row a membership. Writing methods return when the write is durable. */
public final class MembershipStore {
  /** Ids in one question. */
  private static final int MOST_IDS = 500;

  private final Database database;

  /** Over an open database. */
  public MembershipStore(Database database) {
    this.database = database;
  }

  /** The members of a group, in the order they came. */
  public List<Membership> members(String app, String groupId) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select group_id, member_id, type, display from membership where app = :app"
                            + " and group_id = :group order by seq")
                    .bind("app", app)
                    .bind("group", groupId)
                    .map(
                        (rows, context) ->
                            new Membership(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4)))
                    .list());
  }

  /** A user, and whether it is worthwhile to ask for its groups; empty if there is none. */
  public Optional<StoredUser> user(String app, String id) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select "
                            + ResourceStore.COLUMNS
                            + ", exists (select 1 from membership m where m.app = r.app and"
                            + " m.member_id = r.id) as has_groups from resource r where r.app ="
                            + " :app and r.kind = 'USER' and r.deleted is null and r.id = :id")
                    .bind("app", app)
                    .bind("id", id)
                    .map(
                        (rows, context) ->
                            new StoredUser(
                                ResourceStore.resource(rows), rows.getBoolean("has_groups")))
                    .findOne());
  }

  /** The groups that resources are direct members of: whose, and each group's name. */
  public List<Membership> groupsOf(String app, List<String> memberIds) {
    if (memberIds.isEmpty()) {
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
                            + " m.member_id in (<members>) order by r.seq")
                    .bind("app", app)
                    .bindList("members", memberIds)
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
            handle -> {
              AuditTrail.tell(handle, List.of(insert(handle, group, members, actor)));
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
            handle -> {
              List<Change> told = new ArrayList<>();
              members.forEach((group, own) -> told.add(insert(handle, group, own, actor)));
              AuditTrail.tell(handle, told);
              return true;
            });
  }

  private static Change insert(
      Handle handle, StoredResource group, List<Membership> members, String actor) {
    MembershipChange change = new MembershipChange(false, List.of(), members);
    ResourceStore.insert(handle, group);
    apply(handle, group.app(), group.id(), change);
    return Change.created(group, actor, change.hash());
  }

  /**
   * Replaces a group that was read before, and its members.
   *
   * @param before what was read
   * @param actor who does it, as the audit trail names them
   * @throws VersionConflict if it is no longer what was read
   * @throws UnknownMember if a member is no resource of the app
   */
  public void replace(
      StoredResource before, StoredResource group, List<Membership> members, String actor) {
    MembershipChange change = MembershipChange.to(members);
    database
        .writer()
        .write(
            handle -> {
              Change told = ResourceStore.replace(handle, before, group, actor, change.hash());
              apply(handle, group.app(), group.id(), change);
              AuditTrail.tell(handle, List.of(told));
              ImportStore.tell(handle, group, false, group.modifiedMillis());
              return true;
            });
  }

  /**
   * Changes the members of a group and nothing else of it: rows as many as members change.
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
            handle -> {
              StoredResource before = group(handle, app, groupId);
              int rows =
                  handle
                      .createUpdate(
                          "update resource set version = version + 1, last_modified = :at where app"
                              + " = :app and kind = 'GROUP' and id = :group and deleted is null and"
                              + " (:version = 0 or version = :version)")
                      .bind("at", atMillis)
                      .bind("app", app)
                      .bind("group", groupId)
                      .bind("version", version)
                      .execute();
              if (rows == 0) {
                throw new VersionConflict();
              }
              apply(handle, app, groupId, change);
              StoredResource after = group(handle, app, groupId);
              AuditTrail.tell(
                  handle,
                  List.of(
                      Change.of(
                          Operation.MEMBERS,
                          actor,
                          atMillis,
                          after,
                          before.hash(),
                          after.hash(),
                          change.hash())));
              ImportStore.tell(handle, after, false, atMillis);
              return true;
            });
  }

  /** The groups that a resource is a direct member of. */
  static List<StoredResource> groupsOf(Handle handle, String app, String memberId) {
    return handle
        .createQuery(
            "select "
                + ResourceStore.COLUMNS
                + " from membership m join resource r on r.app = m.app and r.kind = 'GROUP' and r.id"
                + " = m.group_id and r.deleted is null where m.app = :app and m.member_id = :member"
                + " order by r.seq")
        .bind("app", app)
        .bind("member", memberId)
        .map((rows, context) -> ResourceStore.resource(rows))
        .list();
  }

  private static StoredResource group(Handle handle, String app, String id) {
    return ResourceStore.find(handle, app, ResourceKind.GROUP, id)
        .orElseThrow(VersionConflict::new);
  }

  /** Asked in the transaction, so that nobody is deleted between the question and the write. */
  private static void refuseUnknown(Handle handle, String app, List<Membership> members) {
    List<String> ids = members.stream().map(Membership::memberId).distinct().toList();
    for (int from = 0; from < ids.size(); from += MOST_IDS) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + MOST_IDS));
      int known =
          handle
              .createQuery(
                  "select count(distinct id) from resource where app = :app and kind in ('USER',"
                      + " 'GROUP') and id in (<ids>) and deleted is null")
              .bind("app", app)
              .bindList("ids", some)
              .mapTo(Integer.class)
              .one();
      if (known < some.size()) {
        throw new UnknownMember();
      }
    }
  }

  private static void apply(Handle handle, String app, String groupId, MembershipChange change) {
    if (change.clears()) {
      handle
          .createUpdate("delete from membership where app = :app and group_id = :group")
          .bind("app", app)
          .bind("group", groupId)
          .execute();
    }
    if (!change.removes().isEmpty()) {
      PreparedBatch removes =
          handle.prepareBatch(
              "delete from membership where app = :app and group_id = :group and member_id ="
                  + " :member");
      for (String member : change.removes()) {
        removes.bind("app", app).bind("group", groupId).bind("member", member).add();
      }
      removes.execute();
    }
    if (!change.adds().isEmpty()) {
      refuseUnknown(handle, app, change.adds());
      PreparedBatch adds =
          handle.prepareBatch(
              "insert into membership (app, group_id, member_id, type, display) values (:app,"
                  + " :group, :member, :type, :display) on conflict do nothing");
      for (Membership member : change.adds()) {
        adds.bind("app", app)
            .bind("group", groupId)
            .bind("member", member.memberId())
            .bind("type", member.type())
            .bind("display", member.display())
            .add();
      }
      adds.execute();
    }
  }
}
