package io.attune.benchmarks.expressions;

/**
 * What one round measured of one engine.
 *
 * @param nanos CPU time of evaluating one set for one person
 * @param bytes allocated meanwhile
 * @param compileNanos CPU time of compiling one set, 0 where it was not asked for
 */
record Measurement(double nanos, double bytes, double compileNanos) {
  /** As one line of a process's output. */
  String line() {
    return "measured " + nanos + " " + bytes + " " + compileNanos;
  }

  static boolean isOne(String line) {
    return line.startsWith("measured ");
  }

  static Measurement parse(String line) {
    String[] parts = line.split(" ", -1);
    return new Measurement(
        Double.parseDouble(parts[1]), Double.parseDouble(parts[2]), Double.parseDouble(parts[3]));
  }
}
