package io.attune.sourcing;

/** What would give an attribute of a person another value. Source: okta-behaviour 5.3 to 5.9. */
public enum NextChange {
  /** The next import of the owner, where its mapping gives something else. */
  IMPORT_OF_OWNER,
  /** Nothing that its owner sends: the owner maps nothing to it. */
  MAPPING_OF_OWNER,
  /** An edit in Okta: no import writes it. */
  EDIT_IN_OKTA,
  /** An edit in Okta, or a link to a source. */
  EDIT_OR_LINK;

  /**
   * Decides from whose the attribute is.
   *
   * @param mapped whether the owner, if it is an app, has a mapping to it
   */
  public static NextChange of(AttributeOwner owner, boolean mapped) {
    if (owner.app() != null) {
      return mapped ? IMPORT_OF_OWNER : MAPPING_OF_OWNER;
    }
    return owner.passedOver().isEmpty() ? EDIT_IN_OKTA : EDIT_OR_LINK;
  }
}
