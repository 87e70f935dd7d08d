package io.attune.store;

/**
 * A member of a group that is no resource of its app, or not of the type that the client said.
 * Carries no value.
 */
public final class UnknownMember extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownMember() {
    super("a member does not exist", null, false, false);
  }
}
