package io.attune.expression;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attune.profile.AttributeDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Compilations by what they are made from, for editors that ask for the same text again and again.
 * Bounded by weight, about the characters of all texts; safe to share. A run over records holds its
 * expressions and never asks here. Source: performance 1.
 */
public final class ExpressionCache {
  /** What an entry weighs besides its text. */
  private static final int ENTRY_WEIGHT = 200;

  private final Cache<Key, Compilation> compilations;

  /** All that a compilation depends on. */
  private record Key(String text, ExpressionScope scope, @Nullable AttributeDefinition target) {}

  /**
   * An empty cache.
   *
   * @param mostChars the weight of all entries, each its text's length and 200 more
   * @throws IllegalArgumentException if that is negative
   */
  public ExpressionCache(long mostChars) {
    this.compilations =
        Caffeine.newBuilder()
            .maximumWeight(mostChars)
            .weigher((Key key, Compilation value) -> key.text().length() + ENTRY_WEIGHT)
            .build();
  }

  /** What {@link Expression#compile} answers. */
  public Compilation compile(
      String text, ExpressionScope scope, @Nullable AttributeDefinition target) {
    Key key = new Key(text, scope, target);
    return compilations.get(key, missing -> Expression.compile(text, scope, target));
  }

  /** What is held now, at most the bound after {@link #tidy}. */
  long size() {
    return compilations.estimatedSize();
  }

  /** Finishes pending evictions. */
  void tidy() {
    compilations.cleanUp();
  }
}
