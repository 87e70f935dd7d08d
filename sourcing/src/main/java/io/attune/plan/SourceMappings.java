package io.attune.plan;

import io.attune.sourcing.ProfileSources;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The profile sources of an org and how the app users of each become Okta users.
 *
 * @param sources the ranking
 * @param mappings by app, one for every source
 */
public record SourceMappings(ProfileSources sources, SortedMap<String, MappingSettings> mappings) {
  /** Copies the map. */
  public SourceMappings {
    mappings = Collections.unmodifiableSortedMap(new TreeMap<>(mappings));
  }
}
