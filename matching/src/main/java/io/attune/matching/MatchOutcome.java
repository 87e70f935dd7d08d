package io.attune.matching;

import java.util.List;

/** Whom the rules find. Exact goes before partial, partial before none (okta-behaviour 3.6). */
public sealed interface MatchOutcome {
  /** Most candidates that are listed; the count is always true. */
  int LISTED = 20;

  /** The criteria that hold, by label, in the order of the policy. */
  List<String> by();

  /**
   * One person, by the exact rule.
   *
   * @param person the person's number
   * @param by the criteria that hold
   */
  record Exact(int person, List<String> by) implements MatchOutcome {}

  /**
   * One person, by first and last name.
   *
   * @param person the person's number
   * @param by the criterion
   * @param automatic whether the names are equal by the stricter comparison that a link without a
   *     person's confirmation needs
   */
  record Partial(int person, List<String> by, boolean automatic) implements MatchOutcome {}

  /**
   * Several people: nobody is linked.
   *
   * @param exact whether by the exact rule
   * @param people the first of them in the population's order, at most {@link #LISTED}
   * @param count how many there are
   * @param by the criteria that hold
   */
  record Ambiguous(boolean exact, List<Integer> people, int count, List<String> by)
      implements MatchOutcome {
    /** Copies the lists. */
    public Ambiguous {
      people = List.copyOf(people);
      by = List.copyOf(by);
    }
  }

  /** Nobody. */
  record None() implements MatchOutcome {
    @Override
    public List<String> by() {
      return List.of();
    }
  }
}
