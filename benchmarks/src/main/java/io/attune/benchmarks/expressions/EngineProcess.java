package io.attune.benchmarks.expressions;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The JVM of one engine. Compares every output with the hand-written one, warms up, and then
 * measures one round for each line on standard input.
 *
 * <p>{@code EngineProcess ENGINE SETS MILLIS}: so many sets alive and visited in turn, so long a
 * round of CPU time.
 */
final class EngineProcess {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Engine engine;
  private final List<MappingSet> sets = new ArrayList<>();
  private final List<PersonForms> people = PersonForms.people();
  private final @Nullable Object[] out = new @Nullable Object[MappingSet.SIZE];
  private final long roundNanos;
  private int visited;

  private EngineProcess(Engine engine, int sets, long roundMillis) throws Exception {
    this.engine = engine;
    this.roundNanos = roundMillis * 1_000_000;
    for (int set = 0; set < sets; set++) {
      this.sets.add(engine.compile(set));
    }
  }

  public static void main(String[] arguments) throws Exception {
    Engine engine = Objects.requireNonNull(Engines.ALL.get(arguments[0])).get();
    EngineProcess process =
        new EngineProcess(engine, Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
    process.compare();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(process.round(line.equals("compile")).line());
      System.out.flush();
    }
  }

  /** Stops at the first output that differs from the hand-written one. */
  private void compare() throws Exception {
    @Nullable Object[] expected = new @Nullable Object[MappingSet.SIZE];
    for (int set = 0; set < sets.size(); set++) {
      MappingSet handWritten = new HandWritten().compile(set);
      // Twice: SpEL compiles an expression after it has run once.
      for (int time = 0; time < 2; time++) {
        for (PersonForms person : people) {
          handWritten.evaluate(person, expected);
          sets.get(set).evaluate(person, out);
          if (!Arrays.equals(expected, out)) {
            throw new IllegalStateException(
                "gives " + Arrays.toString(out) + " for " + Arrays.toString(expected));
          }
        }
      }
    }
  }

  private Measurement round(boolean compiling) throws Exception {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long start = THREADS.getCurrentThreadCpuTime();
    long evaluations = 0;
    long nanos = 0;
    while (nanos < roundNanos) {
      evaluations += evaluateAll();
      nanos = THREADS.getCurrentThreadCpuTime() - start;
    }
    bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
    double each = evaluations;
    return new Measurement(nanos / each, bytes / each, compiling ? compileNanos() : 0);
  }

  /** Everybody by the sets in turn, so that with several sets no set is run twice in a row. */
  private int evaluateAll() throws Exception {
    int evaluations = 0;
    for (int time = 0; time < 32; time++) {
      for (PersonForms person : people) {
        sets.get(visited).evaluate(person, out);
        visited = visited + 1 == sets.size() ? 0 : visited + 1;
        evaluations++;
      }
    }
    return evaluations;
  }

  private double compileNanos() throws Exception {
    long start = THREADS.getCurrentThreadCpuTime();
    long nanos = 0;
    int compiled = 0;
    while (nanos < roundNanos) {
      engine.compile(compiled++);
      nanos = THREADS.getCurrentThreadCpuTime() - start;
    }
    return (double) nanos / compiled;
  }
}
