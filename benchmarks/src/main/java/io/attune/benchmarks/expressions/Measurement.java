package io.attune.benchmarks.expressions;

/**
 * What one round measured of one engine.
 *
 * @param nanos CPU time of evaluating one set for one person
 * @param bytes allocated meanwhile
 * @param compileNanos CPU time of compiling one set, 0 where it was not asked for
 */
record Measurement(double nanos, double bytes, double compileNanos) {
  /** What its line begins with. */
  static final String MARK = "measured ";

  /** As one line of a process's output. */
  String line() {
    return MARK + nanos + " " + bytes + " " + compileNanos;
  }

  /** Reads what follows the mark. */
  static Measurement parse(String text) {
    String[] parts = text.split(" ", -1);
    return new Measurement(
        Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
  }
}
