package io.attune.benchmarks.matching;

import io.attune.matching.MatchSubject;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One look-up, the record given: what {@link MatchGroup} measures in bulk, under JMH. On a machine
 * where others work, trust the group's CPU times instead.
 *
 * <p>After {@code mvn package -pl benchmarks -am -DskipTests}: {@code java -cp
 * 'benchmarks/target/classes:benchmarks/target/lib/*' org.openjdk.jmh.Main MatchBenchmark -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatchBenchmark {
  @Param({"100000", "1000000"})
  private int people;

  @Param({"attune", "HashMap", "fastutil"})
  private String kind = "attune";

  private MatchSubject[] records = new MatchSubject[0];
  private @Nullable Finder finder;
  private int next;

  /** Builds the finder, and records of 4,096 people from all over it. */
  @Setup(Level.Trial)
  public void build() {
    Crowd crowd = new Crowd(people);
    finder = Finder.over(crowd, kind);
    records = new MatchSubject[4096];
    for (int index = 0; index < records.length; index++) {
      records[index] = crowd.record((int) (index * 7919L % people));
    }
  }

  /** One look-up. */
  @Benchmark
  public int lookUp() {
    next = (next + 1) & (records.length - 1);
    return finder == null ? -1 : finder.find(records[next]);
  }
}
