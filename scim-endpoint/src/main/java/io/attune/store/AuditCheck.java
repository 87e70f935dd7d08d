package io.attune.store;

import io.attune.store.AuditVerdict.Fault;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads the audit trail from its beginning, and then the resources and decided imports that it
 * tells of. A trail whose entries fit each other proves nothing of resources that were changed
 * behind its back, so both are compared. Holds one entry at a time, and of the choices, which
 * people make one by one, their hashes.
 */
final class AuditCheck {
  private static final String NO_ENTRY = "0".repeat(64);
  private static final int FETCH = 500;

  /** Entries about what the store keeps as resources. */
  private static final String RESOURCES = "kind in ('USER', 'GROUP')";

  /** The last entry about each, found by sorting: nothing but this check asks for it. */
  private static final String LAST =
      "(select app, kind, id, max(seq) as seq from audit where "
          + RESOURCES
          + " group by app, kind, id) last";

  private final Handle handle;
  private long seq;
  private String hash = NO_ENTRY;

  private AuditCheck(Handle handle) {
    this.handle = handle;
  }

  static AuditVerdict verdict(Handle handle) {
    AuditCheck check = new AuditCheck(handle);
    Fault fault = check.chain();
    if (fault == null) {
      fault = check.end();
    }
    if (fault == null) {
      fault = check.stories();
    }
    if (fault == null) {
      fault = check.resources();
    }
    if (fault == null) {
      fault = check.choices();
    }
    return new AuditVerdict(check.seq, check.hash, fault);
  }

  /** Each entry has the number and the hash that follow from the one before. */
  private @Nullable Fault chain() {
    record Stored(AuditEntry entry, String hash) {}
    try (var stream =
        handle
            .createQuery("select " + AuditTrail.COLUMNS + ", hash from audit order by seq")
            .setFetchSize(FETCH)
            .map((rows, context) -> new Stored(AuditTrail.entry(rows), rows.getString("hash")))
            .stream()) {
      for (Iterator<Stored> each = stream.iterator(); each.hasNext(); ) {
        Stored next = each.next();
        AuditEntry entry = next.entry();
        if (entry.seq() != seq + 1) {
          return new Fault(seq + 1, "the entry is missing");
        }
        if (!entry.previous().equals(hash)) {
          return new Fault(entry.seq(), "the entry does not follow the one before it");
        }
        if (!entry.hash().equals(next.hash())) {
          return new Fault(entry.seq(), "the entry was changed after it was written");
        }
        seq = entry.seq();
        hash = next.hash();
      }
    }
    return null;
  }

  private @Nullable Fault end() {
    long last =
        handle
            .createQuery("select seq from audit_end where one = 1")
            .mapTo(Long.class)
            .findOne()
            .orElse(-1L);
    return last == seq ? null : new Fault(seq + 1, "the entries from here on are missing");
  }

  /** What a change found is what the change before it had left. */
  private @Nullable Fault stories() {
    return first(
        "select min(seq) from (select seq, before_hash, lag(after_hash) over (partition by app,"
            + " kind, id order by seq) as left_hash from audit where "
            + RESOURCES
            + ") told where coalesce(before_hash,"
            + " '') <> coalesce(left_hash, '')",
        "the resource was changed behind the trail before this entry");
  }

  private @Nullable Fault resources() {
    Fault gone =
        first(
            "select min(a.seq) from "
                + LAST
                + " join audit a on a.seq = last.seq where a.after_hash is not null and not exists"
                + " (select 1 from resource r where r.app = a.app and r.kind = a.kind and r.id ="
                + " a.id and r.deleted is null)",
            "the resource of this entry is gone, and no entry says so");
    return gone == null ? living() : gone;
  }

  private @Nullable Fault living() {
    record Told(StoredResource resource, long seq, @Nullable String hash) {}
    try (var stream =
        handle
            .createQuery(
                "select "
                    + ResourceStore.COLUMNS
                    + ", a.seq as told, a.after_hash from resource r left join "
                    + LAST
                    + " on last.app = r.app and last.kind = r.kind and last.id = r.id left join"
                    + " audit a on a.seq = last.seq where r.deleted is null order by r.seq")
            .setFetchSize(FETCH)
            .map(
                (rows, context) ->
                    new Told(
                        ResourceStore.resource(rows),
                        rows.getLong("told"),
                        rows.getString("after_hash")))
            .stream()) {
      for (Iterator<Told> each = stream.iterator(); each.hasNext(); ) {
        Told next = each.next();
        if (next.hash() == null) {
          return new Fault(next.seq(), "there is a resource that no entry tells of");
        }
        if (!next.hash().equals(next.resource().hash())) {
          return new Fault(
              next.seq(), "the resource was changed behind the trail after this entry");
        }
      }
    }
    return null;
  }

  /** An import that somebody approved or cancelled stays what it became then. */
  private @Nullable Fault choices() {
    record Chosen(long seq, String id, String hash) {}
    List<Chosen> chosen =
        handle
            .createQuery(
                "select seq, id, after_hash from audit where kind = 'IMPORT' and operation in"
                    + " ('APPROVE', 'CANCEL') order by seq")
            .map(
                (rows, context) ->
                    new Chosen(rows.getLong(1), rows.getString(2), rows.getString(3)))
            .list();
    for (Chosen each : chosen) {
      Optional<StoredImport> now = ImportStore.find(handle, Long.parseLong(each.id()));
      if (now.isEmpty() || !now.get().hash().equals(each.hash())) {
        return new Fault(each.seq(), "the import was changed behind the trail after this entry");
      }
    }
    return null;
  }

  private @Nullable Fault first(String sql, String message) {
    return handle
        .createQuery(sql)
        .mapTo(Long.class)
        .findOne()
        .map(broken -> new Fault(broken, message))
        .orElse(null);
  }
}
