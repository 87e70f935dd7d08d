package io.attune.store;

/** A resource was changed, or deleted, by somebody else since it was read. */
public final class VersionConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  VersionConflict() {
    super("the resource was changed by somebody else", null, false, false);
  }
}
