package io.attune.matching;

import java.util.List;

/**
 * Who a record is, and on what evidence. Exact goes before partial, partial before none; people
 * stand in the fixed order of the population. Source: okta-behaviour 3.6, 3.8, 3.13, 3.15.
 *
 * <p>{@link Matcher} answers what the rules alone find: exact, partial, ambiguous or none. What a
 * stored link or other people's claims make of it, linked and conflict, is the planner's to say.
 */
public sealed interface MatchOutcome {
  /** Most candidates that are listed; the count is always true. */
  int LISTED = 20;

  /** The criteria that hold and the keys that were compared, in the order of the policy. */
  List<Evidence> evidence();

  /** The people concerned, at most {@link #LISTED} of them. */
  List<Integer> people();

  /** How many people are concerned in all. */
  default int count() {
    return people().size();
  }

  /** The criteria that hold, by label. */
  default List<String> by() {
    return evidence().stream().map(Evidence::criterion).toList();
  }

  /**
   * A known link decides; nothing was compared.
   *
   * @param person the person's number
   */
  record Linked(int person) implements MatchOutcome {
    @Override
    public List<Evidence> evidence() {
      return List.of();
    }

    @Override
    public List<Integer> people() {
      return List.of(person);
    }
  }

  /**
   * One person, by the exact rule.
   *
   * @param person the person's number
   * @param evidence the criteria that hold
   */
  record Exact(int person, List<Evidence> evidence) implements MatchOutcome {
    /** Copies the list. */
    public Exact {
      evidence = List.copyOf(evidence);
    }

    @Override
    public List<Integer> people() {
      return List.of(person);
    }
  }

  /**
   * One person, by first and last name.
   *
   * @param person the person's number
   * @param evidence the criterion
   * @param automatic whether the names are equal by the stricter comparison that a link without a
   *     person's confirmation needs
   */
  record Partial(int person, List<Evidence> evidence, boolean automatic) implements MatchOutcome {
    /** Copies the list. */
    public Partial {
      evidence = List.copyOf(evidence);
    }

    @Override
    public List<Integer> people() {
      return List.of(person);
    }
  }

  /**
   * Several people: nobody is linked.
   *
   * @param exact whether by the exact rule
   * @param people the first of them
   * @param count how many there are
   * @param evidence the criteria that hold
   */
  record Ambiguous(boolean exact, List<Integer> people, int count, List<Evidence> evidence)
      implements MatchOutcome {
    /** Copies the lists. */
    public Ambiguous {
      people = List.copyOf(people);
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * Somebody, or something, is in the way.
   *
   * @param cause what
   * @param people the first of those who are in the way; none where it is nobody of the directory
   * @param count how many there are
   * @param evidence what was compared: the match's criteria, or the attribute that is held
   */
  record Conflict(Cause cause, List<Integer> people, int count, List<Evidence> evidence)
      implements MatchOutcome {
    /** Copies the lists. */
    public Conflict {
      people = List.copyOf(people);
      evidence = List.copyOf(evidence);
    }

    /** One person is in the way. */
    public static Conflict with(Cause cause, int person, List<Evidence> evidence) {
      return new Conflict(cause, List.of(person), 1, evidence);
    }
  }

  /** What is in the way of a record. Source: formats, Plan. */
  enum Cause {
    /** The person has a link under another key in this app. */
    ALREADY_LINKED,
    /** Somebody else has the login. */
    LOGIN_HELD,
    /** Somebody else has the value of a unique attribute. */
    UNIQUE_HELD,
    /** Another record of the feed has the better claim to the person. */
    SAME_USER_IN_FEED,
    /** No login could be computed. */
    USERNAME_FAILED
  }

  /** Nobody. */
  record None() implements MatchOutcome {
    @Override
    public List<Evidence> evidence() {
      return List.of();
    }

    @Override
    public List<Integer> people() {
      return List.of();
    }
  }
}
