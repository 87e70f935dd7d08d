package io.attune.benchmarks.harness;

import java.util.List;

/**
 * Something measured, once or several times.
 *
 * @param unit such as {@code ms} or {@code bytes}
 * @param median of all rounds
 * @param min of all rounds
 * @param max of all rounds
 * @param rounds how often it was measured, at least 1
 */
public record Figure(String unit, double median, double min, double max, int rounds) {
  /** Checks the order of the three. */
  public Figure {
    if (rounds < 1 || !(min <= median && median <= max)) {
      throw new IllegalArgumentException("a figure needs rounds, and min <= median <= max");
    }
  }

  /**
   * What several rounds gave.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Figure of(String unit, List<Double> rounds) {
    List<Double> sorted = rounds.stream().sorted().toList();
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Figure(unit, median, sorted.get(0), sorted.get(sorted.size() - 1), sorted.size());
  }

  /** Something counted, which every round would count the same. */
  public static Figure counted(String unit, double value) {
    return new Figure(unit, value, value, value, 1);
  }

  /** This figure in another unit, of which {@code factor} make one of this unit. */
  public Figure in(String other, double factor) {
    return new Figure(other, median * factor, min * factor, max * factor, rounds);
  }

  /** This figure in units of {@code other}'s median, spread included. */
  public Figure dividedBy(Figure other) {
    double by = other.median();
    return new Figure("×", median / by, min / by, max / by, rounds);
  }
}
