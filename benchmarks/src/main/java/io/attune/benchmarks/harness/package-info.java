/**
 * Measuring, and keeping what was measured.
 *
 * <p>A group measures one subject and answers with tables. To add one: implement {@link
 * io.attune.benchmarks.harness.Group} in a package of its own beside this one, and name it in
 * {@code io.attune.benchmarks.Groups}; {@code list}, {@code run}, {@code report} and {@code
 * compare} then know it. A group has two instruments:
 *
 * <ul>
 *   <li>{@link io.attune.benchmarks.harness.Microbenchmarks} runs JMH classes, with forks, warm-up
 *       and {@code -prof gc}, and makes rows of their results;
 *   <li>{@link io.attune.benchmarks.harness.WholeRuns} times whole jobs as CPU time: a JVM for each
 *       variant, warmed up until its JIT is quiet, rounds interleaved, outputs compared before
 *       anything is timed.
 * </ul>
 *
 * <p>A group that needs another kind of process takes {@link io.attune.benchmarks.harness.ChildJvm}
 * and {@link io.attune.benchmarks.harness.ProcessCost}.
 *
 * <p>Whatever else a group counts (bytes, objects) it puts into a {@link
 * io.attune.benchmarks.harness.Row} itself. Time on the wall is never a table's measure.
 *
 * <p>May depend on: Jackson, JMH.
 */
@NullMarked
package io.attune.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
