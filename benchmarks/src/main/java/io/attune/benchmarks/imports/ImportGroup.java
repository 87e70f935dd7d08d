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

/** The group {@code import}: imports of 100,000 and a million users beside their floors. */
public final class ImportGroup implements Group {
  private static final String TOKENS = "floor: tokens only";

  /** Once takes less than three ticks of the clock. */
  private static final String TEN_DELTAS = "delta of 1 %, ten times";

  private static final String RE_IMPORT = "re-import, 1 % changed";
  private static final String TWO_THREADS = ", 2 threads";
  private static final List<Integer> HEAPS_MIB = List.of(640, 1024);

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String about() {
    return "whole imports of SCIM records, against reading, finding lines and tokens only";
  }

  @Override
  public List<Table> run(Session session) throws IOException {
    int warmUp = session.quick() ? 200 : 10_000;
    Path small = ImportData.write(session.scratch(), warmUp);
    List<Table> tables = new ArrayList<>();
    for (int people : session.sizesOr(100_000, 1_000_000)) {
      session.say("import of " + people + " users");
      Path data = ImportData.write(session.scratch(), people);
      Table table = table(people, WholeRuns.measure(session, variants(), small, data));
      tables.add(table.held(heap(session, people, data)));
    }
    return tables;
  }

  /** The first of some limits of the heap within which a re-import ends; twice the last if none. */
  private static Target heap(Session session, int people, Path data) throws IOException {
    Variant variant = plan("heap", ImportData.ORG, ImportData.feed(10));
    int needed = HEAPS_MIB.get(HEAPS_MIB.size() - 1) * 2;
    for (int mebibytes : HEAPS_MIB) {
      session.say("  within -Xmx" + mebibytes + "m");
      if (WholeRuns.fits(variant.on("-Xmx" + mebibytes + "m"), data)) {
        needed = mebibytes;
        break;
      }
    }
    return Target.atMost(
        String.format("%,d users planned within, MiB of heap", people), needed, 1024, 640);
  }

  private static List<Variant> variants() {
    String feed = ImportData.feed(10);
    return List.of(
        Variant.floor("floor: read", Floors.Read.class, feed),
        Variant.floor("floor: lines", Floors.Lines.class, feed),
        Variant.floor(TOKENS, Floors.Tokens.class, feed),
        Variant.floor(
            "floor: write and hash the plan's bytes",
            PlanBytes.class,
            ImportData.EMPTY,
            ImportData.feed(0),
            "FULL"),
        Variant.of("load snapshot", "load", LoadJob.class, ImportData.ORG),
        plan("initial", ImportData.EMPTY, ImportData.feed(0)),
        plan("initial" + TWO_THREADS, ImportData.EMPTY, ImportData.feed(0), "TWO_THREADS"),
        plan("re-import, 0 % changed", ImportData.ORG, ImportData.feed(0)),
        plan("re-import, 0 % changed, skipping", ImportData.ORG, ImportData.feed(0), "SKIP"),
        plan(RE_IMPORT, ImportData.ORG, feed),
        plan(RE_IMPORT + TWO_THREADS, ImportData.ORG, feed, "TWO_THREADS"),
        plan("re-import, 1 % changed, skipping", ImportData.ORG, feed, "SKIP"),
        plan(
            "re-import, 1 % changed, skipping" + TWO_THREADS,
            ImportData.ORG,
            feed,
            "SKIP",
            "TWO_THREADS"),
        plan("re-import, 10 % changed", ImportData.ORG, ImportData.feed(100)),
        plan("re-import, 10 % changed, skipping", ImportData.ORG, ImportData.feed(100), "SKIP"),
        Variant.of(
            TEN_DELTAS,
            "delta",
            PlanJob.class,
            ImportData.ORG,
            ImportData.delta(10),
            "INCREMENTAL",
            "TEN_TIMES"));
  }

  private static Variant plan(String name, String workspace, String feed, String... more) {
    List<String> options = new ArrayList<>(List.of(workspace, feed, "FULL"));
    options.addAll(List.of(more));
    return Variant.of(name, workspace + " " + feed, PlanJob.class, options.toArray(String[]::new));
  }

  private Table table(int people, List<Row> rows) {
    Table table =
        new Table(
            name(),
            "import-" + people,
            String.format("Import of %,d users, SCIM JSON lines, 30 attributes", people),
            "./attune-bench run import --people " + people,
            WholeRuns.CPU,
            TOKENS,
            rows.stream().map(row -> perUser(row, people)).toList(),
            List.of());
    Table held = held(table, RE_IMPORT, 2.5, 1.8);
    held = held(held, "re-import, 1 % changed, skipping", 0.6, 0.35);
    held = held(held, "initial", 4.5, 3);
    return held(held, "load snapshot", 2.5, 2.5)
        .held(
            Target.atMost(
                "delta of 1 % ÷ full re-import",
                table.ratio(TEN_DELTAS, RE_IMPORT) / 10, 0.03, 0.015))
        .held(
            Target.atLeast(
                "2 threads against 1, re-import, time on the wall",
                fastest(table, RE_IMPORT) / fastest(table, RE_IMPORT + TWO_THREADS),
                1.6,
                1.85));
  }

  /**
   * The quickest round on the wall. Two threads save no CPU time, so this is the one target that
   * the wall is asked for; whatever else runs on the machine only ever adds to it.
   */
  private static double fastest(Table table, String row) {
    return Objects.requireNonNull(Objects.requireNonNull(table.row(row)).figure("wall")).min();
  }

  private static Row perUser(Row row, int people) {
    Figure kept = row.figure(WholeRuns.KEPT);
    return kept == null ? row : row.with("kept per user", kept.in("bytes", 1048576.0 / people));
  }

  private static Table held(Table table, String row, double least, double reach) {
    return table.held(
        Target.atMost(row + " ÷ tokens only", table.ratio(row, TOKENS), least, reach));
  }
}
