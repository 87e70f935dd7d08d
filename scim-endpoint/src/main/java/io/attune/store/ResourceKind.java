package io.attune.store;

/** The kinds of resources that are stored. Source: RFC 7643, 4. */
public enum ResourceKind {
  /** A user. */
  USER,
  /** A group. */
  GROUP
}
