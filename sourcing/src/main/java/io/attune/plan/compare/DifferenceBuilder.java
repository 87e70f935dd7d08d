package io.attune.plan.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts differences person by person; keeps counts and a few samples, never the people. */
final class DifferenceBuilder {
  private static final Set<String> USERNAMES = Set.of("login", "userName");

  private final int samples;
  private final SortedMap<String, Counts> attributes = new TreeMap<>();
  private int compared;
  private int people;
  private int usernames;
  private int refused;
  private boolean differs;

  private static final class Counts {
    private int people;
    private int blanked;
    private int failures;
    private final List<Sample> samples = new ArrayList<>();
  }

  DifferenceBuilder(int samples) {
    this.samples = samples;
  }

  /** One attribute of the person at hand. */
  void value(String userId, String attribute, @Nullable Object before, @Nullable Object after) {
    if (Objects.equals(before, after)) {
      return;
    }
    Counts counts = attributes.computeIfAbsent(attribute, each -> new Counts());
    counts.people++;
    counts.blanked += !isBlank(before) && isBlank(after) ? 1 : 0;
    usernames += USERNAMES.contains(attribute) ? 1 : 0;
    if (counts.samples.size() < samples) {
      counts.samples.add(new Sample(userId, before, after));
    }
    differs = true;
  }

  private static boolean isBlank(@Nullable Object value) {
    return value == null
        || (value instanceof String text && text.isBlank())
        || (value instanceof List<?> list && list.isEmpty());
  }

  /** An attribute of the person at hand whose mapping fails now and did not before. */
  void newFailure(String attribute) {
    attributes.computeIfAbsent(attribute, each -> new Counts()).failures++;
  }

  /** The person at hand is done. */
  void person(boolean refusedNow) {
    compared++;
    people += differs ? 1 : 0;
    refused += refusedNow ? 1 : 0;
    differs = false;
  }

  TableDifference build() {
    SortedMap<String, AttributeDifference> all = new TreeMap<>();
    attributes.forEach(
        (name, counts) ->
            all.put(
                name,
                new AttributeDifference(
                    counts.people, counts.blanked, counts.failures, counts.samples)));
    return new TableDifference(compared, people, usernames, refused, all);
  }
}
