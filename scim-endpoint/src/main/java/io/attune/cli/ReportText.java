package io.attune.cli;

import io.attune.plan.GroupReport;
import io.attune.plan.ImportPlan;
import io.attune.plan.ImportReport;
import io.attune.plan.ImportReport.EffectReport;
import io.attune.plan.ImportReport.Held;
import io.attune.plan.ImportReport.LimitReport;
import io.attune.plan.ImportReport.SafeguardReport;
import io.attune.plan.ImportReport.Verdict;
import io.attune.plan.Outcome;
import io.attune.plan.UserCounts;
import io.attune.plan.json.PlanFile;
import io.attune.plan.json.TimeText;
import io.attune.workspace.ApplyResult;
import io.attune.workspace.Approval;
import io.attune.workspace.Pause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report of an import for people. */
final class ReportText {
  private final StringBuilder text = new StringBuilder();

  private ReportText() {}

  /**
   * The report of a plan.
   *
   * @param applied what applying it came to, or null where nothing was to be applied
   * @param stop what it came to, or would stand against it; or null
   * @param apply the options that would apply it
   */
  static String of(
      ImportPlan plan,
      PlanFile file,
      @Nullable ApplyResult applied,
      @Nullable ApplyResult stop,
      String apply) {
    ReportText report = new ReportText();
    report.head(plan);
    report.counts(plan.report());
    report.groups(plan.report().groups());
    Pause pause = stop instanceof ApplyResult.Paused paused ? paused.pause() : null;
    report.safeguard(plan, file, pause);
    report.line("plan " + file.hash());
    report.line(outcome(applied, stop, apply));
    return report.text.toString();
  }

  /** A warning of a feed that may lack people, on a line of its own; else nothing. */
  static String incomplete(String records, ImportReport report) {
    return report.incomplete() == null
        ? ""
        : records
            + ":1:1: warning: the feed is incomplete ("
            + report.incomplete()
            + "), so nobody is treated as gone\n";
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

  private void counts(ImportReport report) {
    UserCounts users = report.users();
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
    Held held = report.safeguard().held();
    if (held != null) {
      count("held", held.records());
    }
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

  private void safeguard(ImportPlan plan, PlanFile file, @Nullable Pause pause) {
    SafeguardReport safeguard = plan.report().safeguard();
    boolean stands = safeguard.verdict() == Verdict.PAUSE;
    Pause window = stands ? null : pause;
    line(
        "safeguard: "
            + (stands
                ? "pause by the limit " + safeguard.limit()
                : window == null ? "proceed" : "pause by the limit " + window.limit()));
    limit("app", safeguard.app());
    limit("org", safeguard.org());
    for (EffectReport effect : safeguard.effects()) {
      line("  " + text(effect));
    }
    Held held = safeguard.held();
    if (held != null) {
      String tooMany =
          held.limits().stream().map(ReportText::text).collect(Collectors.joining("; "));
      line("  held by the limit " + held.limit() + ", and not part of this plan: " + tooMany);
      people(plan, held.people());
    }
    if (window != null) {
      line(
          "  earlier imports with this one: "
              + window.unassignments()
              + " of "
              + window.allowed()
              + " more allowed, of "
              + window.population()
              + " people");
    }
    if (stands || window != null) {
      line("  these people are concerned:");
      people(plan, stands ? safeguard.people() : unassigned(plan));
      line("  to approve exactly this plan: --approve " + Approval.of(file));
    }
  }

  private static String text(EffectReport effect) {
    String name = effect.effect().name().toLowerCase(Locale.ROOT);
    return name + ": " + effect.people() + " of " + effect.allowed() + " allowed";
  }

  private static List<String> unassigned(ImportPlan plan) {
    List<String> people = new ArrayList<>();
    plan.forEachLine(
        change -> {
          if (change.outcome() == Outcome.REMOVED) {
            people.add(String.valueOf(change.userId()));
          }
        });
    return people;
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

  private static String outcome(
      @Nullable ApplyResult applied, @Nullable ApplyResult stop, String apply) {
    if (applied == null) {
      return stop == null
          ? "nothing was changed; " + apply + " applies this plan"
          : "paused: nothing is applied without an approval";
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
