package io.attune.plan.compare;

import java.util.List;

/**
 * What a change of tables does to one attribute.
 *
 * @param people how many people get another value
 * @param blanked how many of them have a value now and would have none: absent, blank or empty
 * @param newFailures how many people's mapping fails, or gives what is not valid, and did not
 *     before
 * @param samples the first people by the order of the comparison, with both values
 */
public record AttributeDifference(int people, int blanked, int newFailures, List<Sample> samples) {
  /** Copies the list. */
  public AttributeDifference {
    samples = List.copyOf(samples);
  }
}
