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

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String about() {
    return "time of a re-import per user, from 10,000 users to a million";
  }

  @Override
  public List<Table> run(Session session) throws IOException {
    Path small = ImportData.write(session.scratch(), session.quick() ? 200 : 10_000);
    List<Integer> sizes = session.sizesOr(10_000, 100_000, 1_000_000);
    List<Row> rows = new ArrayList<>();
    for (int people : sizes) {
      session.say("growth, " + people + " users");
      Path data = ImportData.write(session.scratch(), people);
      Row row = WholeRuns.measure(session, List.of(variant()), small, data).get(0);
      rows.add(perUser(people, Objects.requireNonNull(row.figure(WholeRuns.CPU))));
    }
    Table table =
        new Table(
            name(),
            "per-user",
            "Re-import with 1 % changed, CPU per user",
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

  private static Variant variant() {
    String feed = ImportData.feed(10);
    return Variant.of("re-import", "plan", PlanJob.class, ImportData.ORG, feed, "FULL");
  }

  private static String label(int people) {
    return String.format("%,d users", people);
  }

  private static Row perUser(int people, Figure millis) {
    double by = people / 1000.0;
    return Row.of(
        label(people),
        COLUMN,
        new Figure(
            "µs", millis.median() / by, millis.min() / by, millis.max() / by, millis.rounds()));
  }
}
