package io.attune.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How well a criterion tells the members of a population apart, counted before a rule is switched
 * on. Keys are counted and never told; examples are numbers of members.
 *
 * @param members how many there are
 * @param usable how many have a key to match by
 * @param blank how many have no value, or a blank one; the rest have one that matches nothing
 * @param shared keys that several members have
 * @param collided keys that several members have by different values: normalisation made them equal
 */
public record KeyCensus(int members, int usable, int blank, Groups shared, Groups collided) {
  /** Most groups that are shown, and most members of each. */
  public static final int SHOWN = 5;

  /**
   * Groups of members who have one key.
   *
   * @param keys how many groups there are
   * @param members how many members are in them
   * @param largest how many are in the largest
   * @param examples the first groups, by their first members in the population's order
   */
  public record Groups(int keys, int members, int largest, List<List<Integer>> examples) {
    /** Copies the list. */
    public Groups {
      examples = List.copyOf(examples);
    }
  }

  /** Counts a criterion. */
  public static KeyCensus of(Criterion criterion, MatchPopulation population) {
    int slot = population.schema().slot(criterion.attribute());
    return count(
        KeyRules.of(criterion, population.schema()),
        population,
        person -> population.value(person, slot));
  }

  /** Counts first and last names. */
  public static KeyCensus ofNames(MatchPopulation population) {
    int first = population.schema().slot("firstName");
    int last = population.schema().slot("lastName");
    return count(
        KeyRules.names(population.schema()),
        population,
        person ->
            isBlank(population.value(person, first)) || isBlank(population.value(person, last))
                ? null
                : List.of(
                    String.valueOf(population.value(person, first)),
                    String.valueOf(population.value(person, last))));
  }

  /** What a member has before anything is made equal; null if that is nothing. */
  @FunctionalInterface
  private interface Raw {
    @Nullable Object of(int member);
  }

  private static KeyCensus count(KeyRule rule, MatchPopulation population, Raw raw) {
    int blank = 0;
    for (int member = 0; member < population.size(); member++) {
      blank += isBlank(raw.of(member)) ? 1 : 0;
    }
    KeyIndex index = new KeyIndex(rule, population);
    int[] usable = new int[1];
    Gathered shared = new Gathered(population, index);
    Gathered collided = new Gathered(population, index);
    index.forEachChain(
        first -> {
          usable[0] += index.count(first);
          if (index.count(first) > 1) {
            shared.add(first);
            if (differs(index, first, raw)) {
              collided.add(first);
            }
          }
        });
    return new KeyCensus(population.size(), usable[0], blank, shared.groups(), collided.groups());
  }

  private static boolean differs(KeyIndex index, int first, Raw raw) {
    Object value = raw.of(first);
    boolean[] differs = new boolean[1];
    index.forEach(first, member -> differs[0] |= !Objects.equals(value, raw.of(member)));
    return differs[0];
  }

  private static boolean isBlank(@Nullable Object value) {
    return value == null || TextKeys.isBlank(value.toString());
  }

  /** Groups as they are found: counted, and the first few kept. */
  private static final class Gathered {
    private final MatchPopulation population;
    private final KeyIndex index;
    private final List<Integer> firsts = new ArrayList<>();
    private int keys;
    private int members;
    private int largest;

    Gathered(MatchPopulation population, KeyIndex index) {
      this.population = population;
      this.index = index;
    }

    void add(int first) {
      keys++;
      members += index.count(first);
      largest = Math.max(largest, index.count(first));
      firsts.add(first);
      if (firsts.size() > SHOWN) {
        firsts.sort(population::compare);
        firsts.remove(SHOWN);
      }
    }

    Groups groups() {
      firsts.sort(population::compare);
      List<List<Integer>> examples =
          firsts.stream().map(first -> index.people(first, SHOWN, Matcher.NOBODY)).toList();
      return new Groups(keys, members, largest, examples);
    }
  }
}
