package io.attune.store;

import io.attune.store.AuditEntry.Operation;
import io.attune.store.AuditTrail.Change;
import io.attune.store.StoredResource.Keys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Resources, by id and by condition. Every method that writes returns when the write is durable.
 */
public final class ResourceStore {
  static final String COLUMNS =
      "r.app, r.kind, r.id, r.user_name, r.external_id, r.display_name, r.active, r.created,"
          + " r.last_modified, r.version, r.body";

  /** Those of {@link #found}. */
  static final String FOUND =
      COLUMNS
          + ", exists (select 1 from membership m where m.app = r.app and m.member_id = r.id) as"
          + " has_groups";

  private static final String LIVING =
      " from resource r where r.app = :app and r.kind = :kind" + " and r.deleted is null and ";

  private final Database database;

  /** Over an open database. */
  public ResourceStore(Database database) {
    this.database = database;
  }

  /**
   * Adds a resource.
   *
   * @param actor who does it, as the audit trail names them
   * @throws UniquenessConflict if another has its user name or id, or is the same group
   */
  public void add(StoredResource resource, String actor) {
    // What can be said beforehand is, since there is one thread that writes.
    EmailKeys emails = EmailKeys.of(resource);
    Change told = Change.created(resource, actor, null);
    database
        .writer()
        .write(
            (handle, chain) -> {
              insert(handle, resource, emails.userNameType());
              emails.insert(handle, resource);
              chain.tell(told);
              ImportStore.tell(handle, resource, false, resource.modifiedMillis());
              return true;
            });
  }

  /**
   * Adds resources, all of them or none.
   *
   * @param actor who does it, as the audit trail names them
   * @throws UniquenessConflict if one has the user name or id of another
   */
  public void addAll(List<StoredResource> resources, String actor) {
    database
        .writer()
        .write(
            (handle, chain) -> {
              for (StoredResource each : resources) {
                EmailKeys emails = EmailKeys.of(each);
                insert(handle, each, emails.userNameType());
                emails.insert(handle, each);
              }
              chain.tell(
                  resources.stream().map(each -> Change.created(each, actor, null)).toList());
              return true;
            });
  }

  /** Writes the row of a resource, and the type of the address that is its user name, if any. */
  static void insert(Handle handle, StoredResource resource, @Nullable String userNameType) {
    String sql =
        "insert into resource (app, kind, id, user_name, user_name_key, user_name_email,"
            + " external_id, display_name, display_key, active, created, last_modified, version,"
            + " body) values (:app, :kind, :id, :userName, :userNameKey, :userNameType,"
            + " :externalId, :displayName, :displayKey, :active, :created, :modified, :version,"
            + " :body)";
    Update insert = handle.createUpdate(sql).bind("created", resource.createdMillis());
    insert.bind("userNameType", userNameType);
    executeUnique(bindKeys(bindRow(insert, resource), resource.keys()));
  }

  /**
   * Replaces a resource that was read before.
   *
   * @param before what was read
   * @param resource with the version that follows the one read
   * @param actor who does it, as the audit trail names them
   * @throws VersionConflict if it is no longer what was read
   * @throws UniquenessConflict if another has its new user name
   */
  public void replace(StoredResource before, StoredResource resource, String actor) {
    EmailKeys emails = EmailKeys.of(resource);
    EmailKeys emailsBefore = EmailKeys.of(before);
    boolean sameEmails = emailsBefore.equals(emails);
    Change told = Change.updated(before, resource, actor, null);
    database
        .writer()
        .write(
            (handle, chain) -> {
              replace(handle, before, resource, emails.userNameType());
              if (!sameEmails) {
                emailsBefore.delete(handle, before);
                emails.insert(handle, resource);
              }
              chain.tell(told);
              ImportStore.tell(handle, resource, false, resource.modifiedMillis());
              return true;
            });
  }

  /**
   * Replaces the row of a resource, and the type of the address that is its user name, if any. One
   * version has one content.
   */
  static void replace(
      Handle handle,
      StoredResource before,
      StoredResource resource,
      @Nullable String userNameType) {
    if (resource.version() != before.version() + 1) {
      throw new VersionConflict();
    }
    // A database writes each index whose columns are named, also where they stay as they are.
    boolean sameKeys = resource.keys().equals(before.keys());
    String keys =
        "user_name = :userName, user_name_key = :userNameKey, external_id = :externalId,"
            + " display_name = :displayName, display_key = :displayKey, active = :active, ";
    String sql =
        "update resource set "
            + (sameKeys ? "" : keys)
            + "user_name_email = :userNameType, last_modified = :modified, version = :version, body"
            + " = :body where app = :app and kind = :kind and id = :id and deleted is null and"
            + " version = :version - 1";
    Update update = bindRow(handle.createUpdate(sql), resource);
    update.bind("userNameType", userNameType);
    if (executeUnique(sameKeys ? update : bindKeys(update, resource.keys())) == 0) {
      throw new VersionConflict();
    }
  }

  /**
   * Deletes a resource and its memberships; its row stays, its names are free. The groups that it
   * was in get a new version.
   *
   * @param version the version that it must have, or 0 for any
   * @param actor who does it, as the audit trail names them
   * @return whether there was one
   */
  public boolean delete(
      String app, ResourceKind kind, String id, long version, String actor, long atMillis) {
    return database
        .writer()
        .write(
            (handle, chain) -> {
              Optional<StoredResource> before = find(handle, app, kind, id);
              int rows =
                  handle
                      .createUpdate(
                          "update resource set deleted = :at, version = version + 1 where app ="
                              + " :app and kind = :kind and id = :id and deleted is null and"
                              + " (:version = 0 or version = :version)")
                      .bind("at", atMillis)
                      .bind("version", version)
                      .bind("app", app)
                      .bind("kind", kind.name())
                      .bind("id", id)
                      .execute();
              if (rows == 0 || before.isEmpty()) {
                return false;
              }
              StoredResource gone = before.get();
              EmailKeys.of(gone).delete(handle, gone);
              List<StoredResource> groups = MembershipRows.leave(handle, gone);
              List<Change> told = new ArrayList<>();
              told.add(Change.of(Operation.DELETE, actor, atMillis, gone, gone.hash(), null, null));
              MembershipChange left = MembershipChange.without(id);
              told.addAll(MembershipRows.touch(handle, groups, left, actor, atMillis));
              chain.tell(told);
              ImportStore.tell(handle, gone, true, atMillis);
              groups.forEach(group -> ImportStore.tell(handle, group, false, atMillis));
              return true;
            });
  }

  /** A resource by its id. */
  public Optional<StoredResource> find(String app, ResourceKind kind, String id) {
    return database.jdbi().withHandle(handle -> find(handle, app, kind, id));
  }

  static Optional<StoredResource> find(Handle handle, String app, ResourceKind kind, String id) {
    return scoped(handle.createQuery("select " + COLUMNS + LIVING + "r.id = :id"), app, kind)
        .bind("id", id)
        .map((rows, context) -> resource(rows))
        .findOne();
  }

  /** How many resources there are under a condition. */
  public long count(String app, ResourceKind kind, Condition condition) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                scoped(handle.createQuery("select count(*)" + LIVING + condition.sql()), app, kind)
                    .bindMap(condition.parameters())
                    .mapTo(Long.class)
                    .one());
  }

  /**
   * A page of resources.
   *
   * @param offset how many to pass over, from 0
   * @param limit how many at most
   */
  public List<FoundResource> page(
      String app,
      ResourceKind kind,
      Condition condition,
      ResourceOrder order,
      boolean ascending,
      long offset,
      int limit) {
    String ordered = " order by " + order.sql(ascending);
    String page = LIVING + condition.sql() + ordered + " limit :limit offset :offset";
    // Rows are passed over by an index alone; only the page's own bodies are read.
    String sql =
        offset == 0
            ? "select " + FOUND + page
            : "select "
                + FOUND
                + " from resource r where r.seq in (select r.seq"
                + page
                + ")"
                + ordered;
    return database
        .jdbi()
        .withHandle(
            handle ->
                scoped(handle.createQuery(sql), app, kind)
                    .bindMap(condition.parameters())
                    .bind("limit", limit)
                    .bind("offset", offset)
                    .map((rows, context) -> found(rows))
                    .list());
  }

  /** Hands on the resources under a condition, in an order, without holding them all. */
  public void scan(
      String app,
      ResourceKind kind,
      Condition condition,
      ResourceOrder order,
      boolean ascending,
      Consumer<StoredResource> each) {
    String sql =
        "select " + COLUMNS + LIVING + condition.sql() + " order by " + order.sql(ascending);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              try (var resources =
                  scoped(handle.createQuery(sql), app, kind)
                      .bindMap(condition.parameters())
                      .setFetchSize(500)
                      .map((rows, context) -> resource(rows))
                      .stream()) {
                resources.forEach(each);
              }
            });
  }

  private static Query scoped(Query query, String app, ResourceKind kind) {
    return query.bind("app", app).bind("kind", kind.name());
  }

  private static Update bindRow(Update update, StoredResource resource) {
    return update
        .bind("app", resource.app())
        .bind("kind", resource.kind().name())
        .bind("id", resource.id())
        .bind("modified", resource.modifiedMillis())
        .bind("version", resource.version())
        .bind("body", resource.body());
  }

  private static Update bindKeys(Update update, Keys keys) {
    return update
        .bind("userName", keys.userName())
        .bind("userNameKey", NameKey.of(keys.userName()))
        .bind("externalId", keys.externalId())
        .bind("displayName", keys.displayName())
        .bind("displayKey", NameKey.of(keys.displayName()))
        .bind("active", keys.active() == null ? null : keys.active() ? 1 : 0);
  }

  /** Both databases name the index or its columns in the message of a broken uniqueness. */
  private static int executeUnique(Update update) {
    try {
      return update.execute();
    } catch (UnableToExecuteStatementException e) {
      String message = String.valueOf(e.getCause()).toLowerCase(Locale.ROOT);
      if (!message.contains("unique")) {
        throw e;
      }
      String attribute = message.contains("external_id") ? "externalId" : "id";
      throw new UniquenessConflict(message.contains("user_name") ? "userName" : attribute);
    }
  }

  static FoundResource found(ResultSet rows) throws SQLException {
    return new FoundResource(resource(rows), rows.getBoolean("has_groups"));
  }

  static StoredResource resource(ResultSet rows) throws SQLException {
    int active = rows.getInt("active");
    Boolean isActive = rows.wasNull() ? null : active == 1;
    return new StoredResource(
        rows.getString("app"),
        ResourceKind.valueOf(rows.getString("kind")),
        rows.getString("id"),
        new Keys(
            rows.getString("user_name"),
            rows.getString("external_id"),
            rows.getString("display_name"),
            isActive),
        rows.getLong("created"),
        rows.getLong("last_modified"),
        rows.getLong("version"),
        rows.getString("body"));
  }
}
