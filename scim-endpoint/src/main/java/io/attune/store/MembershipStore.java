package io.attune.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Who is in which group, a row a membership. Writing methods return when the write is durable. */
public final class MembershipStore {
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

  /** Adds a group and its members. */
  public void add(StoredResource group, List<Membership> members) {
    database
        .writer()
        .write(
            handle -> {
              ResourceStore.insert(handle, group);
              apply(handle, group.app(), group.id(), MembershipChange.to(members));
              return true;
            });
  }

  /**
   * Replaces a group that was read before, and its members.
   *
   * @throws VersionConflict if it is no longer what was read
   */
  public void replace(StoredResource group, List<Membership> members) {
    database
        .writer()
        .write(
            handle -> {
              ResourceStore.replace(handle, group);
              apply(handle, group.app(), group.id(), MembershipChange.to(members));
              return true;
            });
  }

  /**
   * Changes the members of a group and nothing else of it: rows as many as members change.
   *
   * @param version the version that the group must have, or 0 for any
   * @param atMillis the time of the change
   * @throws VersionConflict if the group has another version, or is gone
   */
  public void change(
      String app, String groupId, MembershipChange change, long version, long atMillis) {
    database
        .writer()
        .write(
            handle -> {
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
              return true;
            });
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
