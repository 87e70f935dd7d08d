package io.attune.matching;

import java.util.List;

/**
 * Which rules decide who a record is. Source: okta-behaviour 3.2 to 3.6.
 *
 * @param exact what must be equal for an exact match; empty means that nothing matches exactly
 * @param anyOf whether one of them is enough; Okta demands all
 * @param partial whether an equal first and last name is a partial match
 */
public record MatchPolicy(List<Criterion> exact, boolean anyOf, boolean partial) {
  /** Okta's default: by e-mail, no partial matches. */
  public static final MatchPolicy EMAIL =
      new MatchPolicy(List.of(new Criterion.Email()), false, false);

  /** Copies the list. */
  public MatchPolicy {
    exact = List.copyOf(exact);
  }

  /** All of these must be equal. */
  public static MatchPolicy allOf(Criterion... exact) {
    return new MatchPolicy(List.of(exact), false, false);
  }

  /** The same, where equal names are a partial match. */
  public MatchPolicy withPartial() {
    return new MatchPolicy(exact, anyOf, true);
  }
}
