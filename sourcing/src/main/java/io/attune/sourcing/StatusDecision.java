package io.attune.sourcing;

import org.jspecify.annotations.Nullable;

/** What a rule does to a person's status. */
public sealed interface StatusDecision {
  /** The status stays. The note says why where a person would ask; else it is null. */
  record Keep(@Nullable Note note) implements StatusDecision {}

  /** The status changes. */
  record Change(UserStatus to) implements StatusDecision {}

  /** The person waits as Pending Activation; nothing is written. */
  record Wait() implements StatusDecision {}

  /** The status stays, for this reason if any. */
  static StatusDecision keep(@Nullable Note note) {
    return new Keep(note);
  }

  /** The status changes. */
  static StatusDecision change(UserStatus to) {
    return new Change(to);
  }
}
