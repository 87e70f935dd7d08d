package io.attune.plan;

import org.jspecify.annotations.Nullable;

/**
 * A record that waits on the Import tab: one line of {@code pending.jsonl}.
 *
 * @param externalId the record's key
 * @param outcome what the last import said of it
 * @param choice what a person decided, or null
 */
public record PendingRecord(String externalId, Outcome outcome, @Nullable Choice choice) {
  /**
   * A person's decision about a waiting record. Source: okta-behaviour 3.10; formats, Apply.
   *
   * @param kind what was chosen
   * @param userId the person meant by USER, or banned by NOT_USER; else null
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
