package io.attune.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mappings of one direction. None reads what another writes, so their order means nothing:
 * tables of the same mappings are equal.
 *
 * @param mappings at most one a target, in the order of the file
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MappingTable table
        && Set.copyOf(mappings).equals(Set.copyOf(table.mappings));
  }

  @Override
  public int hashCode() {
    return Set.copyOf(mappings).hashCode();
  }
}
