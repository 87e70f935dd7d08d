package io.attune.benchmarks.expressions;

import io.attune.benchmarks.harness.Figure;
import io.attune.benchmarks.harness.Group;
import io.attune.benchmarks.harness.Row;
import io.attune.benchmarks.harness.Session;
import io.attune.benchmarks.harness.Table;
import io.attune.benchmarks.harness.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The group {@code expressions}: one mapping set of twelve expressions, and fifty visited in turn,
 * in every engine, each used as its own guide says. How the figures stand to those of performance 1
 * is told in {@code docs/proof.md}. Source: performance 1 and 3.
 */
public final class ExpressionGroup implements Group {
  private static final String CPU = "cpu";
  private static final String ALLOCATED = "allocated";
  private static final String COMPILE = "compile 12";
  private static final int WARM_UP_ROUNDS = 4;

  @Override
  public String name() {
    return "expressions";
  }

  @Override
  public String about() {
    return "12 mapping expressions, against hand-written Java and seven other engines";
  }

  @Override
  public List<Table> run(Session session) throws IOException {
    List<Table> tables = new ArrayList<>();
    for (int sets : session.quick() ? List.of(1) : List.of(1, 50)) {
      session.say(sets + " mapping sets of 12 expressions");
      tables.add(held(table(sets, rows(session, sets)), sets));
    }
    return tables;
  }

  private static List<Row> rows(Session session, int sets) throws IOException {
    List<EngineRunner> runners = new ArrayList<>();
    try {
      for (String engine : Engines.ALL.keySet()) {
        runners.add(new EngineRunner(engine, sets, session.quick()));
      }
      for (EngineRunner runner : runners) {
        session.say("  comparing and warming up " + runner.engine());
        for (int round = 0; round < (session.quick() ? 0 : WARM_UP_ROUNDS); round++) {
          runner.measure(false);
        }
      }
      Map<String, List<Measurement>> measured = new LinkedHashMap<>();
      for (int round = 0; round < (session.quick() ? 1 : 5); round++) {
        for (EngineRunner runner : runners) {
          boolean compiling = runner.engine().equals(Engines.ATTUNE);
          measured
              .computeIfAbsent(runner.engine(), name -> new ArrayList<>())
              .add(runner.measure(compiling));
        }
      }
      return measured.entrySet().stream().map(each -> row(each.getKey(), each.getValue())).toList();
    } finally {
      for (EngineRunner runner : runners) {
        runner.close();
      }
    }
  }

  private static Row row(String engine, List<Measurement> rounds) {
    Row row =
        Row.of(engine, CPU, Figure.of("ns", rounds.stream().map(Measurement::nanos).toList()))
            .with(ALLOCATED, Figure.of("bytes", rounds.stream().map(Measurement::bytes).toList()));
    List<Double> compiled =
        rounds.stream().map(Measurement::compileNanos).filter(nanos -> nanos > 0).toList();
    return compiled.isEmpty()
        ? row
        : row.with(COMPILE, Figure.of("ms", compiled.stream().map(nanos -> nanos / 1e6).toList()));
  }

  private Table table(int sets, List<Row> rows) {
    return new Table(
        name(),
        "expressions-" + sets,
        "Twelve mapping expressions for one person, " + sets + " mapping sets in turn",
        "./attune-bench run expressions",
        CPU,
        Engines.HAND_WRITTEN,
        rows,
        List.of());
  }

  private static Table held(Table table, int sets) {
    boolean one = sets == 1;
    double ratio = table.ratio(Engines.ATTUNE, Engines.HAND_WRITTEN);
    Table held =
        table.held(
            Target.atMost(
                "mapping set ÷ hand-written, " + sets + " sets",
                ratio,
                one ? 2.0 : 4.0,
                one ? 1.3 : 3.0));
    if (one) {
      held =
          held.held(Target.atMost("allocation ÷ hand-written", allocation(table), 1.1, 0.95))
              .held(Target.atMost("compile 12 expressions, warm, ms", compile(table), 0.5, 0.15));
    }
    held = faster(held, "SpEL interpreted", 25, 40);
    held = faster(held, "JEXL", 15, 30);
    held = faster(held, "CEL", 15, 30);
    held = faster(held, "Rhino", 8, 20);
    held = faster(held, "Groovy", 8, 15);
    return faster(held, "MVEL", 5, 10);
  }

  private static Table faster(Table table, String peer, double least, double reach) {
    double times = table.ratio(peer, Engines.ATTUNE);
    return table.held(Target.atLeast("faster than " + peer, times, least, reach));
  }

  private static double allocation(Table table) {
    return median(table, Engines.ATTUNE, ALLOCATED)
        / median(table, Engines.HAND_WRITTEN, ALLOCATED);
  }

  private static double compile(Table table) {
    return median(table, Engines.ATTUNE, COMPILE);
  }

  private static double median(Table table, String row, String column) {
    Row measured = table.row(row);
    Figure figure = measured == null ? null : measured.figure(column);
    if (figure == null) {
      throw new IllegalStateException("`" + row + "` has no " + column);
    }
    return figure.median();
  }
}
