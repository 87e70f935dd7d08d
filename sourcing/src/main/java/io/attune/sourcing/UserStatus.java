package io.attune.sourcing;

/** The lifecycle status of an Okta user. Source: okta-behaviour 0.5. */
public enum UserStatus {
  STAGED,
  PROVISIONED,
  ACTIVE,
  RECOVERY,
  PASSWORD_EXPIRED,
  LOCKED_OUT,
  SUSPENDED,
  DEPROVISIONED;

  /** Whether {@code SUSPEND} suspends a person of this status (formats, Links). */
  public boolean canBeSuspended() {
    return switch (this) {
      case ACTIVE, PROVISIONED, RECOVERY, LOCKED_OUT, PASSWORD_EXPIRED -> true;
      case STAGED, SUSPENDED, DEPROVISIONED -> false;
    };
  }
}
