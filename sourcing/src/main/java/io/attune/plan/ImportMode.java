package io.attune.plan;

/** What a feed claims to hold. Source: okta-behaviour 9.1. */
public enum ImportMode {
  /** Everybody: whoever is missing is gone. */
  FULL,
  /** What changed: nobody is missing. */
  INCREMENTAL
}
