package io.attune.matching;

import java.util.List;
import java.util.function.IntFunction;

/**
 * The people whom one look-up finds.
 *
 * @param people the first of them in the population's order
 * @param count how many there are
 */
record Found(List<Integer> people, int count) {
  /** Whom an index has for a subject, one person left out. */
  static Found in(KeyIndex index, MatchSubject subject, int banned) {
    return in(index, subject, banned, MatchOutcome.LISTED);
  }

  /** The same, with another limit on how many are listed. */
  static Found in(KeyIndex index, MatchSubject subject, int banned, int limit) {
    int first = index.first(subject);
    if (first < 0) {
      return new Found(List.of(), 0);
    }
    int count = index.count(first);
    if (banned == Matcher.NOBODY || !index.contains(first, banned)) {
      return new Found(index.people(first, limit), count);
    }
    int more = limit == Integer.MAX_VALUE ? limit : limit + 1;
    List<Integer> others =
        index.people(first, more).stream().filter(person -> person != banned).limit(limit).toList();
    return new Found(others, count - 1);
  }

  /** Nobody, one person as {@code one} puts it, or several. */
  MatchOutcome outcome(List<String> by, IntFunction<MatchOutcome> one, boolean exact) {
    if (count == 0) {
      return new MatchOutcome.None();
    }
    return count == 1
        ? one.apply(people.get(0))
        : new MatchOutcome.Ambiguous(exact, people, count, by);
  }
}
