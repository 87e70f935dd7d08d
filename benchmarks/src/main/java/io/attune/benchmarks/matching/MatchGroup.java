package io.attune.benchmarks.matching;

import io.attune.benchmarks.harness.Figure;
import io.attune.benchmarks.harness.Group;
import io.attune.benchmarks.harness.Microbenchmarks;
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
import java.util.Map;
import java.util.Objects;

/** The group {@code matching}: index and look-up of people by e-mail. */
public final class MatchGroup implements Group {
  private static final String BUILD = "build: ";
  private static final String LOOK_UP = "look up: ";
  private static final String OURS = "attune";
  private static final List<String> KINDS = List.of(OURS, "HashMap", "fastutil");

  @Override
  public String name() {
    return "matching";
  }

  @Override
  public String about() {
    return "people indexed by e-mail and looked up, against HashMap and fastutil";
  }

  @Override
  public List<Table> run(Session session) throws IOException {
    List<Table> tables = new ArrayList<>();
    Path small = session.scratch().resolve(session.quick() ? "100" : "20000");
    for (int people : session.sizesOr(100_000, 1_000_000)) {
      session.say("matching among " + people + " people");
      Path data = session.scratch().resolve(String.valueOf(people));
      tables.add(table(people, WholeRuns.measure(session, variants(), small, data)));
    }
    tables.add(oneLookUp(session, session.sizesOr(100_000).get(0)));
    return tables;
  }

  /** One look-up under JMH: what it allocates, and the time of a warm cache. */
  private Table oneLookUp(Session session, int people) {
    session.say("one look-up among " + people + " people, under JMH");
    return new Table(
        name(),
        "look-up-" + people,
        String.format("One look-up by e-mail among %,d, 4,096 people in turn, by JMH", people),
        "./attune-bench run matching --people " + people,
        Microbenchmarks.TIME,
        null,
        Microbenchmarks.run(
            session, MatchBenchmark.class, Map.of("people", String.valueOf(people))),
        List.of());
  }

  private static List<Variant> variants() {
    List<Variant> variants = new ArrayList<>();
    for (String kind : KINDS) {
      variants.add(Variant.of(BUILD + kind, "build", BuildJob.class, kind));
    }
    variants.add(Variant.floor("floor: records only", RecordsJob.class));
    for (String kind : KINDS) {
      variants.add(Variant.of(LOOK_UP + kind, "look up", LookUpJob.class, kind));
    }
    return variants;
  }

  private Table table(int people, List<Row> rows) {
    Table table =
        new Table(
            name(),
            "matching-" + people,
            String.format("Finding people by e-mail among %,d, once each", people),
            "./attune-bench run matching --people " + people,
            WholeRuns.CPU,
            BUILD + OURS,
            rows,
            List.of());
    Figure kept = Objects.requireNonNull(table.row(BUILD + OURS)).figure("kept");
    Table held = held(held(table, BUILD + OURS, people), LOOK_UP + OURS, people);
    return kept == null
        ? held
        : held.held(
            Target.atMost(
                "bytes kept a person and criterion", kept.median() * 1048576 / people, 64, 32));
  }

  private static Table held(Table table, String row, int people) {
    double micros = Objects.requireNonNull(table.measured(row)).median() * 1000 / people;
    return table.held(Target.atMost(row + ", µs of CPU a person", micros, 2, 1));
  }
}
