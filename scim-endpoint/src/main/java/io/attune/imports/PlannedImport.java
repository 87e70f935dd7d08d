package io.attune.imports;

import io.attune.plan.ImportPlan;
import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.json.PlanFile;
import io.attune.scim.RecordFile;
import io.attune.store.ResourceKind;
import io.attune.store.StoredImport.Plan;
import io.attune.workspace.ApplyResult;
import io.attune.workspace.WorkspaceImport;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A plan that was made and not applied yet.
 *
 * @param run that made it
 * @param feed it was made from
 * @param plan itself
 * @param file what its file says
 * @param summary what is stored of it
 */
record PlannedImport(
    WorkspaceImport run, RecordFile feed, ImportPlan plan, PlanFile file, Plan summary) {
  private static final Set<Outcome> UNSETTLED =
      EnumSet.of(Outcome.CONFLICT, Outcome.ERROR, Outcome.AMBIGUOUS);

  /** What becomes of each user, or of each group, by its key. */
  Map<String, String> outcomes(ResourceKind kind) {
    Map<String, String> outcomes = new HashMap<>();
    if (kind == ResourceKind.GROUP) {
      plan.groups()
          .forEach(line -> outcomes.put(String.valueOf(line.externalId()), line.outcome().name()));
    } else {
      plan.forEachLine(
          line -> outcomes.put(String.valueOf(line.externalId()), line.outcome().name()));
    }
    return outcomes;
  }

  /** Whether records of it may be in each other's way, so that one after the other fares better. */
  boolean isCrowded() {
    boolean[] crowded = new boolean[1];
    plan.forEachLine(line -> crowded[0] |= isUnsettled(line));
    return crowded[0];
  }

  private static boolean isUnsettled(PlannedChange line) {
    return UNSETTLED.contains(line.outcome())
        || line.diagnostics().stream().anyMatch(each -> each.code().equals("WAITS_FOR_THIS_PLAN"));
  }

  /** Lets the next full import know what it need not parse. */
  void remember(ApplyResult result) {
    run.remember(plan, feed, result);
  }
}
