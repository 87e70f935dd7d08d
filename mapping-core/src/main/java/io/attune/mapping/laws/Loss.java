package io.attune.mapping.laws;

import io.attune.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that does not survive the way to the other side and back.
 *
 * @param attribute its name
 * @param cause why
 * @param example the smallest profile found that loses it; made up, nobody's data
 * @param after what comes back instead of {@code example}'s value, null if nothing does
 */
public record Loss(String attribute, Cause cause, Profile example, @Nullable Object after) {
  /** Why an attribute does not survive. */
  public enum Cause {
    /** Nothing writes it on the way back. */
    NOT_WRITTEN_BACK,
    /** Another value comes back. */
    CHANGED
  }

  /** The value before: what {@code example} says. */
  public @Nullable Object before() {
    return example.value(attribute);
  }
}
