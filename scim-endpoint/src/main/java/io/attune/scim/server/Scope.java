package io.attune.scim.server;

/** What a credential may do. */
public enum Scope {
  /** Read resources. */
  READ,
  /** Change resources. */
  WRITE
}
