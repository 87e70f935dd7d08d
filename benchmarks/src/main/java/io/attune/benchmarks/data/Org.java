package io.attune.benchmarks.data;

/**
 * An org to generate.
 *
 * @param people how many there are, before and in the feed
 * @param seed decides everything else
 */
public record Org(int people, long seed) {
  /** An org of the seed that the reports use. */
  public static Org of(int people) {
    return new Org(people, 2026);
  }

  /**
   * Whether a person changed since the last import, when so many of a thousand did. The same
   * everywhere, so that more changes include the fewer.
   */
  static boolean isChanged(int number, int changedPermille) {
    long mixed = (number * 0x9E3779B97F4A7C15L) >>> 1;
    return mixed % 1000 < changedPermille;
  }

  /** How many people changed. */
  public int changed(int changedPermille) {
    int changed = 0;
    for (int number = 0; number < people; number++) {
      changed += isChanged(number, changedPermille) ? 1 : 0;
    }
    return changed;
  }
}
