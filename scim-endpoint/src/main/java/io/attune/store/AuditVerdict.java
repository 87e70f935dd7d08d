package io.attune.store;

import org.jspecify.annotations.Nullable;

/**
 * What a check of the audit trail found.
 *
 * @param entries how many entries there are
 * @param end the hash of the last one; 64 zeros if there is none
 * @param fault the first thing that is wrong, or null
 */
public record AuditVerdict(long entries, String end, @Nullable Fault fault) {
  /**
   * Something that was not written by attune, or is missing.
   *
   * @param seq the number of the first entry that does not fit
   * @param message what does not fit, in one line, without a value
   */
  public record Fault(long seq, String message) {}
}
