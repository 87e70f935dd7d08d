package io.attune.sourcing;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The apps that source Okta users, highest priority first. A person's source is the first of them
 * that the person is assigned to. Source: okta-behaviour 5.1, 5.2.
 *
 * @param ranking names of source apps, without repetition
 */
public record ProfileSources(List<String> ranking) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if an app is named twice
   */
  public ProfileSources {
    ranking = List.copyOf(ranking);
    if (ranking.stream().distinct().count() != ranking.size()) {
      throw new IllegalArgumentException("a profile source is named twice");
    }
  }

  /** Whether an app is a source at all. */
  public boolean isSource(String app) {
    return ranking.contains(app);
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
