/**
 * The group {@code matching}: what it costs to index people by a key and to look them up, beside a
 * {@code HashMap} and fastutil's open addressing over the same keys.
 *
 * <p>Every variant answers who the person is; a run is refused if two of them disagree.
 */
@NullMarked
package io.attune.benchmarks.matching;

import org.jspecify.annotations.NullMarked;
