package io.attune.cli;

import io.attune.plan.MatchAuditReport;
import io.attune.plan.MatchAuditReport.Census;
import io.attune.plan.MatchAuditReport.CriterionAudit;
import io.attune.plan.MatchAuditReport.Groups;
import io.attune.plan.MatchAuditReport.LinkedCounts;
import io.attune.plan.MatchAuditReport.RuleAudit;
import io.attune.plan.MatchAuditReport.UnlinkedCounts;
import java.util.Locale;

/** A match audit as tables for people. Ids stand for people; no value of theirs is shown. */
final class MatchAuditText {
  private final StringBuilder text = new StringBuilder();

  private MatchAuditText() {}

  /**
   * The whole audit.
   *
   * @param partialAllowed whether the app allows partial matches
   */
  static String of(MatchAuditReport report, boolean partialAllowed) {
    MatchAuditText text = new MatchAuditText();
    text.head(report);
    text.criteria(report);
    text.examples(report);
    text.rules(report, partialAllowed);
    return text.text.toString();
  }

  private void head(MatchAuditReport report) {
    MatchAuditReport.RecordCounts records = report.records();
    line(
        "%s: %d people; %d records, of which %d linked, %d unlinked, %d left out",
        report.app(),
        report.people(),
        records.scanned(),
        records.linked(),
        records.unlinked(),
        records.leftOut());
  }

  private void criteria(MatchAuditReport report) {
    line("");
    line("%-36s %-42s %s", "", "people", "records");
    String heads =
        String.format(
            Locale.ROOT, "%10s %8s %7s %8s %7s", "usable", "blank", "shared", "collide", "most");
    line("%-36s%s%s", "criterion", heads, heads);
    for (CriterionAudit criterion : report.criteria()) {
      line("%-36s%s%s", criterion.label(), row(criterion.people()), row(criterion.records()));
    }
  }

  private static String row(Census census) {
    int percent = census.members() == 0 ? 0 : (int) (100L * census.usable() / census.members());
    return String.format(
        Locale.ROOT,
        "%5d %3d%% %8d %7d %8d %7d",
        census.usable(),
        percent,
        census.blank(),
        census.shared().members(),
        census.collided().members(),
        census.shared().largest());
  }

  private void examples(MatchAuditReport report) {
    line("");
    line("who shares a key, the first of them");
    for (CriterionAudit criterion : report.criteria()) {
      examples(criterion.label() + ", people", criterion.people().shared());
      examples(
          criterion.label() + ", people who differ before normalisation",
          criterion.people().collided());
      examples(criterion.label() + ", records", criterion.records().shared());
    }
  }

  private void examples(String label, Groups groups) {
    if (groups.keys() > 0) {
      line("  %s: %d keys, such as %s", label, groups.keys(), groups.examples().get(0));
    }
  }

  private void rules(MatchAuditReport report, boolean partialAllowed) {
    line("");
    line("%-36s %-52s %s", "", "records without a link", "records with one, matched again");
    line(
        "%-36s%8s%8s%10s%10s%9s%8s%8s%7s%10s%8s",
        "rule",
        "exact",
        "partial",
        "ambiguous",
        "linked",
        "doubled",
        "new",
        "right",
        "wrong",
        "ambiguous",
        "missed");
    for (RuleAudit rule : report.rules()) {
      UnlinkedCounts without = rule.unlinked();
      LinkedCounts with = rule.linked();
      line(
          "%-36s%8d%8d%10d%10d%9d%8d%8d%7d%10d%8d",
          (rule.configured() ? "* " : "  ") + rule.label(),
          without.exact(),
          without.partial(),
          without.ambiguous(),
          without.alreadyLinked(),
          without.sameUser(),
          without.none(),
          with.right(),
          with.wrong(),
          with.ambiguous(),
          with.missed());
    }
    line("* is the app's own rule");
    if (!partialAllowed) {
      line("partial matches are not allowed, so the partial ones would be new");
    }
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
