/**
 * Who a record is: exact and partial rules over an index of people, built once an import.
 *
 * <p>{@link io.attune.matching.Matcher} looks a {@link io.attune.matching.MatchSubject} up in a
 * {@link io.attune.matching.MatchPopulation} by a {@link io.attune.matching.MatchPolicy} and
 * answers a {@link io.attune.matching.MatchOutcome}. People are numbers; what is known of them is
 * the population's. Keys are made in one place, {@code KeyRules}, for index, look-up and proof.
 *
 * <p>May depend on: mapping-core. No I/O, no clock, no state but the index.
 *
 * <p>Intended: an index holds no key, only hashes and chains; a hit is proved by making the key of
 * the group's first person again, so that no hash collision ever matches anybody.
 */
@NullMarked
package io.attune.matching;

import org.jspecify.annotations.NullMarked;
