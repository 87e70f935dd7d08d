package io.attune.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times whole jobs. Every variant has a JVM of its own, warmed up over small data until its JIT is
 * quiet; then the variants take turns, once each round. What counts is the CPU time of the process;
 * the time on the wall stands beside it.
 */
public final class WholeRuns {
  /** The column that tables of whole runs are compared by. */
  public static final String CPU = "cpu";

  /** The column of the heap that a job keeps; only of jobs that say so. */
  public static final String KEPT = "kept";

  private final Session session;
  private final Path small;
  private final List<Runner> runners = new ArrayList<>();
  private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

  private WholeRuns(Session session, Path small) {
    this.session = session;
    this.small = small;
  }

  /**
   * Measures variants over the same data.
   *
   * @param small data to warm up with, and to compare outputs on before anything is timed
   * @param data the data that is timed
   * @return a row for each variant, in order
   * @throws Refused if a variant answers something else than those it should agree with
   */
  public static List<Row> measure(Session session, List<Variant> variants, Path small, Path data)
      throws IOException {
    WholeRuns runs = new WholeRuns(session, small);
    try {
      for (Variant variant : variants) {
        runs.runners.add(new Runner(variant, session.quick()));
      }
      return runs.measure(data);
    } finally {
      for (Runner runner : runs.runners) {
        runner.close();
      }
    }
  }

  private List<Row> measure(Path data) throws IOException {
    List<Sample> first = new ArrayList<>();
    for (Runner runner : runners) {
      first.add(runner.run(small));
    }
    refuseDifferences(first);
    for (Runner runner : session.quick() ? List.<Runner>of() : runners) {
      session.say("  warming up " + runner.variant().name());
      runner.warmUp(small);
    }
    for (int round = 1; round <= session.rounds(); round++) {
      session.say("  round " + round + " of " + session.rounds());
      List<Sample> answers = new ArrayList<>();
      for (Runner runner : runners) {
        Sample sample = runner.run(data);
        answers.add(sample);
        samples.computeIfAbsent(runner.variant().name(), name -> new ArrayList<>()).add(sample);
      }
      refuseDifferences(answers);
    }
    return samples.entrySet().stream().map(each -> row(each.getKey(), each.getValue())).toList();
  }

  private void refuseDifferences(List<Sample> answers) {
    Map<String, Integer> firsts = new HashMap<>();
    for (int index = 0; index < runners.size(); index++) {
      Variant variant = runners.get(index).variant();
      if (variant.agrees() == null) {
        continue;
      }
      firsts.putIfAbsent(variant.agrees(), index);
      int other = firsts.getOrDefault(variant.agrees(), index);
      String expected = answers.get(other).output();
      if (!answers.get(index).output().equals(expected)) {
        throw new Refused(
            String.format(
                "`%s` answers `%s`, but `%s` answers `%s`: nothing is compared",
                variant.name(),
                answers.get(index).output(),
                runners.get(other).variant().name(),
                expected));
      }
    }
  }

  private static Row row(String name, List<Sample> samples) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put(CPU, Figure.of("ms", samples.stream().map(each -> each.cpuNanos() / 1e6).toList()));
    figures.put(
        "wall", Figure.of("ms", samples.stream().map(each -> each.wallNanos() / 1e6).toList()));
    figures.put(
        "peak heap",
        Figure.of("MiB", samples.stream().map(each -> each.peakBytes() / 1048576.0).toList()));
    if (samples.get(0).keptBytes() > 0) {
      figures.put(
          KEPT,
          Figure.of("MiB", samples.stream().map(each -> each.keptBytes() / 1048576.0).toList()));
    }
    return new Row(name, figures);
  }

  /**
   * Whether one run of a variant ends well: {@code false} if its JVM runs out of memory.
   *
   * @throws IOException if the process cannot be started
   */
  public static boolean fits(Variant variant, Path data) throws IOException {
    try (Runner runner = new Runner(variant, false)) {
      runner.run(data);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
