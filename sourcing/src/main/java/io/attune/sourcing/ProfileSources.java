package io.attune.sourcing;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The apps that source Okta users, highest priority first. A person's source is the first of them
 * that the person is assigned to. Source: okta-behaviour 5.1, 5.2, 5.6.
 *
 * @param ranking names of source apps, without repetition
 * @param firstNonNull names of the sources that pass an attribute on to the next one where they
 *     have no value for it; every other source keeps it, with null
 */
public record ProfileSources(List<String> ranking, SortedSet<String> firstNonNull) {
  /**
   * Copies the list and the set.
   *
   * @throws IllegalArgumentException if an app is named twice
   */
  public ProfileSources {
    ranking = List.copyOf(ranking);
    firstNonNull = Collections.unmodifiableSortedSet(new TreeSet<>(firstNonNull));
    if (ranking.stream().distinct().count() != ranking.size()) {
      throw new IllegalArgumentException("a profile source is named twice");
    }
  }

  /** Sources that all keep what is theirs: Okta's behaviour. */
  public ProfileSources(List<String> ranking) {
    this(ranking, Collections.emptySortedSet());
  }

  /** Whether an app is a source at all. */
  public boolean isSource(String app) {
    return ranking.contains(app);
  }

  /** Whether a source passes an attribute on where it has no value for it. */
  public boolean passesOn(String app) {
    return firstNonNull.contains(app);
  }

  /** The highest-ranking source for which {@code assigned} holds, or null if Okta is the source. */
  public @Nullable String highest(Predicate<String> assigned) {
    for (String app : ranking) {
      if (assigned.test(app)) {
        return app;
      }
    }
    return null;
  }
}
