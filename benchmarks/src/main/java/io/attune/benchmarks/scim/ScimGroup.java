package io.attune.benchmarks.scim;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The group {@code scim}: the endpoint under load, beside a server that keeps nothing. */
public final class ScimGroup implements Group {
  private static final String FLOOR = "floor: one commit a write";

  /** With more, the reference would need more memory than ours may have, and is left out. */
  private static final int MOST_BESIDE_REFERENCE = 200_000;

  private static final double HEAP_MIB = 512;

  @Override
  public String name() {
    return "scim";
  }

  @Override
  public String about() {
    return "requests to the SCIM endpoint, against the same library over maps in memory";
  }

  @Override
  public List<Table> run(Session session) throws IOException {
    List<Table> tables = new ArrayList<>();
    for (int people : session.sizesOr(100_000)) {
      session.say("SCIM endpoint with " + people + " users");
      tables.add(table(session, people));
    }
    return tables;
  }

  private Table table(Session session, int people) throws IOException {
    Path feed = Users.write(session.scratch(), people, LoadRun.newcomers(session));
    Path folder = session.scratch().resolve("scim-store-" + people);
    Users.store(feed, people, folder);
    List<Row> rows = new ArrayList<>(commits(session, feed, people, folder));
    boolean beside = people <= MOST_BESIDE_REFERENCE;
    List<Served> servers = new ArrayList<>();
    try {
      servers.add(Served.attune(session.quick(), folder));
      if (beside) {
        servers.add(Served.reference(session.quick(), feed, people));
      }
      try (LoadRun run = new LoadRun(session, feed, people, servers)) {
        rows.addAll(run.rows());
      }
    } finally {
      for (Served server : servers) {
        server.close();
      }
    }
    Table table =
        new Table(
            name(),
            "load-" + people,
            String.format("SCIM endpoint over %,d users, %d connections", people, Load.CONNECTIONS),
            "./attune-bench run scim --people " + people,
            LoadRun.CPU,
            null,
            rows,
            List.of());
    return held(beside ? besideReference(table) : table, people);
  }

  /**
   * Writes to the store alone: one after the other, each with a commit of its own, and as many at
   * once as there are connections.
   */
  private static List<Row> commits(Session session, Path feed, int people, Path store)
      throws IOException {
    int writes = session.quick() ? 40 : 1_000;
    List<String> options = List.of(store.toString(), "" + people, "" + writes);
    List<Variant> variants =
        List.of(
            writers(FLOOR, options, 1),
            writers(grouped(Load.CONNECTIONS), options, Load.CONNECTIONS),
            writers(grouped(Load.CROWD), options, Load.CROWD));
    return WholeRuns.measure(session, variants, feed, feed).stream()
        .map(row -> perWrite(row, writes))
        .toList();
  }

  private static String grouped(int writers) {
    return "group commit: " + writers + " writers";
  }

  private static Variant writers(String name, List<String> options, int threads) {
    List<String> all = new ArrayList<>(options);
    all.add(Integer.toString(threads));
    return Variant.floor(name, CommitJob.class, all.toArray(String[]::new));
  }

  private static Row perWrite(Row row, int writes) {
    Figure cpu = Objects.requireNonNull(row.figure(WholeRuns.CPU));
    Figure wall = Objects.requireNonNull(row.figure("wall"));
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put(LoadRun.CPU, cpu.in("ms", 1.0 / writes));
    figures.put(
        LoadRun.RATE,
        new Figure(
            "",
            writes * 1000 / wall.median(),
            writes * 1000 / wall.max(),
            writes * 1000 / wall.min(),
            wall.rounds()));
    return new Row(row.name(), figures);
  }

  /** Held to what was asked for, requests a second; and what they cost, to the same. */
  private static Table besideReference(Table table) {
    Table held = table;
    for (Load load : Load.ALL) {
      double least = load.operation().writes() ? 0.4 : 0.6;
      double reach = load.operation().writes() ? 0.6 : 0.8;
      double rate = median(table, load, LoadRun.RATE) / reference(table, load, LoadRun.RATE);
      double cpu = reference(table, load, LoadRun.CPU) / median(table, load, LoadRun.CPU);
      String words = load.words();
      held =
          held.held(Target.atLeast(words + ", requests a second ÷ reference's", rate, least, reach))
              .held(Target.atLeast(words + ", reference's cpu ÷ ours", cpu, least, reach));
    }
    return held;
  }

  private static Table held(Table table, int people) {
    double tail = 0;
    double peak = 0;
    for (Load load : Load.ALL) {
      double median = median(table, load, LoadRun.MEDIAN);
      tail = Math.max(tail, median(table, load, LoadRun.P99) / median);
      peak = Math.max(peak, median(table, load, LoadRun.PEAK));
    }
    Table held = table;
    double commits = figure(table, FLOOR, LoadRun.RATE).median();
    for (int writers : new int[] {Load.CONNECTIONS, Load.CROWD}) {
      double grouped = figure(table, grouped(writers), LoadRun.RATE).median();
      held =
          held.held(
              Target.atLeast(
                  "durable writes by " + writers + " ÷ one commit a write",
                  grouped / commits,
                  2,
                  4));
    }
    return held.held(Target.atMost("p99 ÷ median, the worst operation", tail, 20, 10))
        .held(
            Target.atMost(
                String.format("%,d users served within, MiB of heap", people),
                peak,
                HEAP_MIB,
                HEAP_MIB / 2));
  }

  private static double median(Table table, Load load, String column) {
    return figure(table, LoadRun.name(load, "attune"), column).median();
  }

  private static double reference(Table table, Load load, String column) {
    return figure(table, LoadRun.name(load, "reference"), column).median();
  }

  private static Figure figure(Table table, String row, String column) {
    return Objects.requireNonNull(Objects.requireNonNull(table.row(row)).figure(column));
  }
}
