package io.attune.store;

import io.attune.store.AuditEntry.Operation;
import io.attune.store.AuditEntry.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chain of changes. An entry is written in the transaction of its change, so that there is
 * neither without the other; entries are only ever added.
 */
public final class AuditTrail {
  static final String COLUMNS =
      "seq, at, actor, app, kind, id, operation, before_hash, after_hash, members_hash,"
          + " plan_hash, previous";

  private final Database database;

  /** Over an open database. */
  public AuditTrail(Database database) {
    this.database = database;
  }

  /** A change that is to be told: an entry without its place in the chain. */
  record Change(
      Operation operation,
      String actor,
      long atMillis,
      String app,
      Subject subject,
      String id,
      @Nullable String before,
      @Nullable String after,
      @Nullable String members,
      @Nullable String plan) {

    /**
     * Of a resource.
     *
     * @param resource before or after it, for its app, kind and id
     */
    static Change of(
        Operation operation,
        String actor,
        long atMillis,
        StoredResource resource,
        @Nullable String before,
        @Nullable String after,
        @Nullable String members) {
      Subject subject = Subject.valueOf(resource.kind().name());
      return new Change(
          operation,
          actor,
          atMillis,
          resource.app(),
          subject,
          resource.id(),
          before,
          after,
          members,
          null);
    }

    /** The entry of this number behind another. */
    AuditEntry entry(long seq, String previous) {
      return new AuditEntry(
          seq, atMillis, actor, app, subject, id, operation, before, after, members, plan,
          previous);
    }

    /** A resource that came. */
    static Change created(StoredResource resource, String actor, @Nullable String members) {
      return of(
          Operation.CREATE,
          actor,
          resource.createdMillis(),
          resource,
          null,
          resource.hash(),
          members);
    }

    /** A resource that was replaced, wholly or in part. */
    static Change updated(
        StoredResource before, StoredResource after, String actor, @Nullable String members) {
      return of(
          Operation.UPDATE,
          actor,
          after.modifiedMillis(),
          after,
          before.hash(),
          after.hash(),
          members);
    }

    /**
     * What somebody did about an import.
     *
     * @param before the import before it, or null
     */
    static Change of(ImportChoice choice, @Nullable StoredImport before, StoredImport after) {
      StoredImport.Plan plan = after.plan();
      return new Change(
          choice.operation(),
          choice.actor(),
          choice.atMillis(),
          after.app(),
          Subject.IMPORT,
          Long.toString(after.id()),
          before == null ? null : before.hash(),
          after.hash(),
          null,
          plan == null ? null : plan.sha256());
    }
  }

  /** The last entries, newest first. */
  public List<AuditEntry> last(int limit) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select " + COLUMNS + " from audit order by seq desc limit :limit")
                    .bind("limit", limit)
                    .map((rows, context) -> entry(rows))
                    .list());
  }

  /** What is wrong with the trail, and with the resources and imports that it tells of. */
  public AuditVerdict verify() {
    return database.jdbi().inTransaction(AuditCheck::verdict);
  }

  static AuditEntry entry(ResultSet rows) throws SQLException {
    return new AuditEntry(
        rows.getLong("seq"),
        rows.getLong("at"),
        rows.getString("actor"),
        rows.getString("app"),
        Subject.valueOf(rows.getString("kind")),
        rows.getString("id"),
        Operation.valueOf(rows.getString("operation")),
        rows.getString("before_hash"),
        rows.getString("after_hash"),
        rows.getString("members_hash"),
        rows.getString("plan_hash"),
        rows.getString("previous"));
  }
}
