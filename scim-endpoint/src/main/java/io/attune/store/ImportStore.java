package io.attune.store;

import io.attune.store.AuditEntry.Operation;
import io.attune.store.AuditTrail.Change;
import io.attune.store.StoredImport.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The imports of a workspace's apps: those that wait, in the order they came, and what became of
 * the others. Every method that writes returns when the write is durable.
 */
public final class ImportStore {
  static final String COLUMNS =
      "seq, app, source, mode, status, applies, kind, record, body, gone, created, planned,"
          + " sha256, unassignments, report, outcome, error";

  private final Database database;

  /** Over an open database. */
  public ImportStore(Database database) {
    this.database = database;
  }

  /** From now on what is written to an app's users is imported. */
  public void importFromNowOn(String app) {
    write(
        (handle, chain) ->
            handle
                .createUpdate("insert into imported_app (app) values (:app) on conflict do nothing")
                .bind("app", app)
                .execute());
  }

  /** From now on what is written to an app's groups is imported, too. */
  public void importGroupsFromNowOn(String app) {
    write(
        (handle, chain) ->
            handle
                .createUpdate("update imported_app set with_groups = 1 where app = :app")
                .bind("app", app)
                .execute());
  }

  /** Whether what is written to an app's resources of a kind is imported. */
  public boolean isImported(String app, ResourceKind kind) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select app from imported_app where app = :app and (:kind = 'USER' or"
                            + " with_groups = 1)")
                    .bind("app", app)
                    .bind("kind", kind.name())
                    .mapTo(String.class)
                    .findOne()
                    .isPresent());
  }

  /**
   * Queues the import of a resource that is written in this transaction, if its app is imported. A
   * user is imported as it is written now; a group, whose members may be many, as it stands when
   * its turn comes.
   */
  static void tell(Handle handle, StoredResource resource, boolean gone, long atMillis) {
    if (resource.app().isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            "insert into import_run (app, source, mode, status, applies, kind, record, body, gone,"
                + " created) select app, 'ENDPOINT', 'INCREMENTAL', 'QUEUED', 1, :kind, :record,"
                + " :body, :gone, :at from imported_app where app = :app and (:kind = 'USER' or"
                + " with_groups = 1)")
        .bind("app", resource.app())
        .bind("kind", resource.kind().name())
        .bind("record", resource.id())
        .bind("body", resource.kind() == ResourceKind.USER ? resource.body() : null)
        .bind("gone", gone ? 1 : 0)
        .bind("at", atMillis)
        .execute();
  }

  /**
   * Queues an import; returns its id.
   *
   * @param actor who asks for it, as the audit trail names them
   */
  public long add(StoredImport asked, String actor) {
    return write(
        (handle, chain) -> {
          long id =
              handle
                  .createQuery(
                      "insert into import_run (app, source, mode, status, applies, record, body,"
                          + " gone, created) values (:app, :source, :mode, :status, :applies,"
                          + " :record, :body, :gone, :created) returning seq")
                  .bind("app", asked.app())
                  .bind("source", asked.source().name())
                  .bind("mode", asked.mode())
                  .bind("status", asked.status().name())
                  .bind("applies", asked.applies() ? 1 : 0)
                  .bind("record", asked.record())
                  .bind("body", asked.body())
                  .bind("gone", asked.gone() ? 1 : 0)
                  .bind("created", asked.createdMillis())
                  .mapTo(Long.class)
                  .one();
          ImportChoice asking = new ImportChoice(Operation.CREATE, actor, asked.createdMillis());
          chain.tell(Change.of(asking, null, one(handle, id)));
          return id;
        });
  }

  /** An import by its id. */
  public Optional<StoredImport> find(long id) {
    return database.jdbi().withHandle(handle -> find(handle, id));
  }

  static Optional<StoredImport> find(Handle handle, long id) {
    return handle
        .createQuery("select " + COLUMNS + " from import_run where seq = :id")
        .bind("id", id)
        .map((rows, context) -> row(rows))
        .findOne();
  }

  /** An import that is there. */
  static StoredImport one(Handle handle, long id) {
    return find(handle, id).orElseThrow();
  }

  /** How many there are. */
  public long count(ImportWanted wanted) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from import_run where " + wanted.sql())
                    .bindMap(wanted.parameters())
                    .mapTo(Long.class)
                    .one());
  }

  /** A page of them, newest first. */
  public List<StoredImport> newest(ImportWanted wanted, long offset, int limit) {
    return page(wanted, "desc", offset, limit);
  }

  /** The first of them. */
  public List<StoredImport> oldest(ImportWanted wanted, int limit) {
    return page(wanted, "asc", 0, limit);
  }

  private List<StoredImport> page(ImportWanted wanted, String direction, long offset, int limit) {
    String sql =
        "select "
            + COLUMNS
            + " from import_run where "
            + wanted.sql()
            + " order by seq "
            + direction
            + " limit :limit offset :offset";
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(sql)
                    .bindMap(wanted.parameters())
                    .bind("limit", limit)
                    .bind("offset", offset)
                    .map((rows, context) -> row(rows))
                    .list());
  }

  /** Of each app the first import that waits and is to be applied, and the first that is not. */
  public List<StoredImport> heads() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select "
                            + COLUMNS
                            + " from import_run where seq in (select min(seq) from import_run"
                            + " where status = 'QUEUED' group by app, applies) order by seq")
                    .map((rows, context) -> row(rows))
                    .list());
  }

  /** Notes the plan that is about to be applied, so that a restart knows what it may have done. */
  public void planned(List<StoredImport> imports, @Nullable Plan plan) {
    write(
        (handle, chain) -> {
          for (StoredImport each : imports) {
            handle
                .createUpdate(
                    "update import_run set sha256 = :sha256, unassignments = :unassignments,"
                        + " planned = :planned, report = :report, outcome = :outcome where seq ="
                        + " :id")
                .bind("sha256", plan == null ? null : plan.sha256())
                .bind("unassignments", plan == null ? null : plan.unassignments())
                .bind("planned", plan == null ? null : plan.timeMillis())
                .bind("report", plan == null ? null : plan.report())
                .bind("outcome", each.outcome())
                .bind("id", each.id())
                .execute();
          }
          return true;
        });
  }

  /** What became of an import; what it was made from goes, unless it waits again or pauses. */
  public void settle(List<StoredImport> imports, ImportStatus status, @Nullable String error) {
    write(
        (handle, chain) -> {
          imports.forEach(each -> settle(handle, each.id(), status, error));
          return true;
        });
  }

  static void settle(Handle handle, long id, ImportStatus status, @Nullable String error) {
    boolean keeps = status == ImportStatus.QUEUED || status == ImportStatus.PAUSED;
    handle
        .createUpdate(
            "update import_run set status = :status, error = :error, choice = null, chooser = null,"
                + " body = case when :keeps = 1 then body else null end where seq = :id")
        .bind("status", status.name())
        .bind("error", error)
        .bind("keeps", keeps ? 1 : 0)
        .bind("id", id)
        .execute();
  }

  private <T> T write(GroupCommit.Write<T> write) {
    return database.writer().write(write);
  }

  static StoredImport row(ResultSet rows) throws SQLException {
    String sha256 = rows.getString("sha256");
    Plan plan =
        sha256 == null
            ? null
            : new Plan(
                sha256,
                rows.getInt("unassignments"),
                rows.getLong("planned"),
                rows.getString("report"));
    return new StoredImport(
        rows.getLong("seq"),
        rows.getString("app"),
        ImportSource.valueOf(rows.getString("source")),
        rows.getString("mode"),
        ImportStatus.valueOf(rows.getString("status")),
        rows.getInt("applies") == 1,
        ResourceKind.valueOf(rows.getString("kind")),
        rows.getString("record"),
        rows.getString("body"),
        rows.getInt("gone") == 1,
        rows.getLong("created"),
        plan,
        rows.getString("outcome"),
        rows.getString("error"));
  }
}
