package io.attune.plan.compare;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a change of one app's table does to everyone who has the app.
 *
 * @param compared how many people were looked at
 * @param people how many of them get another value in some attribute
 * @param usernames how many of them get another username
 * @param refused how many people nothing could be written of, of whom something could before
 * @param attributes what differs, by attribute
 */
public record TableDifference(
    int compared,
    int people,
    int usernames,
    int refused,
    SortedMap<String, AttributeDifference> attributes) {
  /** Copies the map. */
  public TableDifference {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** Whether nobody would notice the change. */
  public boolean isEmpty() {
    return people == 0 && refused == 0 && attributes.isEmpty();
  }
}
