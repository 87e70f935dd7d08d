package io.attune.plan;

import io.attune.plan.ImportReport.Completeness;
import io.attune.plan.ImportReport.Limit;
import io.attune.plan.ImportReport.LimitReport;
import io.attune.plan.ImportReport.SafeguardReport;
import io.attune.plan.ImportReport.Verdict;
import io.attune.plan.PlannedChange.StatusChange;
import io.attune.sourcing.ImportSafeguard;
import io.attune.sourcing.UserStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts finished decisions; nothing else ever feeds a count. Source: formats, Plan; okta-behaviour
 * 6.
 */
final class ReportBuilder {
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private int linked;
  private int removedInactive;
  private int reactivated;
  private int suspended;
  private int deactivated;

  /**
   * Counts one line.
   *
   * @param scanned whether it is a record of the feed
   */
  void count(Decision decision, boolean scanned) {
    outcomes.merge(decision.outcome(), 1, Integer::sum);
    linked += decision.outcome() == Outcome.LINK ? 1 : 0;
    removedInactive += decision.outcome() == Outcome.REMOVED && scanned ? 1 : 0;
    StatusChange status = decision.status();
    if (status != null && status.from() != null) {
      reactivated += status.because() == PlannedChange.StatusReason.REACTIVATED_IN_SOURCE ? 1 : 0;
      suspended += status.to() == UserStatus.SUSPENDED ? 1 : 0;
      deactivated += status.to() == UserStatus.DEPROVISIONED ? 1 : 0;
    }
  }

  private int of(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  /** How many people lose this app. */
  int unassignments() {
    return of(Outcome.REMOVED);
  }

  private UserCounts counts() {
    int removed = of(Outcome.REMOVED) - removedInactive;
    int scanned = -removed;
    for (int count : outcomes.values()) {
      scanned += count;
    }
    return new UserCounts(
        scanned,
        of(Outcome.CREATE),
        of(Outcome.UPDATE) + of(Outcome.LINK),
        linked,
        of(Outcome.UNCHANGED),
        removed,
        removedInactive,
        of(Outcome.PENDING_EXACT),
        of(Outcome.PENDING_PARTIAL),
        of(Outcome.PENDING_NEW),
        of(Outcome.PENDING_ACTIVATION),
        of(Outcome.AMBIGUOUS),
        of(Outcome.CONFLICT),
        of(Outcome.IGNORED),
        of(Outcome.SKIPPED),
        of(Outcome.ERROR),
        reactivated,
        suspended,
        deactivated);
  }

  /**
   * The report.
   *
   * @param populations active links before the import
   * @param fewSeen whether a full, complete feed had fewer than half of the active links
   * @param losers ids of the people who lose the app, in byte order
   */
  ImportReport build(
      Completeness completeness,
      @Nullable String incomplete,
      Safeguards safeguards,
      Populations populations,
      boolean fewSeen,
      List<String> losers) {
    LimitReport app = limit(safeguards.app(), populations.app());
    LimitReport org = limit(safeguards.org(), populations.org());
    Limit limit = null;
    if (safeguards.app().pauses(unassignments(), populations.app())) {
      limit = Limit.APP;
    } else if (safeguards.org().pauses(unassignments(), populations.org())) {
      limit = Limit.ORG;
    } else if (fewSeen) {
      limit = Limit.COMPLETENESS;
    }
    boolean paused = limit != null;
    return new ImportReport(
        counts(),
        completeness,
        incomplete,
        new SafeguardReport(
            paused ? Verdict.PAUSE : Verdict.PROCEED,
            limit,
            unassignments(),
            paused ? losers : List.of(),
            app,
            org));
  }

  private LimitReport limit(ImportSafeguard safeguard, int population) {
    return new LimitReport(
        population,
        unassignments(),
        safeguard.percent(),
        safeguard.applies(population),
        safeguard.allowed(population));
  }

  /**
   * Active links before an import.
   *
   * @param app of the importing app
   * @param org of all apps
   */
  record Populations(int app, int org) {}
}
