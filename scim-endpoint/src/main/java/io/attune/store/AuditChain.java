package io.attune.store;

import io.attune.store.AuditTrail.Change;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The end of the audit trail, held by the transaction that adds to it: whoever else adds entries
 * waits until it is over. What is told is written when all of its writes are done, at once.
 */
final class AuditChain {
  private final Handle handle;
  private final long end;
  private final String hash;
  private final List<Change> told = new ArrayList<>();

  private AuditChain(Handle handle, long end, String hash) {
    this.handle = handle;
    this.end = end;
    this.hash = hash;
  }

  /** Takes the end of the trail; a write of its own, also where nothing is told. */
  static AuditChain hold(Handle handle) {
    return handle
        .createQuery("update audit_end set seq = seq where one = 1 returning seq, hash")
        .map((rows, context) -> new AuditChain(handle, rows.getLong(1), rows.getString(2)))
        .one();
  }

  /** Adds a change behind what was told before. */
  void tell(Change change) {
    told.add(change);
  }

  /** Adds changes, in order. */
  void tell(List<Change> changes) {
    told.addAll(changes);
  }

  /** How many changes were told. */
  int size() {
    return told.size();
  }

  /** Forgets what was told by a write that is taken back. */
  void shorten(int size) {
    told.subList(size, told.size()).clear();
  }

  /** Writes an entry for each change, and where the trail ends now. */
  void write() {
    if (told.isEmpty()) {
      return;
    }
    String previous = hash;
    long seq = end;
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into audit ("
                + AuditTrail.COLUMNS
                + ", hash) values (:seq, :at, :actor, :app, :kind, :id, :operation, :before,"
                + " :after, :members, :plan, :previous, :hash)");
    for (Change change : told) {
      AuditEntry entry = change.entry(++seq, previous);
      previous = entry.hash();
      add(batch, entry, previous);
    }
    batch.execute();
    handle
        .createUpdate("update audit_end set seq = :seq, hash = :hash where one = 1")
        .bind("seq", seq)
        .bind("hash", previous)
        .execute();
  }

  private static void add(PreparedBatch batch, AuditEntry entry, String hash) {
    batch
        .bind("seq", entry.seq())
        .bind("at", entry.atMillis())
        .bind("actor", entry.actor())
        .bind("app", entry.app())
        .bind("kind", entry.subject().name())
        .bind("id", entry.id())
        .bind("operation", entry.operation().name())
        .bind("before", entry.before())
        .bind("after", entry.after())
        .bind("members", entry.members())
        .bind("plan", entry.plan())
        .bind("previous", entry.previous())
        .bind("hash", hash)
        .add();
  }
}
