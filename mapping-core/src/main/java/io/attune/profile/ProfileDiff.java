package io.attune.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What turns one profile into another: {@code between(a, b).applyTo(a)} equals {@code b}.
 *
 * @param changes in slot order, one for each attribute that differs
 */
public record ProfileDiff(List<AttributeChange> changes) {
  /** Copies the list. */
  public ProfileDiff {
    changes = List.copyOf(changes);
  }

  /**
   * The difference of two profiles.
   *
   * @throws IllegalArgumentException if their schemas differ
   */
  public static ProfileDiff between(Profile before, Profile after) {
    requireSameSchema(before.schema(), after.schema());
    List<AttributeChange> changes = new ArrayList<>();
    for (int slot = 0; slot < before.schema().size(); slot++) {
      Object from = before.value(slot);
      Object to = after.value(slot);
      if (!Objects.equals(from, to)) {
        changes.add(new AttributeChange(before.schema().attribute(slot), from, to));
      }
    }
    return new ProfileDiff(changes);
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** {@code profile} with every change made; what it held before is not looked at. */
  public Profile applyTo(Profile profile) {
    @Nullable Object[] values = profile.toArray();
    for (AttributeChange change : changes) {
      int slot = profile.schema().slot(change.attribute().name());
      if (slot < 0) {
        throw new IllegalArgumentException(
            "no attribute `" + change.attribute().name() + "` in this schema");
      }
      values[slot] = change.to();
    }
    return Profile.ofOwned(profile.schema(), values);
  }

  private static void requireSameSchema(ProfileSchema before, ProfileSchema after) {
    if (!before.equals(after)) {
      throw new IllegalArgumentException("profiles of different schemas cannot be compared");
    }
  }
}
