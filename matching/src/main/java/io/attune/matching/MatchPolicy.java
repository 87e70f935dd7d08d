package io.attune.matching;

import java.util.List;

/**
 * Which rules decide who a record is. Source: okta-behaviour 3.2 to 3.6.
 *
 * @param exact what must be equal for an exact match; empty means that nothing matches exactly
 * @param anyOf whether one of them is enough; Okta demands all
 * @param partial whether an equal first and last name is a partial match
 * @param holdDoubtful whether a match that something speaks against waits for a person even where
 *     matches are confirmed automatically; Okta has no such rule
 */
public record MatchPolicy(
    List<Criterion> exact, boolean anyOf, boolean partial, boolean holdDoubtful) {
  /** Okta's default: by e-mail, no partial matches. */
  public static final MatchPolicy EMAIL =
      new MatchPolicy(List.of(new Criterion.Email()), false, false);

  /** A policy as Okta has it, where doubts hold nothing up. */
  public MatchPolicy(List<Criterion> exact, boolean anyOf, boolean partial) {
    this(exact, anyOf, partial, false);
  }

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
    return new MatchPolicy(exact, anyOf, true, holdDoubtful);
  }
}
