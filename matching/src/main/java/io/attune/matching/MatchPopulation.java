package io.attune.matching;

import io.attune.profile.ProfileSchema;
import org.jspecify.annotations.Nullable;

/** The people whom a record may be, numbered from 0. It must not change under a {@link Matcher}. */
public interface MatchPopulation {
  /** The schema of the Okta user profiles. */
  ProfileSchema schema();

  /** How many people there are. */
  int size();

  /** One attribute of a person's Okta profile, null where it is absent. */
  @Nullable Object value(int person, int slot);

  /**
   * Compares two people in the order in which candidates are shown: total, and the same in every
   * run. Source: okta-behaviour 3.8.
   */
  int compare(int left, int right);
}
