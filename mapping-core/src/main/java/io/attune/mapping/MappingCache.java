package io.attune.mapping;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attune.expression.ExpressionScope;

/**
 * Compiled tables by the content of what they are compiled from, rows and schemas, for whoever
 * compiles the same configuration again: previews, checks, a server. Content is compared in full,
 * so that no two tables can ever be taken for each other. Bounded by weight; safe to share. A run
 * over records holds its {@link MappingProgram} and never asks here. Source: performance 1.
 */
public final class MappingCache {
  /** What a row weighs besides its expression: nodes, and the row itself. */
  private static final int ROW_WEIGHT = 200;

  private final Cache<Content, MappingCompilation> compilations;

  /** All that a compilation depends on. */
  private record Content(MappingTable table, ExpressionScope scope) {}

  /**
   * An empty cache.
   *
   * @param mostWeight of all tables: each row its expression's length and 200 more, each table 200
   * @throws IllegalArgumentException if that is negative
   */
  public MappingCache(long mostWeight) {
    this.compilations =
        Caffeine.newBuilder()
            .maximumWeight(mostWeight)
            .weigher((Content content, MappingCompilation value) -> weight(content.table()))
            .build();
  }

  /** What {@link MappingProgram#compile} answers. */
  public MappingCompilation compile(MappingTable table, ExpressionScope scope) {
    Content content = new Content(table, scope);
    return compilations.get(content, missing -> MappingProgram.compile(table, scope));
  }

  private static int weight(MappingTable table) {
    long weight = ROW_WEIGHT;
    for (AttributeMapping mapping : table.mappings()) {
      weight += ROW_WEIGHT + mapping.expression().length();
    }
    return (int) Math.min(weight, Integer.MAX_VALUE);
  }

  /** How many tables are held now; within the bound after {@link #tidy}. */
  long size() {
    return compilations.estimatedSize();
  }

  /** Finishes pending evictions. */
  void tidy() {
    compilations.cleanUp();
  }
}
