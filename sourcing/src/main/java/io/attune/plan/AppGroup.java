package io.attune.plan;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A group that an earlier import brought: an APP_GROUP of the importing app. Source: Okta Groups
 * API; okta-behaviour 9.11.
 *
 * @param id the Okta group id
 * @param externalId its key at the app
 * @param name its name, or null
 * @param description or null
 * @param members ids of Okta users
 */
public record AppGroup(
    String id,
    String externalId,
    @Nullable String name,
    @Nullable String description,
    SortedSet<String> members) {
  /** Copies the set. */
  public AppGroup {
    members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
  }
}
