package io.attune.store;

import io.attune.store.AuditEntry.Operation;

/**
 * What somebody chose about an import.
 *
 * @param operation {@code CREATE}, {@code APPROVE} or {@code CANCEL}
 * @param actor who chose it, as the audit trail names them
 * @param atMillis when, milliseconds since 1970-01-01 UTC
 */
public record ImportChoice(Operation operation, String actor, long atMillis) {
  /** Who chose what was found done in the workspace: whoever used a command there. */
  private static final String COMMAND = "command";

  /** A choice that the workspace shows, and of which nothing else is known. */
  public static ImportChoice byCommand(Operation operation, long atMillis) {
    return new ImportChoice(operation, COMMAND, atMillis);
  }
}
