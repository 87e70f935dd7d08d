package io.attune.plan;

/** What one bad attribute does to the others. Source: okta-behaviour 1.5.27b, 1.5.34. */
public enum ProfileUpdate {
  /** Nothing of the person is written, as in Okta. */
  ATOMIC,
  /** The other attributes are written. */
  PER_ATTRIBUTE
}
