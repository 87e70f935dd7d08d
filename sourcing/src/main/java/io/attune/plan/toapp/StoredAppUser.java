package io.attune.plan.toapp;

import io.attune.profile.Profile;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An app user as it is before.
 *
 * @param profile over the app-user schema
 * @param assignedByGroup whether the assignment is a group's: scope GROUP. One by an administrator
 *     takes no values from groups
 * @param individual the attributes that were set for this person alone
 */
public record StoredAppUser(
    Profile profile, boolean assignedByGroup, SortedSet<String> individual) {
  /** Copies the set. */
  public StoredAppUser {
    individual = Collections.unmodifiableSortedSet(new TreeSet<>(individual));
  }
}
