package io.attune.plan;

import io.attune.matching.Evidence;
import io.attune.matching.MatchOutcome;
import io.attune.matching.MatchOutcome.Ambiguous;
import io.attune.matching.MatchOutcome.Cause;
import io.attune.matching.MatchOutcome.Conflict;
import io.attune.plan.PlannedMatch.Kind;
import io.attune.plan.PlannedMatch.Reason;
import io.attune.sourcing.UserStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a record is, as a line of the plan says it: ids instead of numbers, criteria without the keys
 * that were compared. Source: formats, Plan.
 */
record Matches(DirectorySnapshot directory) {
  /** What the rules or a link found. */
  PlannedMatch planned(MatchOutcome found) {
    return found instanceof MatchOutcome.Linked ? PlannedMatch.LINKED : planned(found, found.by());
  }

  /** A conflict of a record that had matched by these criteria. */
  PlannedMatch planned(MatchOutcome found, List<String> by) {
    List<String> ids = found.people().stream().map(directory::id).toList();
    return new PlannedMatch(kind(found), by, ids, found.count(), reason(found));
  }

  /** Somebody else has what the record wants. */
  static Conflict held(boolean isLogin, List<Integer> holders, int count, Evidence what) {
    Cause cause = isLogin ? Cause.LOGIN_HELD : Cause.UNIQUE_HELD;
    return new Conflict(cause, holders, count, List.of(what));
  }

  private static Kind kind(MatchOutcome found) {
    if (found instanceof MatchOutcome.Exact) {
      return Kind.EXACT;
    }
    if (found instanceof MatchOutcome.Partial) {
      return Kind.PARTIAL;
    }
    if (found instanceof Ambiguous) {
      return Kind.AMBIGUOUS;
    }
    return found instanceof Conflict ? Kind.CONFLICT : Kind.NONE;
  }

  private @Nullable Reason reason(MatchOutcome found) {
    if (found instanceof Conflict conflict) {
      return Reason.valueOf(conflict.cause().name());
    }
    if (found instanceof Ambiguous ambiguous) {
      return ambiguous.exact() ? null : Reason.PARTIAL;
    }
    boolean one = found instanceof MatchOutcome.Exact || found instanceof MatchOutcome.Partial;
    return one && directory.status(found.people().get(0)) == UserStatus.DEPROVISIONED
        ? Reason.DEACTIVATED
        : null;
  }
}
