/**
 * The command {@code attune-bench}: lists, runs and compares benchmarks, and makes the report.
 *
 * <p>Each group of benchmarks is a package of its own, named in {@link
 * io.attune.benchmarks.Groups}; {@link io.attune.benchmarks.harness} says how to add one.
 *
 * <p>May depend on everything.
 */
@NullMarked
package io.attune.benchmarks;

import org.jspecify.annotations.NullMarked;
