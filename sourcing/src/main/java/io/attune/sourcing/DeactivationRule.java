package io.attune.sourcing;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of an Okta user whom a source deactivates or no longer has. Source: okta-behaviour
 * 5.11 to 5.13, 5.17; formats, Links.
 *
 * @param onDeactivate what the source's setting says
 * @param onStaged what it does to a STAGED person whom SUSPEND would hit
 */
public record DeactivationRule(OnDeactivate onDeactivate, OnStaged onStaged) {
  /** Okta's default. */
  public static final DeactivationRule DEFAULT =
      new DeactivationRule(OnDeactivate.DEACTIVATE, OnStaged.LEAVE);

  /** The setting "when a user is deactivated in the app". */
  public enum OnDeactivate {
    DEACTIVATE,
    SUSPEND,
    NOTHING
  }

  /** Okta deactivates STAGED people under SUSPEND; we leave them alone unless told. */
  public enum OnStaged {
    LEAVE,
    DEACTIVATE
  }

  /**
   * Decides for one person.
   *
   * @param status the person's status now
   * @param standing what the app is to the person as this import leaves them
   * @param isProtected whether an import may never take the account
   */
  public StatusDecision decide(UserStatus status, SourceStanding standing, boolean isProtected) {
    if (standing != SourceStanding.HIGHEST) {
      return StatusDecision.keep(standing == SourceStanding.LOWER ? Note.LOWER_SOURCE : null);
    }
    UserStatus to = target(status);
    if (to == null || to == status) {
      boolean left = status == UserStatus.STAGED && onDeactivate == OnDeactivate.SUSPEND;
      return StatusDecision.keep(left ? Note.STAGED_LEFT_ALONE : null);
    }
    return isProtected ? StatusDecision.keep(Note.PROTECTED_USER) : StatusDecision.change(to);
  }

  private @Nullable UserStatus target(UserStatus status) {
    return switch (onDeactivate) {
      case NOTHING -> null;
      case DEACTIVATE -> UserStatus.DEPROVISIONED;
      case SUSPEND -> {
        if (status == UserStatus.STAGED) {
          yield onStaged == OnStaged.DEACTIVATE ? UserStatus.DEPROVISIONED : null;
        }
        yield status.canBeSuspended() ? UserStatus.SUSPENDED : null;
      }
    };
  }
}
