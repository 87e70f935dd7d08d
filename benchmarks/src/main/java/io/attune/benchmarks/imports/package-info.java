/**
 * Whole imports beside their floors: the groups {@code import}, {@code growth} and {@code memory}.
 *
 * <p>The floors are what no import of the same feed can do without: reading its bytes, finding its
 * lines, tokens of its JSON. An import counts from a loaded snapshot to the last byte of the plan,
 * written to a file; loading the snapshot is a row of its own.
 *
 * <p>May depend on everything.
 */
@NullMarked
package io.attune.benchmarks.imports;

import org.jspecify.annotations.NullMarked;
