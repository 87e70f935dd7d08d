package io.attune.profile;

/** Where an app-user attribute may be set. Source: okta-behaviour 2.8. */
public enum AttributeScope {
  /** For a person or for a group assignment. */
  NONE,
  /** "User personal": for a person only. */
  SELF
}
