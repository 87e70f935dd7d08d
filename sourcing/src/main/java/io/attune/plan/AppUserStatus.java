package io.attune.plan;

/** The status of an app user. Source: okta-behaviour 0.3. */
public enum AppUserStatus {
  STAGED,
  PROVISIONED,
  ACTIVE,
  INACTIVE,
  DEPROVISIONED,
  IMPORTED,
  MATCHED,
  UNASSIGNED,
  SUSPENDED,
  PENDING,
  APPROVED,
  REVOKED,
  IMPLICIT,
  ERROR;

  /** Whether a link of this status counts in the safeguard and can be removed (formats, Links). */
  public boolean isActive() {
    return this == ACTIVE || this == PROVISIONED;
  }

  /** Whether a record that arrives for a link of this status returns (formats, Links). */
  public boolean isInactive() {
    return this == INACTIVE || this == DEPROVISIONED;
  }
}
