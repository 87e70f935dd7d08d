package io.attune.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The mappings of one direction, in any order: none reads what another writes.
 *
 * @param mappings at most one a target
 */
public record MappingTable(List<AttributeMapping> mappings) {
  /** Nothing is mapped. */
  public static final MappingTable EMPTY = new MappingTable(List.of());

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if two mappings have one target
   */
  public MappingTable {
    mappings = List.copyOf(mappings);
    Set<String> targets = new HashSet<>();
    for (AttributeMapping mapping : mappings) {
      if (!targets.add(mapping.target())) {
        throw new IllegalArgumentException("`" + mapping.target() + "` is mapped twice");
      }
    }
  }
}
