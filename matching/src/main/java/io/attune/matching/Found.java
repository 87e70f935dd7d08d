package io.attune.matching;

import java.util.List;
import java.util.function.IntFunction;

/**
 * The people whom one look-up finds.
 *
 * @param people the first of them in the population's order
 * @param count how many there are
 * @param evidence by what
 */
record Found(List<Integer> people, int count, List<Evidence> evidence) {
  static final Found NOBODY = new Found(List.of(), 0, List.of());

  /** Nobody, one person as {@code one} puts it, or several. */
  MatchOutcome outcome(IntFunction<MatchOutcome> one, boolean exact) {
    if (count == 0) {
      return new MatchOutcome.None();
    }
    return count == 1
        ? one.apply(people.get(0))
        : new MatchOutcome.Ambiguous(exact, people, count, evidence);
  }
}
