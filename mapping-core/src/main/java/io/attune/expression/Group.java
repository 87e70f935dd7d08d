package io.attune.expression;

import org.jspecify.annotations.Nullable;

/**
 * A group the user is a member of. Times are ISO 8601 texts. Source: expression-language 3, Groups.
 *
 * @param id the group's id
 * @param name its name
 * @param type {@code OKTA_GROUP}, {@code APP_GROUP}, {@code BUILT_IN}; null where not known
 * @param sourceId the app instance it comes from, or null
 * @param description or null
 * @param created or null
 * @param lastUpdated or null
 * @param lastMembershipUpdated or null
 */
public record Group(
    String id,
    String name,
    @Nullable String type,
    @Nullable String sourceId,
    @Nullable String description,
    @Nullable String created,
    @Nullable String lastUpdated,
    @Nullable String lastMembershipUpdated) {

  /** A group of which nothing else is known. */
  public static Group of(String id, String name, @Nullable String type) {
    return new Group(id, name, type, null, null, null, null, null);
  }
}
