package io.attune.matching;

import java.util.ArrayList;
import java.util.List;

/** The people for whom all of several rules hold: one index over the keys joined. */
final class AllOfRules implements ExactRules {
  private final List<LabelledRule> rules;
  private final KeyIndex index;

  AllOfRules(List<LabelledRule> rules, MatchPopulation population) {
    this.rules = rules;
    this.index =
        new KeyIndex(KeyRules.allOf(rules.stream().map(LabelledRule::rule).toList()), population);
  }

  @Override
  public Found find(MatchSubject subject, int banned) {
    int first = index.first(subject);
    if (first < 0) {
      return Found.NOBODY;
    }
    boolean without = banned != Matcher.NOBODY && index.has(subject, banned);
    int count = index.count(first) - (without ? 1 : 0);
    return count == 0
        ? Found.NOBODY
        : new Found(
            index.people(first, MatchOutcome.LISTED, without ? banned : Matcher.NOBODY),
            count,
            evidence(subject));
  }

  private List<Evidence> evidence(MatchSubject subject) {
    List<Evidence> evidence = new ArrayList<>(rules.size());
    for (LabelledRule rule : rules) {
      rule.addEvidence(subject, evidence);
    }
    return evidence;
  }
}
