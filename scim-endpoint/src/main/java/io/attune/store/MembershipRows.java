package io.attune.store;

import io.attune.store.AuditEntry.Operation;
import io.attune.store.AuditTrail.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Memberships inside the transaction of a write, a row each. */
final class MembershipRows {
  private static final String MEMBERS =
      "select group_id, member_id, type, display from membership where app = :app and group_id ="
          + " :group";

  /** Ids in one question. */
  private static final int MOST_IDS = 500;

  private MembershipRows() {}

  /** The members of a group, in the order they came. */
  static List<Membership> of(Handle handle, String app, String groupId) {
    return list(handle.createQuery(MEMBERS + " order by seq"), app, groupId);
  }

  /** The members of a group that have one of these ids. */
  static List<Membership> among(Handle handle, String app, String groupId, List<String> ids) {
    List<Membership> members = new ArrayList<>();
    for (List<String> part : parts(ids)) {
      Query query = handle.createQuery(MEMBERS + " and member_id in (<ids>)");
      members.addAll(list(query.bindList("ids", part), app, groupId));
    }
    return members;
  }

  private static List<Membership> list(Query members, String app, String groupId) {
    return members
        .bind("app", app)
        .bind("group", groupId)
        .map(
            (rows, context) ->
                new Membership(
                    rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)))
        .list();
  }

  private static List<List<String>> parts(List<String> ids) {
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += MOST_IDS) {
      parts.add(ids.subList(from, Math.min(ids.size(), from + MOST_IDS)));
    }
    return parts;
  }

  /**
   * Does a change.
   *
   * @throws UnknownMember if a member that comes is no resource of the app
   */
  static void apply(Handle handle, String app, String groupId, MembershipChange change) {
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
      add(handle, app, groupId, change.adds());
    }
  }

  private static void add(Handle handle, String app, String groupId, List<Membership> members) {
    Map<String, Set<String>> types = types(handle, app, members);
    PreparedBatch adds =
        handle.prepareBatch(
            "insert into membership (app, group_id, member_id, type, display) values (:app,"
                + " :group, :member, :type, :display) on conflict do nothing");
    for (Membership member : members) {
      adds.bind("app", app)
          .bind("group", groupId)
          .bind("member", member.memberId())
          .bind("type", type(member, types.getOrDefault(member.memberId(), Set.of())))
          .bind("display", member.display())
          .add();
    }
    adds.execute();
  }

  /**
   * What a member is: what the client said, if it is that; else what it is, and if both, a user.
   *
   * @throws UnknownMember if it is nothing, or not what the client said
   */
  private static String type(Membership member, Set<String> types) {
    String said = member.type();
    if (types.isEmpty() || (said != null && !types.contains(said))) {
      throw new UnknownMember();
    }
    return said != null
        ? said
        : types.contains(Membership.USER) ? Membership.USER : Membership.GROUP;
  }

  /**
   * What members are, {@code User} or {@code Group}, or both. Asked in the transaction, so that
   * nobody is deleted between the question and the write.
   */
  private static Map<String, Set<String>> types(
      Handle handle, String app, List<Membership> members) {
    Map<String, Set<String>> types = new HashMap<>();
    for (List<String> ids : parts(members.stream().map(Membership::memberId).distinct().toList())) {
      handle
          .createQuery(
              "select id, case kind when 'USER' then 'User' else 'Group' end from resource where"
                  + " app = :app and kind in ('USER', 'GROUP') and id in (<ids>) and deleted is"
                  + " null")
          .bind("app", app)
          .bindList("ids", ids)
          .map((rows, context) -> Map.entry(rows.getString(1), rows.getString(2)))
          .forEach(
              each ->
                  types.computeIfAbsent(each.getKey(), id -> new HashSet<>()).add(each.getValue()));
    }
    return types;
  }

  /** Takes whoever was deleted out of all groups; returns these groups. */
  static List<StoredResource> leave(Handle handle, StoredResource gone) {
    boolean isUser = gone.kind() == ResourceKind.USER;
    if (!isUser) {
      apply(handle, gone.app(), gone.id(), MembershipChange.to(List.of()));
    }
    // A group may have the id of a user, where both came from an app that counts each for itself.
    String own =
        " m.app = :app and m.member_id = :id and (m.type = :type or not exists (select 1 from"
            + " resource o where o.app = :app and o.kind = :other and o.id = :id and o.deleted is"
            + " null))";
    Map<String, String> names =
        Map.of(
            "app",
            gone.app(),
            "id",
            gone.id(),
            "type",
            isUser ? "User" : "Group",
            "other",
            isUser ? "GROUP" : "USER");
    List<StoredResource> groups =
        handle
            .createQuery(
                "select "
                    + ResourceStore.COLUMNS
                    + " from membership m join resource r on r.app = m.app and r.kind = 'GROUP' and"
                    + " r.id = m.group_id and r.deleted is null where"
                    + own
                    + " order by r.seq")
            .bindMap(names)
            .map((rows, context) -> ResourceStore.resource(rows))
            .list();
    handle.createUpdate("delete from membership as m where" + own).bindMap(names).execute();
    return groups;
  }

  /**
   * Gives groups the version and the time of a change of their members.
   *
   * @param groups as they were before
   * @return what the trail is to be told
   */
  static List<Change> touch(
      Handle handle,
      List<StoredResource> groups,
      MembershipChange change,
      String actor,
      long atMillis) {
    if (groups.isEmpty()) {
      return List.of();
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "update resource set version = :version, last_modified = :at where app = :app and kind"
                + " = 'GROUP' and id = :id");
    List<Change> told = new ArrayList<>();
    for (StoredResource before : groups) {
      StoredResource after = before.touched(atMillis);
      batch
          .bind("version", after.version())
          .bind("at", atMillis)
          .bind("app", after.app())
          .bind("id", after.id())
          .add();
      told.add(
          Change.of(
              Operation.MEMBERS,
              actor,
              atMillis,
              after,
              before.hash(),
              after.hash(),
              change.hash()));
    }
    batch.execute();
    return told;
  }
}
