package io.attune.plan.reference;

import io.attune.plan.ImportReport.EffectReport;
import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.StatusReason;
import io.attune.plan.PlannedChange.Target;
import io.attune.sourcing.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the lines do to many people at once. Source: safeguards, "More limits". */
record Effects(List<PlannedChange> lines, SortedMap<Effect, Integer> atMost) {

  /** The first that goes too far, or null. */
  @Nullable Effect first() {
    for (EffectReport each : report()) {
      if (each.people() > each.allowed()) {
        return each.effect();
      }
    }
    return null;
  }

  List<EffectReport> report() {
    List<EffectReport> report = new ArrayList<>();
    atMost.forEach(
        (effect, most) -> report.add(new EffectReport(effect, having(effect).size(), most)));
    return report;
  }

  List<String> people(Effect effect) {
    return having(effect).stream().map(PlannedChange::userId).sorted(Texts.BYTES).toList();
  }

  private List<PlannedChange> having(Effect effect) {
    return lines.stream().filter(line -> has(line, effect)).toList();
  }

  private static boolean has(PlannedChange line, Effect effect) {
    return switch (effect) {
      case UNASSIGNED -> line.outcome() == Outcome.REMOVED;
      case LINKED -> line.outcome() == Outcome.LINK;
      case REACTIVATED ->
          line.status() != null && line.status().because() == StatusReason.REACTIVATED_IN_SOURCE;
      case BLANKED -> line.changes().stream().anyMatch(each -> hadValue(each) && lacks(each.to()));
      case USERNAMES ->
          line.changes().stream()
              .anyMatch(each -> hadValue(each) && each.attribute().equals("login"));
    };
  }

  private static boolean hadValue(PlannedValue change) {
    return change.on() == Target.USER && !lacks(change.from());
  }

  private static boolean lacks(@Nullable Object value) {
    return value == null || value.equals("");
  }
}
