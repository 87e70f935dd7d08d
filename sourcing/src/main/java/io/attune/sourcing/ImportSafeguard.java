package io.attune.sourcing;

/**
 * The share of a population that one import may unassign. Source: okta-behaviour 6.1 to 6.4; Okta,
 * Import Safeguards.
 *
 * @param enabled whether the limit is on at all
 * @param percent whole percent of the population, 0 to 100 inclusive
 * @param minimumPopulation the smallest population that the limit applies to, at least 0
 * @param comparison whether exactly the share still proceeds
 */
public record ImportSafeguard(
    boolean enabled, int percent, int minimumPopulation, Comparison comparison) {
  /** How the share is compared. */
  public enum Comparison {
    /** More than the share pauses. */
    STRICT,
    /** The share itself pauses already. */
    INCLUSIVE
  }

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if {@code percent} is outside 0 to 100 or the minimum negative
   */
  public ImportSafeguard {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("safeguard percent must be 0 to 100, got " + percent);
    }
    if (minimumPopulation < 0) {
      throw new IllegalArgumentException(
          "safeguard minimum must not be negative, got " + minimumPopulation);
    }
  }

  /** An app's limit, which applies to apps with more than this many users. */
  public static ImportSafeguard ofApp(
      boolean enabled, int percent, int moreThanUsers, Comparison comparison) {
    return new ImportSafeguard(enabled, percent, Math.addExact(moreThanUsers, 1), comparison);
  }

  /** Whether the limit is on and the population large enough. */
  public boolean applies(int population) {
    return enabled && population >= minimumPopulation;
  }

  /**
   * Whether this many unassignments pause the import. Without any there is nothing to pause.
   *
   * @param unassigned how many links the import removes, 0 to {@code population}
   * @param population active links before the import
   */
  public boolean pauses(int unassigned, int population) {
    if (!applies(population) || unassigned == 0) {
      return false;
    }
    // Cross-multiplied in long: exact at the boundary.
    long share = 100L * unassigned;
    long limit = (long) percent * population;
    return comparison == Comparison.STRICT ? share > limit : share >= limit;
  }

  /** The most unassignments that still proceed: the population itself where nothing limits it. */
  public int allowed(int population) {
    if (!applies(population)) {
      return population;
    }
    long limit = (long) percent * population;
    long allowed = comparison == Comparison.STRICT ? limit / 100 : (limit + 99) / 100 - 1;
    return (int) Math.max(0, Math.min(population, allowed));
  }
}
