package io.attune.mapping;

/** What a failed expression does to its attribute. Source: okta-behaviour 1.5.34. */
public enum OnError {
  /** The attribute keeps its value, or stays absent on a new person. */
  KEEP,
  /** The attribute is treated as mapped to null. */
  NULL,
  /** Nothing of the person is written. */
  FAIL_USER
}
