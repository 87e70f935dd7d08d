package io.attune.plan;

import io.attune.matching.MatchOutcome;
import io.attune.matching.MatchOutcome.Cause;
import io.attune.matching.MatchOutcome.Conflict;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedMatch.Kind;
import java.util.ArrayList;
import java.util.BitSet;
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

  /** Who keeps whom, found by offering records in the order of the plan. */
  static final class Keepers {
    /** The record that keeps a person so far. */
    private record Keeper(int record, int rank) {}

    private final Map<Integer, Keeper> keepers = new HashMap<>();

    /** A record that is this person; lower ranks are better. */
    void offer(int person, int record, int rank) {
      keepers.merge(
          person,
          new Keeper(record, rank),
          (first, later) -> first.rank() <= later.rank() ? first : later);
    }

    /** The record that keeps a person for whom one was offered. */
    int keeper(int person) {
      return Objects.requireNonNull(keepers.get(person)).record();
    }

    /** Whether the record keeps the person. */
    boolean keeps(int person, int record) {
      Keeper keeper = keepers.get(person);
      return keeper != null && keeper.record() == record;
    }
  }

  /** Turns all but one of the records that match one person into conflicts. */
  static void settle(
      Decision[] decisions, int[] order, FeedRecords records, DirectorySnapshot directory) {
    BitSet contested = contested(decisions);
    if (contested.isEmpty()) {
      return;
    }
    Keepers keepers = new Keepers();
    for (int record : order) {
      Decision decision = decisions[record];
      if (claims(decision) && contested.get(decision.person())) {
        keepers.offer(decision.person(), record, rank(decision));
      }
    }
    for (int record : order) {
      Decision decision = decisions[record];
      int person = decision.person();
      if (claims(decision) && contested.get(person) && !keepers.keeps(person, record)) {
        String keeper = records.externalId(keepers.keeper(person));
        decisions[record] = conflict(decision, keeper, directory);
      }
    }
  }

  /** The people whom more than one record claims. */
  private static BitSet contested(Decision[] decisions) {
    BitSet claimed = new BitSet();
    BitSet contested = new BitSet();
    for (Decision decision : decisions) {
      if (claims(decision)) {
        (claimed.get(decision.person()) ? contested : claimed).set(decision.person());
      }
    }
    return contested;
  }

  /** Whether the record is somebody: linked, to be linked, or waiting to be. */
  private static boolean claims(Decision decision) {
    return decision.person() >= 0 && decision.outcome() != Outcome.CONFLICT;
  }

  private static int rank(Decision decision) {
    if (decision.chosen()) {
      // What the rules found besides says nothing about a person's choice.
      return rank(Kind.EXACT);
    }
    PlannedMatch match = decision.match();
    // An unreadable record of a known link has the person, whatever it says.
    return match == null ? 0 : rank(match.kind());
  }

  /** How good a kind is: lower is better. */
  static int rank(Kind kind) {
    return switch (kind) {
      case LINKED -> 0;
      case PARTIAL -> 2;
      default -> 1;
    };
  }

  private static Decision conflict(Decision decision, String keeper, DirectorySnapshot directory) {
    MatchOutcome conflict = Conflict.with(Cause.SAME_USER_IN_FEED, decision.person(), List.of());
    PlannedMatch match = Objects.requireNonNull(decision.match());
    // Faults of a profile that is not written say nothing; that the record came twice does.
    List<Diagnostic> diagnostics =
        new ArrayList<>(decision.diagnostics().stream().filter(Decider.REPEATED::equals).toList());
    diagnostics.add(
        new Diagnostic(
            Cause.SAME_USER_IN_FEED.name(), null, "record `" + keeper + "` has the person"));
    return Decision.of(
        Outcome.CONFLICT,
        decision.person(),
        new Matches(directory).planned(conflict, match.by()),
        diagnostics);
  }
}
