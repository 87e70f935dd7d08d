package io.attune.plan;

import io.attune.matching.ComparedKey;
import io.attune.matching.Criterion;
import io.attune.plan.PlannedChange.Diagnostic;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notes where an identifier goes from one person to another within one plan: two people who swap
 * their e-mails, and chains in which one takes what another gives up. Both happen, and both are how
 * somebody comes by another's mail. Nothing is decided by it.
 *
 * <p>Only people who change are looked at, each by itself; of several who give up one value the
 * first in the order of the plan is named.
 */
final class IdentifierMoves {
  private final DirectorySnapshot directory;
  private final Drafts drafts;
  private final Map<String, Criterion> identifiers = new LinkedHashMap<>();

  /**
   * Watches e-mail, login and what the rules match by.
   *
   * @param exact the criteria of the exact rule
   */
  IdentifierMoves(DirectorySnapshot directory, Drafts drafts, List<Criterion> exact) {
    this.directory = directory;
    this.drafts = drafts;
    watch(new Criterion.Email());
    watch(new Criterion.Username());
    exact.forEach(this::watch);
  }

  private void watch(Criterion criterion) {
    if (directory.userSchema().slot(criterion.attribute()) >= 0) {
      identifiers.putIfAbsent(criterion.attribute(), criterion);
    }
  }

  /** Somebody whose identifier changes, and into what. */
  private record Giver(int person, @Nullable ComparedKey after) {}

  /** Notes the moves; {@code order} is the order of the plan. */
  void note(Decision[] decisions, int[] order) {
    for (Criterion criterion : identifiers.values()) {
      int slot = directory.userSchema().slot(criterion.attribute());
      Map<ComparedKey, Giver> givers = new HashMap<>();
      for (int record : order) {
        Decision decision = decisions[record];
        ComparedKey before = before(criterion, slot, decision);
        if (before != null && !before.equals(after(criterion, slot, decision))) {
          givers.putIfAbsent(
              before, new Giver(decision.person(), after(criterion, slot, decision)));
        }
      }
      if (!givers.isEmpty()) {
        for (int record : order) {
          decisions[record] = noted(decisions[record], criterion, slot, givers);
        }
      }
    }
  }

  private Decision noted(
      Decision decision, Criterion criterion, int slot, Map<ComparedKey, Giver> givers) {
    ComparedKey after = decision.hasDraft() ? after(criterion, slot, decision) : null;
    ComparedKey before = before(criterion, slot, decision);
    Giver giver = after == null || after.equals(before) ? null : givers.get(after);
    if (giver == null || giver.person() == decision.person()) {
      return decision;
    }
    boolean swapped = giver.after() != null && giver.after().equals(before);
    String other = "`" + directory.id(giver.person()) + "`";
    return decision.noting(
        swapped
            ? new Diagnostic("IDENTIFIERS_SWAPPED", criterion.attribute(), "with " + other)
            : new Diagnostic("IDENTIFIER_PASSED_ON", criterion.attribute(), "from " + other));
  }

  /** What somebody who changes was compared by before; null for everybody else. */
  private @Nullable ComparedKey before(Criterion criterion, int slot, Decision decision) {
    return decision.hasDraft() && decision.person() >= 0
        ? criterion.key(directory.value(decision.person(), slot))
        : null;
  }

  private @Nullable ComparedKey after(Criterion criterion, int slot, Decision decision) {
    return criterion.key(drafts.value(decision.draft(), slot));
  }
}
