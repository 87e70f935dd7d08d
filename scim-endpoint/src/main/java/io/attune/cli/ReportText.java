package io.attune.cli;

import io.attune.plan.GroupReport;
import io.attune.plan.ImportPlan;
import io.attune.plan.ImportReport;
import io.attune.plan.ImportReport.EffectReport;
import io.attune.plan.ImportReport.Held;
import io.attune.plan.ImportReport.LimitReport;
import io.attune.plan.ImportReport.SafeguardReport;
import io.attune.plan.ImportReport.Verdict;
import io.attune.plan.Sha256;
import io.attune.plan.UserCounts;
import io.attune.plan.json.TimeText;
import io.attune.workspace.ApplyResult;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The report of an import for people. */
final class ReportText {
  private final StringBuilder text = new StringBuilder();

  private ReportText() {}

  /** The report of a plan; {@code applied} is null where nothing was to be applied. */
  static String of(ImportPlan plan, Sha256 hash, @Nullable ApplyResult applied) {
    ReportText report = new ReportText();
    report.head(plan);
    report.counts(plan.report().users());
    report.groups(plan.report().groups());
    report.safeguard(plan, hash);
    report.line("plan " + hash);
    report.line(outcome(plan.report(), applied));
    return report.text.toString();
  }

  private void head(ImportPlan plan) {
    ImportReport report = plan.report();
    line(
        plan.run().app()
            + ": "
            + plan.run().mode().name().toLowerCase(Locale.ROOT)
            + " import at "
            + TimeText.of(plan.run().time()));
    String completeness = report.completeness().name().toLowerCase(Locale.ROOT);
    String reason = report.incomplete() == null ? "" : " (" + report.incomplete() + ")";
    line("completeness: " + completeness + reason);
    if (report.incomplete() != null) {
      line("  nobody is treated as gone: the feed may lack people");
    }
  }

  private void counts(UserCounts users) {
    count("scanned", users.scanned());
    count("new", users.created());
    count("updated", users.updated());
    count("  of which linked", users.linked());
    count("unchanged", users.unchanged());
    count("removed", users.removed());
    count("inactive in the app", users.removedInactive());
    count("waiting: exact match", users.pendingExact());
    count("waiting: partial match", users.pendingPartial());
    count("waiting: new person", users.pendingNew());
    count("waiting: activation", users.pendingActivation());
    count("ambiguous", users.ambiguous());
    count("conflicts", users.conflict());
    count("ignored", users.ignored());
    count("skipped", users.skipped());
    count("errors", users.errors());
    count("reactivated", users.reactivated());
    count("suspended", users.suspended());
    count("deactivated", users.deactivated());
  }

  private void groups(@Nullable GroupReport groups) {
    if (groups == null) {
      return;
    }
    count("groups scanned", groups.scanned());
    count("groups new", groups.created());
    count("groups updated", groups.updated());
    count("groups unchanged", groups.unchanged());
    count("groups removed", groups.removed());
    count("groups in error", groups.errors());
    count("memberships added", groups.membersAdded());
    count("memberships removed", groups.membersRemoved());
    count("members unresolved", groups.membersUnresolved());
  }

  private void count(String label, int count) {
    line(String.format(Locale.ROOT, "  %-24s %8d", label, count));
  }

  private void safeguard(ImportPlan plan, Sha256 hash) {
    SafeguardReport safeguard = plan.report().safeguard();
    line(
        "safeguard: "
            + safeguard.verdict().name().toLowerCase(Locale.ROOT)
            + (safeguard.limit() == null ? "" : " by the limit " + safeguard.limit()));
    limit("app", safeguard.app());
    limit("org", safeguard.org());
    for (EffectReport effect : safeguard.effects()) {
      String name = effect.effect().name().toLowerCase(Locale.ROOT);
      line("  " + name + ": " + effect.people() + " of " + effect.allowed() + " allowed");
    }
    Held held = safeguard.held();
    if (held != null) {
      line("  held by the limit " + held.limit() + ", and not part of this plan:");
      people(plan, held.people());
    }
    if (safeguard.verdict() == Verdict.PAUSE) {
      line("  these people are concerned:");
      people(plan, safeguard.people());
      line(
          "  to approve exactly this plan: --approve "
              + hash.hex()
              + ":"
              + safeguard.unassignments());
    }
  }

  private void people(ImportPlan plan, List<String> people) {
    Set<String> concerned = new HashSet<>(people);
    plan.forEachLine(
        change -> {
          if (concerned.contains(String.valueOf(change.userId()))) {
            line("    " + PersonText.of(change));
          }
        });
  }

  private void limit(String name, LimitReport limit) {
    String people = " of " + limit.population() + " people (" + limit.percent() + " %)";
    String allowed =
        limit.applies()
            ? limit.unassigned() + " of " + limit.allowed() + " allowed,"
            : limit.unassigned() + ", no limit applies,";
    line("  " + name + ": " + allowed + people);
  }

  private static String outcome(ImportReport report, @Nullable ApplyResult applied) {
    if (applied == null) {
      return report.safeguard().verdict() == Verdict.PAUSE
          ? "paused: nothing is applied without an approval"
          : "nothing was changed; --apply applies this plan";
    }
    if (applied.isDone()) {
      return applied instanceof ApplyResult.Applied ? "applied" : "already applied";
    }
    return "paused: nothing was applied";
  }

  private void line(String content) {
    text.append(content).append('\n');
  }
}
