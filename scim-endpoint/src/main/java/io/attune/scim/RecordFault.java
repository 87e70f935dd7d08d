package io.attune.scim;

import org.jspecify.annotations.Nullable;

/**
 * Why a record cannot be read.
 *
 * @param code stable, as the plan's line says it
 * @param attribute the attribute concerned, or null
 * @param message one line without personal data
 * @param hint what may help, or empty
 */
public record RecordFault(String code, @Nullable String attribute, String message, String hint) {
  static RecordFault of(String code, String message) {
    return new RecordFault(code, null, message, "");
  }

  /** Hears of every record that cannot be read. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A record at this line cannot be read.
     *
     * @param line from 1
     */
    void hear(long line, RecordFault fault);
  }
}
