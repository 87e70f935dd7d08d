package io.attune.sourcing;

/** Why a status was left as it is, where a person would otherwise ask. */
public enum Note {
  /** Another source ranks higher for this person, so this one changes no status. */
  LOWER_SOURCE,
  /** Protected people keep their account, whatever an import says (okta-behaviour 5.17). */
  PROTECTED_USER,
  /** A STAGED person cannot be suspended and is left alone (okta-behaviour 5.13). */
  STAGED_LEFT_ALONE,
  /** The person was suspended by hand: the link never was inactive. */
  SUSPENDED_BY_HAND,
  /** The app sources nobody, so a returning record changes no status. */
  NOT_A_SOURCE,
  /** The source's tick for reactivating suspended people is off. */
  REACTIVATION_OFF
}
