package io.attune.plan;

/** What an import does with one record or one link. Source: formats, Plan. */
public enum Outcome {
  /** A new Okta user. */
  CREATE,
  /** An existing Okta user, confirmed. */
  LINK,
  /** The Okta user's profile or status, or the stored app-user profile or link, changes. */
  UPDATE,
  /** Nothing changes. */
  UNCHANGED,
  /** An exact match waits for confirmation. */
  PENDING_EXACT,
  /** A partial match waits for confirmation. */
  PENDING_PARTIAL,
  /** A new person waits for confirmation. */
  PENDING_NEW,
  /** A returning person may not be reactivated without a person's choice. */
  PENDING_ACTIVATION,
  /** Several people match. */
  AMBIGUOUS,
  /** Something or somebody stands in the way. */
  CONFLICT,
  /** A person chose to ignore the record. */
  IGNORED,
  /** Inactive in the app and never linked. */
  SKIPPED,
  /** The record, or what it would write, is in error; nothing of it is written. */
  ERROR,
  /** A link not seen, or inactive in the app. */
  REMOVED,
  /** Held back from a paused plan whose safe part is applied: nothing of it is written. */
  HELD;

  /** Whether the record waits in {@code pending.jsonl} after the plan is applied. */
  public boolean isPending() {
    return switch (this) {
      case PENDING_EXACT, PENDING_PARTIAL, PENDING_NEW, PENDING_ACTIVATION, AMBIGUOUS, CONFLICT ->
          true;
      default -> false;
    };
  }
}
