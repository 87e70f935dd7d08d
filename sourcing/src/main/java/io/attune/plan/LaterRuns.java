package io.attune.plan;

import io.attune.matching.Matcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds the waiting records that the next run of the same feed would settle, because this plan
 * changes what somebody is matched by: they say so, so that the next run surprises nobody. Source:
 * formats, Idempotence.
 */
final class LaterRuns {
  private final ImportSettings settings;
  private final DirectorySnapshot directory;
  private final Drafts drafts;
  private final Map<Integer, Integer> draftOfPerson = new HashMap<>();

  LaterRuns(
      ImportSettings settings, DirectorySnapshot directory, Drafts drafts, Decision[] decisions) {
    this.settings = settings;
    this.directory = directory;
    this.drafts = drafts;
    List<Integer> slots = MatchSlots.of(settings.matching(), directory.userSchema());
    for (Decision decision : decisions) {
      boolean writes = decision.outcome() == Outcome.UPDATE || decision.outcome() == Outcome.LINK;
      if (writes && decision.hasDraft() && changes(decision, slots)) {
        draftOfPerson.put(decision.person(), decision.draft());
      }
    }
  }

  private boolean changes(Decision decision, List<Integer> slots) {
    return slots.stream()
        .anyMatch(
            slot ->
                !Objects.equals(
                    directory.value(decision.person(), slot),
                    drafts.value(decision.draft(), slot)));
  }

  /** Marks the records that wait only for this plan. */
  void mark(Decision[] decisions, Decider decider) {
    if (draftOfPerson.isEmpty()) {
      return;
    }
    Matcher after = null;
    for (int record = 0; record < decisions.length; record++) {
      Decision decision = decisions[record];
      if (isAffected(decision)) {
        if (after == null) {
          People people =
              People.after(
                  directory,
                  drafts,
                  person -> draftOfPerson.getOrDefault(person, Decision.NO_DRAFT));
          after = Matcher.over(people, settings.matching());
        }
        if (decider.wouldWrite(record, after)) {
          decisions[record] = decision.noting(UniqueClaims.WAITS);
        }
      }
    }
  }

  /** Whether somebody who is in a waiting record's way, or among its candidates, changes. */
  private boolean isAffected(Decision decision) {
    PlannedMatch match = decision.match();
    if (!decision.outcome().isPending()
        || match == null
        || match.kind() == PlannedMatch.Kind.LINKED
        || decision.diagnostics().contains(UniqueClaims.WAITS)) {
      return false;
    }
    return match.candidateCount() > match.candidates().size()
        || match.candidates().stream()
            .anyMatch(id -> draftOfPerson.containsKey(directory.find(id)));
  }
}
