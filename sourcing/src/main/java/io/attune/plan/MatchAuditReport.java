package io.attune.plan;

import io.attune.matching.KeyCensus;
import java.util.List;

/**
 * What match rules would find, counted before one of them is switched on.
 *
 * @param app whose records they are
 * @param people how many people there are
 * @param records the records
 * @param criteria each criterion by itself
 * @param rules each rule set, the configured one first
 */
public record MatchAuditReport(
    String app,
    int people,
    RecordCounts records,
    List<CriterionAudit> criteria,
    List<RuleAudit> rules) {
  /** Copies the lists. */
  public MatchAuditReport {
    criteria = List.copyOf(criteria);
    rules = List.copyOf(rules);
  }

  /**
   * The records.
   *
   * @param scanned all of them
   * @param linked of people who are linked already: they show whether a rule would find them again
   * @param unlinked whom the rules would decide about
   * @param leftOut not readable, contradictory, inactive in the app, or with a mapping that fails
   */
  public record RecordCounts(int scanned, int linked, int unlinked, int leftOut) {}

  /**
   * One criterion.
   *
   * @param label its name, with the normalisation of an attribute
   * @param people how it tells people apart; examples are Okta user ids
   * @param records how it tells records apart; examples are externalIds
   */
  public record CriterionAudit(String label, Census people, Census records) {}

  /**
   * How a criterion tells people or records apart; {@link KeyCensus} with names for numbers.
   *
   * @param members how many there are
   * @param usable how many have a key to match by
   * @param blank how many have nothing there, or only white space
   * @param shared keys that several have
   * @param collided keys that several have by different values
   */
  public record Census(int members, int usable, int blank, Groups shared, Groups collided) {}

  /**
   * Groups that have one key.
   *
   * @param keys how many groups
   * @param members how many are in them
   * @param largest how many are in the largest
   * @param examples the first members of the first groups
   */
  public record Groups(int keys, int members, int largest, List<List<String>> examples) {
    /** Copies the list. */
    public Groups {
      examples = List.copyOf(examples);
    }
  }

  /**
   * What one rule set would find.
   *
   * @param label its name
   * @param configured whether it is the app's own
   * @param unlinked what it makes of records without a link
   * @param linked whether it would find the people of existing links again
   */
  public record RuleAudit(
      String label, boolean configured, UnlinkedCounts unlinked, LinkedCounts linked) {}

  /**
   * Records without a link; the numbers add up to {@link RecordCounts#unlinked}.
   *
   * @param exact one free person, by the exact rule
   * @param partial one free person, by first and last name, which counts if partial matches are
   *     allowed; else these are new
   * @param ambiguous several people
   * @param alreadyLinked one person, who has a link under another key
   * @param sameUser one free person, whom a record before matches, too
   * @param none nobody: a new person
   */
  public record UnlinkedCounts(
      int exact, int partial, int ambiguous, int alreadyLinked, int sameUser, int none) {}

  /**
   * Records with a link, matched as if they had none.
   *
   * @param right the exact rule finds the person of the link
   * @param wrong it finds somebody else
   * @param ambiguous it finds several people
   * @param missed it finds nobody
   */
  public record LinkedCounts(int right, int wrong, int ambiguous, int missed) {}
}
