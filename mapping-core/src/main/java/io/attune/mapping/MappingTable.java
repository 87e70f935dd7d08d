package io.attune.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /** The mapping to this target, or null. */
  public @Nullable AttributeMapping mapping(String target) {
    for (AttributeMapping mapping : mappings) {
      if (mapping.target().equals(target)) {
        return mapping;
      }
    }
    return null;
  }

  /** Whether a mapping writes this target. */
  public boolean maps(String target) {
    return mapping(target) != null;
  }
}
