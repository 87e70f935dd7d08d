package io.attune.workspace;

import io.attune.plan.ImportReport.LimitReport;
import io.attune.plan.Sha256;
import io.attune.plan.json.PlanFile;
import io.attune.plan.json.TimeText;
import io.attune.sourcing.RollingWindow;

/**
 * An app whose imports stand still until a person decides about one plan. Source: okta-behaviour
 * 6.9, 6.10.
 *
 * @param app whose plan it is
 * @param time of the plan, as Okta writes times
 * @param plan the plan's hash
 * @param limit which limit it passed, such as {@code APP} or {@code WINDOW}
 * @param unassignments how many people it would take the app from
 * @param population of how many
 * @param allowed how many that limit would let go
 * @param wholeOrg whether the imports of every app stand still
 * @param held whether the plan's safe part was applied: then only further unassignments stand still
 */
public record Pause(
    String app,
    String time,
    Sha256 plan,
    String limit,
    int unassignments,
    int population,
    int allowed,
    boolean wholeOrg,
    boolean held) {
  /** Where the plan is kept, relative to the workspace. */
  public String file() {
    return ".attune/paused/" + plan.hex() + ".jsonl";
  }

  /** Consent to the paused plan, as {@code --approve} takes it. */
  public String approval() {
    return plan.hex() + ":" + unassignments;
  }

  /** By the limit that the plan itself names. */
  static Pause of(PlanFile plan, boolean wholeOrg) {
    return of(plan, String.valueOf(plan.limit()), plan.unassignments(), wholeOrg, false);
  }

  /** By the runs of the last days together. */
  static Pause of(PlanFile plan, RollingWindow.Finding window, boolean wholeOrg) {
    return of(
        plan,
        "WINDOW",
        plan.unassignments(),
        window.population(),
        window.allowed(),
        wholeOrg,
        false);
  }

  /** Of what a plan holds back. */
  static Pause held(PlanFile plan, int people, String limit) {
    return of(plan, limit, people, false, true);
  }

  private static Pause of(
      PlanFile plan, String limit, int unassignments, boolean wholeOrg, boolean held) {
    LimitReport share = limit.equals("ORG") ? plan.safeguard().org() : plan.safeguard().app();
    int allowed = share.allowed();
    if (limit.equals("COMPLETENESS")) {
      allowed = share.population() / 2;
    }
    for (var effect : plan.safeguard().effects()) {
      if (effect.effect().name().equals(limit)) {
        allowed = effect.allowed();
      }
    }
    return of(plan, limit, unassignments, share.population(), allowed, wholeOrg, held);
  }

  private static Pause of(
      PlanFile plan,
      String limit,
      int unassignments,
      int population,
      int allowed,
      boolean wholeOrg,
      boolean held) {
    return new Pause(
        plan.run().app(),
        TimeText.of(plan.run().time()),
        plan.hash(),
        limit,
        unassignments,
        population,
        allowed,
        wholeOrg,
        held);
  }
}
