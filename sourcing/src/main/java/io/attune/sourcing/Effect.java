package io.attune.sourcing;

/** What an import may do to many people at once, and that can be limited. Beyond Okta. */
public enum Effect {
  /** People who lose the app. */
  UNASSIGNED,
  /** Okta users of whom an attribute that had a value becomes blank or absent. */
  BLANKED,
  /** Okta users whose login changes. */
  USERNAMES,
  /** Records that are linked to an existing Okta user. */
  LINKED,
  /** Okta users who are reactivated. */
  REACTIVATED
}
