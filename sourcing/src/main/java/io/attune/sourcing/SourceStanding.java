package io.attune.sourcing;

/** What an app is to one person's Okta profile. Source: okta-behaviour 5.2, 5.7, 5.12. */
public enum SourceStanding {
  /** The app sources nobody. */
  NO_SOURCE,
  /** The app is a source, but another one ranks higher for this person. */
  LOWER,
  /** The app is this person's profile source. */
  HIGHEST
}
