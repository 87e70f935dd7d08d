package io.attune.store;

import io.attune.store.AuditEntry.Operation;
import io.attune.store.AuditEntry.Subject;
import io.attune.store.AuditTrail.Change;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What people choose about imports, and the audit trail's entries of it. A choice is noted before
 * it is done in the workspace, and told in the transaction that settles its imports: a kill in
 * between loses neither who chose nor the entry. Every method returns when the write is durable.
 */
public final class ImportChoices {
  private final Database database;

  /** Over an open database. */
  public ImportChoices(Database database) {
    this.database = database;
  }

  /** Notes what is about to be done; null if it is not done after all. */
  public void note(List<StoredImport> imports, @Nullable ImportChoice choice) {
    database
        .writer()
        .write(
            (handle, chain) -> {
              for (StoredImport each : imports) {
                handle
                    .createUpdate(
                        "update import_run set choice = :choice, chooser = :chooser where seq ="
                            + " :id")
                    .bind("choice", choice == null ? null : choice.operation().name())
                    .bind("chooser", choice == null ? null : choice.actor())
                    .bind("id", each.id())
                    .execute();
              }
              return true;
            });
  }

  /** The imports about which a choice is noted and not told yet, in the order they came. */
  public List<StoredImport> noted() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select "
                            + ImportStore.COLUMNS
                            + " from import_run where chooser is not null order by seq")
                    .map((rows, context) -> ImportStore.row(rows))
                    .list());
  }

  /**
   * Settles imports as somebody chose. Where that very choice was noted, its actor counts.
   *
   * @param status what became of them
   */
  public void settle(List<StoredImport> imports, ImportStatus status, ImportChoice choice) {
    database
        .writer()
        .write(
            (handle, chain) -> {
              List<Change> told = new ArrayList<>();
              for (StoredImport each : imports) {
                ImportChoice whose = noted(handle, each.id(), choice);
                StoredImport before = ImportStore.one(handle, each.id());
                ImportStore.settle(handle, each.id(), status, null);
                told.add(Change.of(whose, before, ImportStore.one(handle, each.id())));
              }
              chain.tell(told);
              return true;
            });
  }

  private static ImportChoice noted(Handle handle, long id, ImportChoice choice) {
    return handle
        .createQuery(
            "select chooser from import_run where seq = :id and choice = :choice and chooser is not"
                + " null")
        .bind("id", id)
        .bind("choice", choice.operation().name())
        .mapTo(String.class)
        .findOne()
        .map(actor -> new ImportChoice(choice.operation(), actor, choice.atMillis()))
        .orElse(choice);
  }

  /**
   * Tells what somebody chooses for a record that waits. To be told before it is written to the
   * workspace: then no choice is without its entry.
   *
   * @param before what was chosen before, as text, or null if nothing was
   * @param after what is chosen now, or null if it is taken back
   */
  public void tell(
      String app,
      String record,
      @Nullable String before,
      @Nullable String after,
      String actor,
      long atMillis) {
    Change change =
        new Change(
            Operation.CHOOSE,
            actor,
            atMillis,
            app,
            Subject.CHOICE,
            record,
            digest(before),
            digest(after),
            null,
            null);
    database
        .writer()
        .write(
            (handle, chain) -> {
              chain.tell(change);
              return true;
            });
  }

  private static @Nullable String digest(@Nullable String text) {
    return text == null ? null : new TextDigest().add(text).hex();
  }
}
