package io.attune.sourcing;

import io.attune.profile.AttributeDefinition;

/** What decides who owns the attributes of one person. */
public interface SourcedPerson {
  /** Whether the person has an active link in a source app. */
  boolean isAssigned(String app);

  /** What an app to which the person is assigned has for an attribute. */
  Offer offer(String app, AttributeDefinition attribute);

  /** What an app has for an attribute. */
  enum Offer {
    /** A value, blank included, or a mapping that failed: nobody knows that there is none. */
    VALUE,
    /** Its mapping says null. */
    NO_VALUE,
    /** It has no mapping to the attribute. */
    NOT_MAPPED
  }
}
