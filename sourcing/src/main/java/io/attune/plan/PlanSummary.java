package io.attune.plan;

import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.sourcing.UserStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does, one short entry a line, kept to be compared with another plan when this one is
 * gone.
 *
 * @param report what the plan comes to
 * @param entries in the order of the plan; lines without a key are left out, since nobody can tell
 *     which is which
 * @param groups the lines about groups that have a key, in the order of the plan
 */
public record PlanSummary(ImportReport report, List<Entry> entries, List<PlannedGroup> groups) {
  /** Copies the lists. */
  public PlanSummary {
    entries = List.copyOf(entries);
    groups = List.copyOf(groups);
  }

  /**
   * What happens to one record or link.
   *
   * @param externalId its key
   * @param userId the person, or null
   * @param outcome what happens
   * @param status the person's status after, where it changes; else null
   * @param match who the record is, in one text; empty where it could not be read
   * @param values by attribute, a text that differs where another value is written
   * @param diagnostics their codes
   */
  public record Entry(
      String externalId,
      @Nullable String userId,
      Outcome outcome,
      @Nullable UserStatus status,
      String match,
      TreeMap<String, String> values,
      List<String> diagnostics) {
    static Entry of(String externalId, PlannedChange line) {
      TreeMap<String, String> values = new TreeMap<>();
      for (PlannedValue value : line.changes()) {
        String owner = value.on() == PlannedChange.Target.USER ? "user." : "appuser.";
        values.put(owner + value.attribute(), String.valueOf(value.to()));
      }
      return new Entry(
          externalId,
          line.userId(),
          line.outcome(),
          line.status() == null ? null : line.status().to(),
          match(line.match()),
          values,
          line.diagnostics().stream().map(Diagnostic::code).toList());
    }

    private static String match(@Nullable PlannedMatch match) {
      if (match == null) {
        return "";
      }
      String by = match.by().isEmpty() ? "" : " by " + String.join(", ", match.by());
      String reason = match.reason() == null ? "" : " (" + match.reason() + ")";
      return match.kind() + by + reason;
    }

    /** What happens, in one text: the outcome, and the status if it changes. */
    public String fate() {
      return status == null ? outcome.name() : outcome + ", " + status;
    }
  }

  /** The summary of a plan. */
  public static PlanSummary of(ImportPlan plan) {
    List<Entry> entries = new ArrayList<>();
    plan.forEachLine(
        line -> {
          if (line.externalId() != null) {
            entries.add(Entry.of(line.externalId(), line));
          }
        });
    List<PlannedGroup> groups =
        plan.groups().stream().filter(group -> group.externalId() != null).toList();
    return new PlanSummary(plan.report(), entries, groups);
  }
}
