package io.attune.benchmarks.imports;

import io.attune.benchmarks.harness.Figure;
import io.attune.benchmarks.harness.Group;
import io.attune.benchmarks.harness.Row;
import io.attune.benchmarks.harness.Session;
import io.attune.benchmarks.harness.Table;
import io.attune.benchmarks.harness.Target;
import io.attune.benchmarks.harness.Variant;
import io.attune.benchmarks.harness.WholeRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The group {@code growth}: what one user costs as there are more of them. */
public final class GrowthGroup implements Group {
  private static final String COLUMN = "cpu per user";
  private static final List<Variant> VARIANTS =
      List.of(
          Variant.of(
              "re-import", "plan", PlanJob.class, ImportData.ORG, ImportData.feed(10), "FULL"),
          Variant.of("load snapshot", "load", LoadJob.class, ImportData.ORG));

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String about() {
    return "time and bytes per user of a re-import, from 10,000 users to a million";
  }

  @Override
  public List<Table> run(Session session) throws IOException {
    Path small = ImportData.write(session.scratch(), session.quick() ? 200 : 10_000);
    List<Integer> sizes = session.sizesOr(10_000, 100_000, 1_000_000);
    List<Row> rows = new ArrayList<>();
    for (int people : sizes) {
      session.say("growth, " + people + " users");
      Path data = ImportData.write(session.scratch(), people);
      List<Row> measured = WholeRuns.measure(session, VARIANTS, small, data);
      Figure cpu = Objects.requireNonNull(measured.get(0).figure(WholeRuns.CPU));
      Row row = Row.of(label(people), COLUMN, cpu.in("µs", 1000.0 / people));
      // Of few people, what is kept is lost among what the JVM gives back.
      Figure kept = measured.get(1).figure(WholeRuns.KEPT);
      rows.add(
          kept == null ? row : row.with("kept per user", kept.in("bytes", 1048576.0 / people)));
    }
    Table table =
        new Table(
            name(),
            "per-user",
            "Re-import with 1 % changed, and heap of the snapshot, per user",
            "./attune-bench run growth",
            COLUMN,
            label(sizes.get(0)),
            rows,
            List.of());
    String last = label(sizes.get(sizes.size() - 1));
    String before = label(sizes.get(Math.max(0, sizes.size() - 2)));
    return List.of(
        table.held(
            Target.atMost(
                "time per user, " + last + " ÷ " + before, table.ratio(last, before), 1.3, 1.1)));
  }

  private static String label(int people) {
    return String.format("%,d users", people);
  }
}
