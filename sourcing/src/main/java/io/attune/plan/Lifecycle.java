package io.attune.plan;

import io.attune.sourcing.DeactivationRule;
import io.attune.sourcing.ReactivationRule;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What becomes of accounts. Source: okta-behaviour 5.11 to 5.17.
 *
 * @param deactivation for people whom the source deactivates or no longer has
 * @param reactivation for people whom the source has active again
 * @param protectedUsers ids of people whose account no import takes, and whom none links unasked
 */
public record Lifecycle(
    DeactivationRule deactivation,
    ReactivationRule reactivation,
    SortedSet<String> protectedUsers) {
  /** Okta's defaults, nobody protected. */
  public static final Lifecycle DEFAULT =
      new Lifecycle(
          DeactivationRule.DEFAULT,
          ReactivationRule.DEFAULT,
          Collections.unmodifiableSortedSet(new TreeSet<>()));

  /** Copies the set. */
  public Lifecycle {
    protectedUsers = Collections.unmodifiableSortedSet(new TreeSet<>(protectedUsers));
  }
}
