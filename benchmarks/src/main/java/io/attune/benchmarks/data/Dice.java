package io.attune.benchmarks.data;

/** Numbers that a seed and a person decide, whatever was drawn for anybody else. */
final class Dice {
  private long state;

  Dice(long seed, long person) {
    this.state = seed * 0x9E3779B97F4A7C15L + person * 0xD1B54A32D192ED03L;
  }

  /** 0 to {@code bound - 1}, each equally often. */
  int below(int bound) {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return (int) (((mixed ^ (mixed >>> 31)) >>> 33) % bound);
  }

  /** 0 to {@code bound - 1}, the small ones far more often. */
  int skewed(int bound) {
    return Math.min(below(bound), Math.min(below(bound), below(bound)));
  }
}
