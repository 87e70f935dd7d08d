package io.attune.plan;

import org.jspecify.annotations.Nullable;

/**
 * A record that waits on the Import tab: one line of {@code pending.jsonl}.
 *
 * @param externalId the record's key
 * @param outcome what the last import said of it
 * @param match whom the last import found, or null where the line does not say
 * @param choice what a person decided, or null
 */
public record PendingRecord(
    String externalId, Outcome outcome, @Nullable PlannedMatch match, @Nullable Choice choice) {
  /** A waiting record whose line does not say whom the last import found. */
  public PendingRecord(String externalId, Outcome outcome, @Nullable Choice choice) {
    this(externalId, outcome, null, choice);
  }

  /** The same record with another choice. */
  public PendingRecord with(@Nullable Choice newChoice) {
    return new PendingRecord(externalId, outcome, match, newChoice);
  }

  /** The one person whom the last import matched exactly, by id, or null. */
  public @Nullable String exactUser() {
    boolean exact =
        match != null && match.kind() == PlannedMatch.Kind.EXACT && match.candidates().size() == 1;
    return match != null && exact ? match.candidates().get(0) : null;
  }

  /**
   * A person's decision about a waiting record. Source: okta-behaviour 3.10; formats, Apply.
   *
   * @param kind what was chosen
   * @param userId the person meant by USER, confirmed by EXACT, or banned by NOT_USER; else null
   */
  public record Choice(Kind kind, @Nullable String userId) {}

  /** The kinds of choice. */
  public enum Kind {
    EXACT,
    NEW,
    USER,
    IGNORE,
    NOT_USER
  }
}
