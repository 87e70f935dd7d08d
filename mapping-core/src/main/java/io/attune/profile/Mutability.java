package io.attune.profile;

/** Who may write an attribute, and when. Source: okta-behaviour 2.10. */
public enum Mutability {
  READ_WRITE,
  READ_ONLY,
  IMMUTABLE,
  WRITE_ONLY
}
