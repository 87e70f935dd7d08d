package io.attune.plan;

import io.attune.plan.PendingRecord.Kind;
import io.attune.plan.PlannedChange.Diagnostic;
import java.util.Objects;

/**
 * Says of records that were waiting what has changed since the last import looked: every import
 * matches them again. Source: okta-behaviour 3.12.
 */
final class MatchChanges {
  private MatchChanges() {}

  /** Notes the changes; {@code order} is the order of the plan. */
  static void note(
      Decision[] decisions, int[] order, FeedRecords records, DirectorySnapshot directory) {
    if (!directory.hasPending()) {
      return;
    }
    for (int record : order) {
      PendingRecord before = directory.pending(records.externalId(record));
      Decision now = decisions[record];
      if (before != null && !isChosen(before) && isChanged(before, now)) {
        decisions[record] = now.noting(new Diagnostic("MATCH_CHANGED", null, was(before)));
      }
    }
  }

  /** Whom a person decided about is not matched again, but for a ban. */
  private static boolean isChosen(PendingRecord before) {
    return before.choice() != null && before.choice().kind() != Kind.NOT_USER;
  }

  private static boolean isChanged(PendingRecord before, Decision now) {
    PlannedMatch match = now.match();
    if (match == null || now.outcome() == Outcome.ERROR) {
      return false;
    }
    boolean waits = now.outcome().isPending();
    return (waits && now.outcome() != before.outcome())
        || (before.match() != null && !isSame(before.match(), match));
  }

  /** The criteria are no part of it: other settings may find the same person by other means. */
  private static boolean isSame(PlannedMatch before, PlannedMatch now) {
    return before.kind() == now.kind()
        && Objects.equals(before.reason(), now.reason())
        && before.candidateCount() == now.candidateCount()
        && before.candidates().equals(now.candidates());
  }

  private static String was(PendingRecord before) {
    String user = before.exactUser();
    return "was " + before.outcome() + (user == null ? "" : " of `" + user + "`");
  }
}
