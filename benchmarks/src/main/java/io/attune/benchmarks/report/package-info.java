/**
 * The page {@code docs/benchmarks.md} and its plots, made of the figures of runs.
 *
 * <p>May depend on: the harness, the chart library.
 */
@NullMarked
package io.attune.benchmarks.report;

import org.jspecify.annotations.NullMarked;
