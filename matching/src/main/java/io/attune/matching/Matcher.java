package io.attune.matching;

import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds who a record is. Built once over a population; safe for look-ups from several threads.
 * Source: okta-behaviour 3.
 */
public final class Matcher {
  /** No person is banned. */
  public static final int NOBODY = -1;

  private static final List<String> NAMES = List.of("FIRST_AND_LAST_NAME");

  private final MatchPolicy policy;
  private final MatchPopulation population;
  private final List<KeyIndex> exact = new ArrayList<>();
  private final @Nullable KeyIndex names;
  private final KeyRule automaticNames;

  private Matcher(MatchPopulation population, MatchPolicy policy) {
    this.policy = policy;
    this.population = population;
    ProfileSchema schema = population.schema();
    List<KeyRule> rules =
        policy.exact().stream().map(criterion -> KeyRules.of(criterion, schema)).toList();
    if (policy.anyOf()) {
      rules.forEach(rule -> exact.add(new KeyIndex(rule, population)));
    } else if (!rules.isEmpty()) {
      exact.add(new KeyIndex(KeyRules.allOf(rules), population));
    }
    this.names = policy.partial() ? new KeyIndex(KeyRules.names(schema), population) : null;
    this.automaticNames = KeyRules.automaticNames(schema);
  }

  /**
   * Indexes a population.
   *
   * @throws IllegalArgumentException if the policy names an attribute that users do not have
   */
  public static Matcher over(MatchPopulation population, MatchPolicy policy) {
    return new Matcher(population, policy);
  }

  /** Who the subject is. */
  public MatchOutcome match(MatchSubject subject) {
    return match(subject, NOBODY);
  }

  /**
   * Who the subject is, one person left out of consideration.
   *
   * @param banned a person whom a person's decision rules out, or {@link #NOBODY}
   */
  public MatchOutcome match(MatchSubject subject, int banned) {
    MatchOutcome found = matchExactly(subject, banned);
    return found instanceof MatchOutcome.None ? matchPartially(subject, banned) : found;
  }

  private MatchOutcome matchExactly(MatchSubject subject, int banned) {
    if (policy.anyOf()) {
      return matchAny(subject, banned);
    }
    if (exact.isEmpty()) {
      return new MatchOutcome.None();
    }
    Found found = Found.in(exact.get(0), subject, banned);
    List<String> by = policy.exact().stream().map(Criterion::label).toList();
    return found.outcome(by, person -> new MatchOutcome.Exact(person, by), true);
  }

  private MatchOutcome matchAny(MatchSubject subject, int banned) {
    Set<Integer> people = new LinkedHashSet<>();
    List<String> by = new ArrayList<>();
    for (int index = 0; index < exact.size(); index++) {
      Found found = Found.in(exact.get(index), subject, banned, Integer.MAX_VALUE);
      if (found.count() > 0) {
        people.addAll(found.people());
        by.add(policy.exact().get(index).label());
      }
    }
    List<Integer> ordered =
        people.stream().sorted(population::compare).limit(MatchOutcome.LISTED).toList();
    return new Found(ordered, people.size())
        .outcome(by, person -> new MatchOutcome.Exact(person, List.copyOf(by)), true);
  }

  private MatchOutcome matchPartially(MatchSubject subject, int banned) {
    if (names == null) {
      return new MatchOutcome.None();
    }
    return Found.in(names, subject, banned)
        .outcome(
            NAMES,
            person -> new MatchOutcome.Partial(person, NAMES, isAutomatic(subject, person)),
            false);
  }

  private boolean isAutomatic(MatchSubject subject, int person) {
    String key = automaticNames.ofSubject(subject);
    return key != null
        && key.equals(automaticNames.ofPerson(slot -> population.value(person, slot)));
  }
}
