package io.attune.matching;

import org.jspecify.annotations.Nullable;

/**
 * What a value was compared by: personal data, which shows itself to nobody who does not ask. No
 * message, log or exception can hold it by accident, since {@link #toString} hides it.
 */
public final class ComparedKey {
  private final String text;

  /** A key of this text. */
  public ComparedKey(String text) {
    this.text = text;
  }

  /** The text itself; never to be logged, nor put into a message. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ComparedKey key && key.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "(a compared key)";
  }
}
