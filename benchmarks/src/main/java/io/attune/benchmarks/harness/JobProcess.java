package io.attune.benchmarks.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The JVM of one variant: does its job whenever a line on standard input asks for it. {@code warm
 * FOLDER} repeats the job until the JIT has nothing more to do; {@code run FOLDER} does it once.
 */
final class JobProcess {
  private static final int MAX_WARM_UPS = 60;
  private static final int MIN_WARM_UPS = 5;
  private static final long MAX_WARM_UP_NANOS = 12_000_000_000L;

  private final Job job;
  private final List<String> options;

  private JobProcess(Job job, List<String> options) {
    this.job = job;
    this.options = options;
  }

  /** {@code CLASS OPTION…}. */
  public static void main(String[] arguments) throws Exception {
    Constructor<? extends Job> constructor =
        Class.forName(arguments[0]).asSubclass(Job.class).getDeclaredConstructor();
    constructor.setAccessible(true);
    Job job = constructor.newInstance();
    JobProcess process = new JobProcess(job, List.of(arguments).subList(1, arguments.length));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Path data = Path.of(line.substring(line.indexOf(' ') + 1));
      Sample sample = line.startsWith("warm ") ? process.warmUp(data) : process.once(data);
      System.out.println(sample.line());
      System.out.flush();
    }
  }

  private Sample warmUp(Path data) throws IOException {
    var compiler = ManagementFactory.getCompilationMXBean();
    long start = System.nanoTime();
    Sample sample = once(data);
    for (int round = 1; round < MAX_WARM_UPS; round++) {
      long compiledBefore = compiler.getTotalCompilationTime();
      sample = once(data);
      long compilingNanos = (compiler.getTotalCompilationTime() - compiledBefore) * 1_000_000;
      boolean quiet = compilingNanos * 50 < sample.wallNanos();
      boolean late = System.nanoTime() - start > MAX_WARM_UP_NANOS;
      if (round >= MIN_WARM_UPS && (quiet || late)) {
        break;
      }
    }
    return sample;
  }

  private Sample once(Path data) throws IOException {
    job.prepare(data, options);
    ProcessCost cost = ProcessCost.start();
    long wall = System.nanoTime();
    String output = job.run();
    long wallNanos = System.nanoTime() - wall;
    return new Sample(output, cost.cpuNanos(), wallNanos, cost.peakBytes(), job.kept());
  }
}
