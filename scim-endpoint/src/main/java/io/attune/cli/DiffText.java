package io.attune.cli;

import io.attune.plan.compare.AttributeDifference;
import io.attune.plan.compare.Sample;
import io.attune.plan.compare.TableDifference;
import io.attune.workspace.MappingDiff;
import java.util.Map;

/** What a change of tables does, for people. */
final class DiffText {
  private final StringBuilder out = new StringBuilder();

  private DiffText() {}

  static String of(String app, MappingDiff diff) {
    DiffText text = new DiffText();
    text.direction(app + " to-okta", diff.toOkta());
    text.direction(app + " to-app", diff.toApp());
    return text.out.toString();
  }

  private void direction(String title, TableDifference difference) {
    out.append(title).append(": ");
    if (difference.isEmpty()) {
      out.append("nothing changes for ").append(difference.compared()).append(" people\n");
      return;
    }
    out.append(difference.people())
        .append(" of ")
        .append(difference.compared())
        .append(" people change, ")
        .append(difference.usernames())
        .append(" usernames, ")
        .append(difference.refused())
        .append(" newly refused\n");
    difference.attributes().entrySet().forEach(this::attribute);
  }

  private void attribute(Map.Entry<String, AttributeDifference> each) {
    AttributeDifference difference = each.getValue();
    out.append("  ")
        .append(each.getKey())
        .append(": ")
        .append(difference.people())
        .append(" people, ")
        .append(difference.blanked())
        .append(" blanked, ")
        .append(difference.newFailures())
        .append(" new failures\n");
    for (Sample sample : difference.samples()) {
      out.append("    ")
          .append(sample.userId())
          .append(": ")
          .append(PreviewText.value(sample.before()))
          .append(" -> ")
          .append(PreviewText.value(sample.after()))
          .append('\n');
    }
  }
}
