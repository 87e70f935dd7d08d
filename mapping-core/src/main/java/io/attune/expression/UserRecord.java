package io.attune.expression;

import io.attune.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * An Okta user as expressions see one: the profile and the record around it. Times are ISO 8601
 * texts, null where not known. Source: expression-language 2.
 *
 * @param profile over the user schema of the scope
 * @param id the user's id, null before it exists
 * @param status the lifecycle status, null before it exists
 * @param created or null
 * @param lastUpdated or null
 * @param passwordChanged or null
 * @param lastLogin or null
 */
public record UserRecord(
    Profile profile,
    @Nullable String id,
    @Nullable String status,
    @Nullable String created,
    @Nullable String lastUpdated,
    @Nullable String passwordChanged,
    @Nullable String lastLogin) {

  /** A user of whom only the profile is known. */
  public static UserRecord of(Profile profile) {
    return new UserRecord(profile, null, null, null, null, null, null);
  }
}
