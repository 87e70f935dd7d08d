package io.attune.store;

import org.jspecify.annotations.Nullable;

/**
 * One change of a resource, or one choice about an import, as the audit trail keeps it. It holds
 * hashes of what was written, never a value.
 *
 * @param seq its number, from 1 without gaps
 * @param atMillis when, milliseconds since 1970-01-01 UTC
 * @param actor the name of the credential, or of the part of attune, that did it
 * @param app the endpoint; the empty text is the endpoint without an app
 * @param subject what was changed, or chosen about
 * @param id which one
 * @param operation what was done
 * @param before the hash of it before, null if there was none
 * @param after the hash of it after, null if it is gone
 * @param members the hash of what was done to a group's members, null if nothing was
 * @param plan the plan of the import, 64 hex digits, null if it has none
 * @param previous the hash of the entry before; of the first, 64 zeros
 */
public record AuditEntry(
    long seq,
    long atMillis,
    String actor,
    String app,
    Subject subject,
    String id,
    Operation operation,
    @Nullable String before,
    @Nullable String after,
    @Nullable String members,
    @Nullable String plan,
    String previous) {

  /** What an entry tells of: resources by their kinds, and what people choose about. */
  public enum Subject {
    /** {@link ResourceKind#USER}. */
    USER,
    /** {@link ResourceKind#GROUP}. */
    GROUP,
    /** An import, by its id. */
    IMPORT,
    /** What was chosen for a record that waits for a person, by the record's key. */
    CHOICE
  }

  /** What was done. */
  public enum Operation {
    /** It came. */
    CREATE,
    /** It was replaced, wholly or in part. */
    UPDATE,
    /** Members of a group came or went, and nothing else. */
    MEMBERS,
    /** It went. */
    DELETE,
    /** The plan of an import is to be applied, and was. */
    APPROVE,
    /** Nothing of an import is to be applied. */
    CANCEL,
    /** What becomes of a record that waits, or that it is open again. */
    CHOOSE
  }

  /** The hash that the next entry holds: 64 hexadecimal digits over everything in this one. */
  public String hash() {
    TextDigest digest =
        new TextDigest()
            .add(seq)
            .add(atMillis)
            .add(actor)
            .add(app)
            .add(subject.name())
            .add(id)
            .add(operation.name())
            .add(before)
            .add(after)
            .add(members)
            .add(previous);
    // An entry of a time when none had a plan has the hash that it had then.
    return (plan == null ? digest : digest.add(plan)).hex();
  }
}
