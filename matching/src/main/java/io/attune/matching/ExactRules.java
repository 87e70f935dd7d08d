package io.attune.matching;

/** The exact rule of a policy over one population. */
interface ExactRules {
  /**
   * The people whom the rule finds.
   *
   * @param banned a person who is left out, or {@link Matcher#NOBODY}
   */
  Found find(MatchSubject subject, int banned);
}
