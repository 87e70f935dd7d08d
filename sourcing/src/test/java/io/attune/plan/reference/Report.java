package io.attune.plan.reference;

import io.attune.plan.GroupReport;
import io.attune.plan.ImportReport;
import io.attune.plan.ImportReport.Completeness;
import io.attune.plan.ImportReport.Limit;
import io.attune.plan.ImportReport.LimitReport;
import io.attune.plan.ImportReport.SafeguardReport;
import io.attune.plan.ImportReport.Verdict;
import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedChange.StatusChange;
import io.attune.plan.PlannedChange.StatusReason;
import io.attune.plan.PlannedGroup;
import io.attune.plan.UserCounts;
import io.attune.sourcing.Effect;
import io.attune.sourcing.UserStatus;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the lines come to. Source: formats, Plan; okta-behaviour 6. */
record Report(World world, Feed feed, Rules rules) {

  ImportReport of(
      List<Judgement> all,
      List<PlannedChange> lines,
      List<PlannedGroup> groups,
      @Nullable String incomplete,
      int unseen) {
    int unassigned = count(all, each -> each.outcome == Outcome.REMOVED);
    int population = world.activeLinks(rules.app());
    int orgPopulation = world.apps().keySet().stream().mapToInt(world::activeLinks).sum();
    Limit limit =
        passes(rules.appLimit(), unassigned, population)
            ? Limit.APP
            : passes(rules.orgLimit(), unassigned, orgPopulation)
                ? Limit.ORG
                : fewSeen(groups, unseen, population) ? Limit.COMPLETENESS : null;
    Effects effects = new Effects(lines, rules.atMost());
    Effect tooMany = limit == null ? effects.first() : null;
    List<String> people = List.of();
    if (limit != null) {
      people = effects.people(Effect.UNASSIGNED);
    } else if (tooMany != null) {
      limit = Limit.valueOf(tooMany.name());
      people = effects.people(tooMany);
    }
    return new ImportReport(
        counts(all),
        incomplete != null
            ? Completeness.INCOMPLETE
            : feed.proven() ? Completeness.PROVEN : Completeness.UNPROVEN,
        incomplete,
        new SafeguardReport(
            limit == null ? Verdict.PROCEED : Verdict.PAUSE,
            limit,
            unassigned,
            people,
            report(rules.appLimit(), unassigned, population),
            report(rules.orgLimit(), unassigned, orgPopulation),
            effects.report(),
            null),
        groups.isEmpty() ? null : groupCounts(groups));
  }

  /** Fewer than half were seen: of the active links, or of the groups if the feed holds any. */
  private boolean fewSeen(List<PlannedGroup> groups, int unseen, int population) {
    return 2 * unseen > population || 2 * missing(groups) > world.groups().size();
  }

  private int missing(List<PlannedGroup> groups) {
    boolean listed = feed.groups().stream().noneMatch(sent -> sent.gone() || sent.some());
    return listed ? count(groups, PlannedGroup.Outcome.REMOVED) : 0;
  }

  private static int count(List<PlannedGroup> groups, PlannedGroup.Outcome outcome) {
    return (int) groups.stream().filter(each -> each.outcome() == outcome).count();
  }

  private GroupReport groupCounts(List<PlannedGroup> groups) {
    return new GroupReport(
        groups.size() - count(groups, PlannedGroup.Outcome.REMOVED),
        count(groups, PlannedGroup.Outcome.CREATE),
        count(groups, PlannedGroup.Outcome.UPDATE),
        count(groups, PlannedGroup.Outcome.UNCHANGED),
        count(groups, PlannedGroup.Outcome.REMOVED),
        count(groups, PlannedGroup.Outcome.ERROR),
        groups.stream().mapToInt(each -> each.added().size()).sum(),
        groups.stream().mapToInt(each -> each.removed().size()).sum(),
        groups.stream().mapToInt(each -> each.unresolved().size()).sum());
  }

  private static boolean passes(Rules.Limit limit, int unassigned, int population) {
    int share = 100 * unassigned;
    int bound = limit.percent() * population;
    return limit.on()
        && population >= limit.least()
        && unassigned > 0
        && (limit.inclusive() ? share >= bound : share > bound);
  }

  /** The most that proceeds is found by trying. */
  private static LimitReport report(Rules.Limit limit, int unassigned, int population) {
    int allowed = 0;
    while (allowed < population && !passes(limit, allowed + 1, population)) {
      allowed++;
    }
    boolean applies = limit.on() && population >= limit.least();
    return new LimitReport(population, unassigned, limit.percent(), applies, allowed);
  }

  private static int count(List<Judgement> all, Predicate<Judgement> which) {
    return (int) all.stream().filter(which).count();
  }

  private static UserCounts counts(List<Judgement> all) {
    return new UserCounts(
        count(all, each -> each.scanned),
        outcomes(all, Outcome.CREATE),
        outcomes(all, Outcome.UPDATE) + outcomes(all, Outcome.LINK),
        outcomes(all, Outcome.LINK),
        outcomes(all, Outcome.UNCHANGED),
        count(all, each -> each.outcome == Outcome.REMOVED && !each.scanned),
        count(all, each -> each.outcome == Outcome.REMOVED && each.scanned),
        outcomes(all, Outcome.PENDING_EXACT),
        outcomes(all, Outcome.PENDING_PARTIAL),
        outcomes(all, Outcome.PENDING_NEW),
        outcomes(all, Outcome.PENDING_ACTIVATION),
        outcomes(all, Outcome.AMBIGUOUS),
        outcomes(all, Outcome.CONFLICT),
        outcomes(all, Outcome.IGNORED),
        outcomes(all, Outcome.SKIPPED),
        outcomes(all, Outcome.ERROR),
        statuses(all, each -> each.because() == StatusReason.REACTIVATED_IN_SOURCE),
        statuses(all, each -> each.to() == UserStatus.SUSPENDED),
        statuses(all, each -> each.to() == UserStatus.DEPROVISIONED));
  }

  private static int outcomes(List<Judgement> all, Outcome outcome) {
    return count(all, each -> each.outcome == outcome);
  }

  private static int statuses(List<Judgement> all, Predicate<StatusChange> which) {
    return count(all, each -> each.status != null && which.test(each.status));
  }
}
