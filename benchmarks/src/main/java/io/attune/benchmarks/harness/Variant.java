package io.attune.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to do a job.
 *
 * @param name as the table's row has it
 * @param job what it does
 * @param options for the job
 * @param agrees the name of what it computes; all variants of one name must answer the same. Null
 *     for floors, which compute less and say so
 * @param javaOptions of its JVM
 */
public record Variant(
    String name,
    Class<? extends Job> job,
    List<String> options,
    @Nullable String agrees,
    List<String> javaOptions) {
  /** Copies the lists. */
  public Variant {
    options = List.copyOf(options);
    javaOptions = List.copyOf(javaOptions);
  }

  /** A floor: less work than the others do, to divide them by. */
  public static Variant floor(String name, Class<? extends Job> job, String... options) {
    return new Variant(name, job, List.of(options), null, List.of());
  }

  /** A variant that answers what every other one that agrees on the same does. */
  public static Variant of(
      String name, String agrees, Class<? extends Job> job, String... options) {
    return new Variant(name, job, List.of(options), agrees, List.of());
  }

  /** This variant with more options for its JVM. */
  public Variant on(String... more) {
    List<String> all = new ArrayList<>(javaOptions);
    all.addAll(List.of(more));
    return new Variant(name, job, options, agrees, all);
  }
}
