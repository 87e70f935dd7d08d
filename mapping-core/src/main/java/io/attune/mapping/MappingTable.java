package io.attune.mapping;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mappings of one direction. None reads what another writes, so their order means nothing:
 * tables of the same mappings are equal.
 *
 * @param mappings at most one a target, by target
 */
public record MappingTable(List<AttributeMapping> mappings) {
  /** Nothing is mapped. */
  public static final MappingTable EMPTY = new MappingTable(List.of());

  /**
   * Copies the list and puts it in order.
   *
   * @throws IllegalArgumentException if two mappings have one target
   */
  public MappingTable {
    mappings = mappings.stream().sorted(Comparator.comparing(AttributeMapping::target)).toList();
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
