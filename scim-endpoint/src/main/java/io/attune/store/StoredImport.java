package io.attune.store;

import org.jspecify.annotations.Nullable;

/**
 * An import as it is stored.
 *
 * @param id counted up, from 1
 * @param app whose records they are
 * @param source where the records come from
 * @param mode {@code FULL} or {@code INCREMENTAL}
 * @param status what became of it so far
 * @param applies whether its plan is to be applied, not only made
 * @param kind what the record is, of a write at the endpoint
 * @param record the record's key, of a write at the endpoint
 * @param body what it is made from, as JSON; null of a group, of all that is stored, and once it is
 *     settled
 * @param gone whether the record was deleted, of a write at the endpoint
 * @param createdMillis when it was asked for, milliseconds since 1970-01-01 UTC
 * @param plan its plan, once there is one
 * @param outcome what the plan says of the one record, of a write at the endpoint
 * @param error why it is not planned or applied, as JSON; null if nothing is wrong
 */
public record StoredImport(
    long id,
    String app,
    ImportSource source,
    String mode,
    ImportStatus status,
    boolean applies,
    ResourceKind kind,
    @Nullable String record,
    @Nullable String body,
    boolean gone,
    long createdMillis,
    @Nullable Plan plan,
    @Nullable String outcome,
    @Nullable String error) {

  /**
   * The plan of an import.
   *
   * @param sha256 its hash, 64 hex digits
   * @param unassignments how many people it takes the app from
   * @param timeMillis its time
   * @param report its last line
   */
  public record Plan(String sha256, int unassignments, long timeMillis, String report) {}

  /** An import that is asked for. */
  public static StoredImport asked(
      String app,
      ImportSource source,
      String mode,
      boolean applies,
      @Nullable String body,
      long createdMillis) {
    return new StoredImport(
        0,
        app,
        source,
        mode,
        ImportStatus.QUEUED,
        applies,
        ResourceKind.USER,
        null,
        body,
        false,
        createdMillis,
        null,
        null,
        null);
  }

  /**
   * What the audit trail keeps of it: 64 hexadecimal digits over what is imported, its plan and how
   * it stands.
   */
  String hash() {
    return new TextDigest()
        .add(id)
        .add(app)
        .add(source.name())
        .add(mode)
        .add(status.name())
        .add(applies ? 1 : 0)
        .add(kind.name())
        .add(record)
        .add(gone ? 1 : 0)
        .add(createdMillis)
        .add(plan == null ? null : plan.sha256())
        .add(plan == null ? -1 : plan.unassignments())
        .hex();
  }

  /** The same with what a plan says of its record. */
  public StoredImport withOutcome(@Nullable String decided) {
    return new StoredImport(
        id,
        app,
        source,
        mode,
        status,
        applies,
        kind,
        record,
        body,
        gone,
        createdMillis,
        plan,
        decided,
        error);
  }
}
