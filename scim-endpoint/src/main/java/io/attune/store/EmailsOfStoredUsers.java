package io.attune.store;

import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Fills the table of e-mail addresses from the users that an earlier version stored. */
final class EmailsOfStoredUsers implements JavaMigration {
  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("12");
  }

  @Override
  public String getDescription() {
    return "emails of stored users";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) {
    Jdbi.create(context.getConnection()).useHandle(EmailsOfStoredUsers::fill);
  }

  private static void fill(Handle handle) {
    long last = 0;
    boolean more = true;
    while (more) {
      var page =
          handle
              .createQuery(
                  "select r.seq, "
                      + ResourceStore.COLUMNS
                      + " from resource r where r.kind = 'USER' and r.deleted is null and r.seq >"
                      + " :last order by r.seq limit 500")
              .bind("last", last)
              .map((rows, row) -> Map.entry(rows.getLong("seq"), ResourceStore.resource(rows)))
              .list();
      for (var each : page) {
        StoredResource user = each.getValue();
        EmailKeys.of(user).insertAll(handle, user);
        last = each.getKey();
      }
      more = !page.isEmpty();
    }
  }
}
