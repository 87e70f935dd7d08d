package io.attune.plan;

import io.attune.matching.Criterion;
import io.attune.matching.MatchPolicy;
import io.attune.matching.Normalization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rule sets that an audit sets side by side. Source: okta-behaviour 3.2 to 3.4. */
final class RuleSets {
  private RuleSets() {}

  /**
   * What Okta offers and what we add, by label: e-mail, username, either of them, and each
   * attribute.
   */
  static Map<String, MatchPolicy> alternatives(List<Criterion.Attribute> attributes) {
    Map<String, MatchPolicy> rules = new LinkedHashMap<>();
    Criterion email = new Criterion.Email();
    Criterion username = new Criterion.Username();
    put(rules, new MatchPolicy(List.of(email), false, true));
    put(rules, new MatchPolicy(List.of(username), false, true));
    put(rules, new MatchPolicy(List.of(email, username), false, true));
    put(rules, new MatchPolicy(List.of(email, username), true, true));
    attributes.forEach(each -> put(rules, new MatchPolicy(List.of(each), false, true)));
    return rules;
  }

  private static void put(Map<String, MatchPolicy> rules, MatchPolicy policy) {
    rules.put(label(policy), policy);
  }

  /** A rule set in words: its criteria, joined by what they need. */
  static String label(MatchPolicy policy) {
    List<String> labels = new ArrayList<>();
    policy.exact().forEach(criterion -> labels.add(label(criterion)));
    return String.join(policy.anyOf() ? " or " : " and ", labels);
  }

  /** A criterion, with its normalisation if it has one. */
  static String label(Criterion criterion) {
    if (!(criterion instanceof Criterion.Attribute attribute)) {
      return criterion.label();
    }
    return attribute.normalization() == Normalization.NONE
        ? attribute.label()
        : attribute.label() + " " + attribute.normalization();
  }
}
