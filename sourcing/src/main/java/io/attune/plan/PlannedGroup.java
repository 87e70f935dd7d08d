package io.attune.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line of a plan about one group: what becomes of it and of who belongs to it.
 *
 * @param externalId the group's key at the app; null only where it could not be read that far
 * @param outcome what happens
 * @param groupId the Okta group; null for CREATE, which apply gives an id, and where there is none
 * @param changes of the group's own profile
 * @param added who joins
 * @param removed who leaves: ids of Okta users, in byte order
 * @param unresolved keys at the app that are nobody's active link after the plan, in byte order
 * @param fault why the record is in error, or null
 */
public record PlannedGroup(
    @Nullable String externalId,
    Outcome outcome,
    @Nullable String groupId,
    List<Value> changes,
    List<Member> added,
    List<String> removed,
    List<String> unresolved,
    @Nullable String fault) {
  /** Copies the lists. */
  public PlannedGroup {
    changes = List.copyOf(changes);
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    unresolved = List.copyOf(unresolved);
  }

  /** What happens to a group. */
  public enum Outcome {
    CREATE,
    UPDATE,
    UNCHANGED,
    REMOVED,
    ERROR
  }

  /** A change of {@code name} or {@code description}; null is absent. */
  public record Value(String attribute, @Nullable String from, @Nullable String to) {}

  /**
   * Somebody who joins.
   *
   * @param externalId the person's key at the app
   * @param userId the Okta user; null for somebody whom the same plan creates
   */
  public record Member(String externalId, @Nullable String userId) {}
}
