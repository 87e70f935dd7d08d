package io.attune.store;

/** A value that must be unique is another resource's already. Carries no value. */
public final class UniquenessConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String attribute;

  UniquenessConflict(String attribute) {
    super("another resource has this `" + attribute + "`", null, false, false);
    this.attribute = attribute;
  }

  /** The attribute that must be unique. */
  public String attribute() {
    return attribute;
  }
}
