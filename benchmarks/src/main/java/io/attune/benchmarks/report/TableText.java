package io.attune.benchmarks.report;

import io.attune.benchmarks.harness.Figure;
import io.attune.benchmarks.harness.Row;
import io.attune.benchmarks.harness.Table;
import io.attune.benchmarks.harness.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table as Markdown, which reads well on a terminal too. */
public final class TableText {
  private TableText() {}

  /** The table, with the command above it and its targets below. */
  public static String of(Table table) {
    StringBuilder text = new StringBuilder();
    text.append("\n### ").append(table.title()).append("\n\n```\n");
    text.append(table.command()).append("\n```\n\n").append(rows(table));
    if (!table.targets().isEmpty()) {
      text.append("\n").append(targets(table.targets()));
    }
    return text.toString();
  }

  private static String rows(Table table) {
    Set<String> columns = new LinkedHashSet<>();
    table.rows().forEach(row -> columns.addAll(row.figures().keySet()));
    StringBuilder text = new StringBuilder("| |");
    StringBuilder rule = new StringBuilder("|---|");
    for (String column : columns) {
      text.append(' ').append(column).append(" |");
      rule.append("---:|");
      if (column.equals(table.measure())) {
        text.append(" min – max |");
        rule.append("---:|");
        if (table.baseline() != null) {
          text.append(" ÷ ").append(table.baseline()).append(" |");
          rule.append("---:|");
        }
      }
    }
    text.append('\n').append(rule).append('\n');
    table.rows().forEach(row -> text.append(line(table, row, columns)));
    return text.toString();
  }

  private static String line(Table table, Row row, Set<String> columns) {
    StringBuilder text = new StringBuilder("| ").append(row.name()).append(" |");
    for (String column : columns) {
      Figure figure = row.figure(column);
      text.append(figure == null ? " |" : " " + value(figure.median(), figure.unit()) + " |");
      if (column.equals(table.measure())) {
        text.append(figure == null ? " |" : " " + range(figure) + " |");
        text.append(table.baseline() == null ? "" : " " + ratio(table, figure) + " |");
      }
    }
    return text.append('\n').toString();
  }

  private static String ratio(Table table, @Nullable Figure figure) {
    Figure base = table.measured(table.baseline());
    return figure == null || base == null ? "" : Target.number(figure.median() / base.median());
  }

  private static String value(double value, String unit) {
    return Target.number(value) + " " + unit;
  }

  private static String range(Figure figure) {
    return figure.rounds() == 1
        ? "once"
        : Target.number(figure.min()) + " – " + Target.number(figure.max());
  }

  /** Targets, and whether each is met. */
  static String targets(List<Target> targets) {
    StringBuilder text =
        new StringBuilder(
            "| target | measured | at least | reach for | |\n|---|---:|---:|---:|---|\n");
    for (Target target : targets) {
      text.append(
          String.format(
              "| %s | %s | %s | %s | %s |%n",
              target.what(),
              Target.number(target.measured()),
              target.bound(target.least()),
              target.bound(target.reach()),
              target.verdict()));
    }
    return text.toString();
  }
}
