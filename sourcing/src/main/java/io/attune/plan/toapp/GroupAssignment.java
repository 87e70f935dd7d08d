package io.attune.plan.toapp;

import io.attune.profile.Profile;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An app is assigned to a group, which may set values for attributes of its members' app users.
 * Source: Okta Application Groups API; okta-behaviour 10.
 *
 * @param groupId the group
 * @param priority 0 to 100, lower wins; null comes after all that have one
 * @param createdMillis when the group was assigned, milliseconds since 1970-01-01 UTC
 * @param profile over the app-user schema
 */
public record GroupAssignment(
    String groupId, @Nullable Integer priority, long createdMillis, Profile profile) {
  /** Who comes first: priority, then the older assignment, then the id. */
  public static final Comparator<GroupAssignment> ORDER =
      Comparator.comparingInt(
              (GroupAssignment each) ->
                  each.priority() == null ? Integer.MAX_VALUE : each.priority())
          .thenComparingLong(GroupAssignment::createdMillis)
          .thenComparing(GroupAssignment::groupId);
}
