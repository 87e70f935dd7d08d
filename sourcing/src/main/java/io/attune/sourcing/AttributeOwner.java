package io.attune.sourcing;

import io.attune.profile.AttributeMaster;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose one attribute of one person is, and why. Nobody else may write it. Source: okta-behaviour
 * 5.3, 5.5, 5.6.
 *
 * @param app the source whose value it takes, or null: it is Okta's, and keeps its value
 * @param rule where the candidates came from: the ranking of the org's sources for PROFILE_MASTER,
 *     the attribute's own list for OVERRIDE, none for OKTA
 * @param passedOver every other candidate, in order, and why it is not the owner
 */
public record AttributeOwner(
    @Nullable String app, AttributeMaster.Type rule, List<PassedOver> passedOver) {
  /** Copies the list. */
  public AttributeOwner {
    passedOver = List.copyOf(passedOver);
  }

  /** Why a candidate is not the owner. */
  public enum Reason {
    /** The app sources nobody: it is switched off, inactive, or not there. */
    NOT_A_SOURCE,
    /** The person has no active link in the app. */
    NOT_ASSIGNED,
    /** The app falls back, and maps nothing to the attribute. */
    NOT_MAPPED,
    /** The app falls back, and what it maps is null. */
    NO_VALUE,
    /** Another candidate comes first. */
    LOWER
  }

  /** A candidate that is not the owner. */
  public record PassedOver(String app, Reason reason) {}

  /** Whether an app was passed over for this reason. */
  public boolean passed(String candidate, Reason reason) {
    return passedOver.contains(new PassedOver(candidate, reason));
  }
}
