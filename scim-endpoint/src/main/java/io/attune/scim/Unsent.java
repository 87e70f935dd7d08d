package io.attune.scim;

import io.attune.profile.AttributeDefinition;

/**
 * An attribute that is never sent.
 *
 * @param attribute its definition
 * @param reason why
 */
public record Unsent(AttributeDefinition attribute, Reason reason) {
  /** Why an attribute is never sent. Source: okta-behaviour 1.6.38. */
  public enum Reason {
    /** It is secret. */
    SECRET("it is secret"),
    /** It has no {@code externalName}. */
    NO_EXTERNAL_NAME("it has no `externalName`"),
    /** It has no {@code externalNamespace}. */
    NO_NAMESPACE("it has no `externalNamespace`"),
    /** Its {@code externalName} selects nothing that can be written. */
    NOTHING_WRITABLE("its `externalName` selects nothing that can be written"),
    /** Another attribute has its place in the resource, or lies around or within it. */
    PLACE_TAKEN("another attribute has its place in the resource");

    private final String label;

    Reason(String label) {
      this.label = label;
    }

    /** The reason in words, to follow "is never sent:". */
    public String label() {
      return label;
    }
  }
}
