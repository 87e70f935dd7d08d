package io.attune.plan;

import io.attune.profile.PackedProfiles;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import org.jspecify.annotations.Nullable;

/** The Okta profiles that an import would write, packed; decisions hold their rows. */
final class Drafts {
  private final PackedProfiles profiles;

  Drafts(ProfileSchema userSchema) {
    this.profiles = new PackedProfiles(userSchema);
  }

  /** Keeps a profile and returns its row. */
  int add(Profile profile) {
    return profiles.add(profile);
  }

  Profile get(int row) {
    return profiles.get(row);
  }

  @Nullable Object value(int row, int slot) {
    return profiles.value(row, slot);
  }
}
