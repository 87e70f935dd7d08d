package io.attune.matching;

import java.util.List;

/**
 * A key rule and the criterion it stands for.
 *
 * @param label as plans name the criterion
 * @param rule how its keys are made
 */
record LabelledRule(String label, KeyRule rule) {
  /** Adds what the subject was compared by, if it can match at all. */
  void addEvidence(MatchSubject subject, List<? super Evidence> evidence) {
    String key = rule.ofSubject(subject);
    if (key != null) {
      evidence.add(new Evidence(label, new ComparedKey(key)));
    }
  }
}
