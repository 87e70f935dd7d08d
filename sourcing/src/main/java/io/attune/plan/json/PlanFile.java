package io.attune.plan.json;

import io.attune.plan.ImportPlan;
import io.attune.plan.ImportReport.Completeness;
import io.attune.plan.ImportReport.Limit;
import io.attune.plan.ImportReport.SafeguardReport;
import io.attune.plan.ImportReport.Verdict;
import io.attune.plan.ImportRun;
import io.attune.plan.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What a plan's first and last line say, once its hash has been checked.
 *
 * @param run which import it is
 * @param records fingerprint of the raw records
 * @param completeness whether the feed proved its end
 * @param safeguard what the safeguards say
 * @param hash the plan's hash
 */
public record PlanFile(
    ImportRun run,
    Sha256 records,
    Completeness completeness,
    SafeguardReport safeguard,
    Sha256 hash) {
  /** What a file of this plan says. */
  public static PlanFile of(ImportPlan plan, Sha256 hash) {
    return new PlanFile(
        plan.run(), plan.records(), plan.report().completeness(), plan.report().safeguard(), hash);
  }

  /** Whether the plan may run. */
  public Verdict verdict() {
    return safeguard.verdict();
  }

  /** Which limit paused it, or null. */
  public @Nullable Limit limit() {
    return safeguard.limit();
  }

  /** How many people lose the app. */
  public int unassignments() {
    return safeguard.unassignments();
  }
}
