package io.attune.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The people for whom at least one of several rules holds, each counted once.
 *
 * <p>The largest group counts as it is; members of the others are asked whether a group counted
 * before has them, by their keys. A look-up allocates no more for many people than for few. Where
 * two groups are large, the count is kept for the next record that has both keys.
 */
final class AnyOfRules implements ExactRules {
  /** Groups of fewer people are counted again each time. */
  private static final int WORTH_KEEPING = 64;

  private final List<LabelledRule> rules;
  private final List<KeyIndex> indexes = new ArrayList<>();
  private final MatchPopulation population;
  private final Map<List<Integer>, Integer> unions = new ConcurrentHashMap<>();

  AnyOfRules(List<LabelledRule> rules, MatchPopulation population) {
    this.rules = rules;
    this.population = population;
    rules.forEach(rule -> indexes.add(new KeyIndex(rule.rule(), population)));
  }

  @Override
  public Found find(MatchSubject subject, int banned) {
    List<Integer> firsts = new ArrayList<>(indexes.size());
    indexes.forEach(index -> firsts.add(index.first(subject)));
    TreeSet<Integer> listed = new TreeSet<>(population::compare);
    List<Evidence> evidence = new ArrayList<>();
    boolean without = false;
    for (int rule = 0; rule < firsts.size(); rule++) {
      int first = firsts.get(rule);
      if (first < 0) {
        continue;
      }
      KeyIndex index = indexes.get(rule);
      boolean has = banned != Matcher.NOBODY && index.has(subject, banned);
      without |= has;
      if (index.count(first) > (has ? 1 : 0)) {
        listed.addAll(index.people(first, MatchOutcome.LISTED, banned));
        rules.get(rule).addEvidence(subject, evidence);
      }
    }
    if (listed.isEmpty()) {
      return Found.NOBODY;
    }
    int count = union(firsts, subject) - (without ? 1 : 0);
    return new Found(listed.stream().limit(MatchOutcome.LISTED).toList(), count, evidence);
  }

  private int union(List<Integer> firsts, MatchSubject subject) {
    int largest = 0;
    int all = 0;
    for (int rule = 0; rule < firsts.size(); rule++) {
      all += count(firsts, rule);
      largest = count(firsts, rule) > count(firsts, largest) ? rule : largest;
    }
    int base = largest;
    return all - count(firsts, base) < WORTH_KEEPING
        ? counted(firsts, base, subject)
        : unions.computeIfAbsent(firsts, same -> counted(same, base, subject));
  }

  private int count(List<Integer> firsts, int rule) {
    return firsts.get(rule) < 0 ? 0 : indexes.get(rule).count(firsts.get(rule));
  }

  private int counted(List<Integer> firsts, int base, MatchSubject subject) {
    int[] count = {count(firsts, base)};
    for (int rule = 0; rule < firsts.size(); rule++) {
      if (rule != base && firsts.get(rule) >= 0) {
        int group = rule;
        indexes
            .get(rule)
            .forEach(
                firsts.get(rule),
                person -> count[0] += isCounted(person, group, base, subject) ? 0 : 1);
      }
    }
    return count[0];
  }

  /** Whether the largest group, or one before this, has the person. */
  private boolean isCounted(int person, int group, int base, MatchSubject subject) {
    if (indexes.get(base).has(subject, person)) {
      return true;
    }
    for (int rule = 0; rule < group; rule++) {
      if (rule != base && indexes.get(rule).has(subject, person)) {
        return true;
      }
    }
    return false;
  }
}
