package io.attune.matching;

import io.attune.profile.ProfileSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds who a record is. Built once over a population; safe for look-ups from several threads.
 * Source: okta-behaviour 3.
 */
public final class Matcher {
  /** No person is banned. */
  public static final int NOBODY = -1;

  private static final String NAMES = "FIRST_AND_LAST_NAME";

  private final MatchPopulation population;
  private final @Nullable ExactRules exact;
  private final @Nullable ExactRules names;
  private final KeyRule automaticNames;

  private Matcher(MatchPopulation population, MatchPolicy policy) {
    this.population = population;
    ProfileSchema schema = population.schema();
    List<LabelledRule> rules =
        policy.exact().stream()
            .map(each -> new LabelledRule(each.label(), KeyRules.of(each, schema)))
            .toList();
    this.exact = rules.isEmpty() ? null : exact(rules, policy.anyOf(), population);
    List<LabelledRule> namesake = List.of(new LabelledRule(NAMES, KeyRules.names(schema)));
    this.names = policy.partial() ? new AllOfRules(namesake, population) : null;
    this.automaticNames = KeyRules.automaticNames(schema);
  }

  private static ExactRules exact(
      List<LabelledRule> rules, boolean anyOf, MatchPopulation population) {
    return anyOf ? new AnyOfRules(rules, population) : new AllOfRules(rules, population);
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
    Found found = exact == null ? Found.NOBODY : exact.find(subject, banned);
    if (found.count() > 0 || names == null) {
      return found.outcome(person -> new MatchOutcome.Exact(person, found.evidence()), true);
    }
    Found namesakes = names.find(subject, banned);
    return namesakes.outcome(
        person ->
            new MatchOutcome.Partial(person, namesakes.evidence(), isAutomatic(subject, person)),
        false);
  }

  private boolean isAutomatic(MatchSubject subject, int person) {
    String key = automaticNames.ofSubject(subject);
    return key != null
        && key.equals(automaticNames.ofPerson(slot -> population.value(person, slot)));
  }
}
