package io.attune.benchmarks;

import io.attune.benchmarks.harness.Figure;
import io.attune.benchmarks.harness.Results;
import io.attune.benchmarks.harness.Row;
import io.attune.benchmarks.harness.Table;
import io.attune.benchmarks.harness.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code attune-bench compare}: what moved between two runs. Where a table has a floor, each run's
 * figures are divided by its own floor first, so that a slower machine moves nothing. A figure
 * moved if the two ranges from min to max do not meet, and the medians differ by 3 % or more; of
 * what was measured once, nothing is said.
 */
@Command(name = "compare", description = "Shows what moved beyond noise between two runs.")
final class CompareCommand implements Callable<Integer> {
  private static final double NOISE = 0.03;

  private final PrintStream out;

  @Parameters(index = "0", paramLabel = "A.json", description = "Before.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "B.json", description = "After.")
  private Path after = Path.of("");

  CompareCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Results first = Results.read(before);
    Results second = Results.read(after);
    out.println(first.commit() + " → " + second.commit());
    for (Table table : second.tables()) {
      first.tables().stream()
          .filter(each -> each.group().equals(table.group()) && each.name().equals(table.name()))
          .findFirst()
          .ifPresent(earlier -> compare(earlier, table));
    }
    return 0;
  }

  private void compare(Table earlier, Table later) {
    String unit = later.baseline() == null ? "" : ", in multiples of `" + later.baseline() + "`";
    out.printf("%n%s (%s%s)%n", later.title(), later.measure(), unit);
    for (Row row : later.rows()) {
      Figure was = relative(earlier, row.name());
      Figure is = relative(later, row.name());
      if (was != null && is != null && !row.name().equals(later.baseline())) {
        out.printf(
            "  %-40s %10s → %10s  %+6.1f %%  %s%n",
            row.name(),
            Target.number(was.median()),
            Target.number(is.median()),
            (is.median() / was.median() - 1) * 100,
            verdict(was, is));
      }
    }
  }

  private static @Nullable Figure relative(Table table, String row) {
    Figure figure = table.measured(row);
    Figure base = table.measured(table.baseline());
    return figure == null || base == null ? figure : figure.dividedBy(base);
  }

  static String verdict(Figure was, Figure is) {
    if (was.rounds() == 1 || is.rounds() == 1) {
      return "measured once";
    }
    boolean apart = was.max() < is.min() || is.max() < was.min();
    boolean large = Math.abs(is.median() / was.median() - 1) >= NOISE;
    if (!apart || !large) {
      return "within noise";
    }
    return is.median() < was.median() ? "less" : "MORE";
  }
}
