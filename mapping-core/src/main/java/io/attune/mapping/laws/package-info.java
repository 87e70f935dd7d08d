/**
 * What two mapping tables do to each other, found by trying: loops between the directions, and what
 * does not survive the way there and back. Nothing here is random: the same tables and the same
 * seed give the same answer, counterexamples included.
 *
 * <p>May depend on: {@code io.attune.profile}, {@code io.attune.expression}, {@code
 * io.attune.mapping}.
 */
@NullMarked
package io.attune.mapping.laws;

import org.jspecify.annotations.NullMarked;
