package io.attune.plan;

import io.attune.plan.PlannedMatch.Kind;
import io.attune.plan.PlannedMatch.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Several records for one person: the best kind of match, then the first externalId, keeps the
 * person. Source: formats, Links; okta-behaviour 3.15.
 */
final class SamePerson {
  private SamePerson() {}

  /** Turns all but one of the records that match one person into conflicts. */
  static void settle(Decision[] decisions, int[] order, DirectorySnapshot directory) {
    Map<Integer, Integer> keepers = new HashMap<>();
    for (int record : order) {
      Decision decision = decisions[record];
      if (claims(decision)) {
        keepers.merge(
            decision.person(),
            record,
            (first, later) -> rank(decisions[first]) <= rank(decision) ? first : later);
      }
    }
    for (int record : order) {
      Decision decision = decisions[record];
      if (claims(decision) && !Objects.equals(keepers.get(decision.person()), record)) {
        decisions[record] = conflict(decision, directory);
      }
    }
  }

  /** Whether the record is somebody: linked, to be linked, or waiting to be. */
  private static boolean claims(Decision decision) {
    return decision.person() >= 0 && decision.outcome() != Outcome.CONFLICT;
  }

  private static int rank(Decision decision) {
    PlannedMatch match = decision.match();
    if (match == null) {
      return 3;
    }
    return switch (match.kind()) {
      case LINKED -> 0;
      case PARTIAL -> 2;
      default -> 1;
    };
  }

  private static Decision conflict(Decision decision, DirectorySnapshot directory) {
    PlannedMatch match = Objects.requireNonNull(decision.match());
    return Decision.of(
        Outcome.CONFLICT,
        decision.person(),
        new PlannedMatch(
            Kind.CONFLICT,
            match.by(),
            List.of(directory.id(decision.person())),
            1,
            Reason.SAME_USER_IN_FEED),
        List.of());
  }
}
