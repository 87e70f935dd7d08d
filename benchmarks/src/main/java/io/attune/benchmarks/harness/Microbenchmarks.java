package io.attune.benchmarks.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs JMH classes and makes rows of what they measured. */
public final class Microbenchmarks {
  /** The column that tables of microbenchmarks are compared by. */
  public static final String TIME = "time";

  private Microbenchmarks() {}

  /**
   * Runs every benchmark of a class: two forks with {@code -prof gc}, or, when quick, one short
   * iteration. Forks and iterations that the class itself annotates are overruled.
   *
   * @param parameters their values by name, in place of those that the class has
   * @return a row for each method and parameter set, named {@code method} or {@code method
   *     parameter=value…}, with {@code time} (ns) and {@code allocated} (bytes)
   * @throws Refused if a benchmark fails
   */
  public static List<Row> run(
      Session session, Class<?> benchmarks, Map<String, String> parameters) {
    OptionsBuilder options = new OptionsBuilder();
    parameters.forEach(options::param);
    options.include("^" + Pattern.quote(benchmarks.getName()) + "\\.");
    options.addProfiler(GCProfiler.class).timeUnit(TimeUnit.NANOSECONDS);
    options.shouldFailOnError(true).verbosity(VerboseMode.SILENT);
    options.forks(session.quick() ? 1 : 2);
    options
        .warmupIterations(session.quick() ? 0 : 5)
        .measurementIterations(session.quick() ? 1 : 5);
    TimeValue iteration = TimeValue.milliseconds(session.quick() ? 20 : 500);
    options.warmupTime(iteration).measurementTime(iteration);
    try {
      List<Row> rows = new ArrayList<>();
      for (RunResult result : new org.openjdk.jmh.runner.Runner(options.build()).run()) {
        rows.add(row(result));
      }
      return rows;
    } catch (RunnerException e) {
      throw new Refused("JMH could not run " + benchmarks.getSimpleName() + ": " + e.getMessage());
    }
  }

  private static Row row(RunResult result) {
    String method = result.getParams().getBenchmark();
    StringBuilder name = new StringBuilder(method.substring(method.lastIndexOf('.') + 1));
    for (String key : result.getParams().getParamsKeys()) {
      name.append(' ').append(key).append('=').append(result.getParams().getParam(key));
    }
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put(TIME, figure("ns", result.getPrimaryResult()));
    Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
    if (allocated != null) {
      figures.put("allocated", figure("bytes", allocated));
    }
    return new Row(name.toString(), figures);
  }

  private static Figure figure(String unit, Result<?> result) {
    Statistics statistics = result.getStatistics();
    return new Figure(
        unit,
        statistics.getPercentile(50),
        statistics.getMin(),
        statistics.getMax(),
        (int) statistics.getN());
  }
}
