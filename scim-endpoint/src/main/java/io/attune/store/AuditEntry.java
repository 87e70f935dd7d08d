package io.attune.store;

import org.jspecify.annotations.Nullable;

/**
 * One change of a resource, as the audit trail keeps it. It holds hashes of what was written, never
 * a value.
 *
 * @param seq its number, from 1 without gaps
 * @param atMillis when, milliseconds since 1970-01-01 UTC
 * @param actor the name of the credential, or of the part of attune, that did it
 * @param app the endpoint; the empty text is the endpoint without an app
 * @param kind what was changed
 * @param id which one
 * @param operation what was done
 * @param before the hash of the resource before, null if there was none
 * @param after the hash of the resource after, null if it is gone
 * @param members the hash of what was done to a group's members, null if nothing was
 * @param previous the hash of the entry before; of the first, 64 zeros
 */
public record AuditEntry(
    long seq,
    long atMillis,
    String actor,
    String app,
    ResourceKind kind,
    String id,
    Operation operation,
    @Nullable String before,
    @Nullable String after,
    @Nullable String members,
    String previous) {

  /** What was done to a resource. */
  public enum Operation {
    /** It came. */
    CREATE,
    /** It was replaced, wholly or in part. */
    UPDATE,
    /** Members of a group came or went, and nothing else. */
    MEMBERS,
    /** It went. */
    DELETE
  }

  /** The hash that the next entry holds: 64 hexadecimal digits over everything in this one. */
  public String hash() {
    return new TextDigest()
        .add(seq)
        .add(atMillis)
        .add(actor)
        .add(app)
        .add(kind.name())
        .add(id)
        .add(operation.name())
        .add(before)
        .add(after)
        .add(members)
        .add(previous)
        .hex();
  }
}
