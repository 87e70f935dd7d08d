package io.attune.plan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the group lines of a plan come to. {@code scanned} is new, updated, unchanged and errors.
 * Source: okta-behaviour 9.5.
 */
public record GroupReport(
    int scanned,
    int created,
    int updated,
    int unchanged,
    int removed,
    int errors,
    int membersAdded,
    int membersRemoved,
    int membersUnresolved) {
  /** Counts finished lines; nothing else feeds a count. */
  static GroupReport of(List<PlannedGroup> lines) {
    Map<PlannedGroup.Outcome, Integer> outcomes = new EnumMap<>(PlannedGroup.Outcome.class);
    int added = 0;
    int removed = 0;
    int unresolved = 0;
    for (PlannedGroup line : lines) {
      outcomes.merge(line.outcome(), 1, Integer::sum);
      added += line.added().size();
      removed += line.removed().size();
      unresolved += line.unresolved().size();
    }
    int gone = outcomes.getOrDefault(PlannedGroup.Outcome.REMOVED, 0);
    return new GroupReport(
        lines.size() - gone,
        outcomes.getOrDefault(PlannedGroup.Outcome.CREATE, 0),
        outcomes.getOrDefault(PlannedGroup.Outcome.UPDATE, 0),
        outcomes.getOrDefault(PlannedGroup.Outcome.UNCHANGED, 0),
        gone,
        outcomes.getOrDefault(PlannedGroup.Outcome.ERROR, 0),
        added,
        removed,
        unresolved);
  }
}
