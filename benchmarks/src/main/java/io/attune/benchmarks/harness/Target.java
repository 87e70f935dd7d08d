package io.attune.benchmarks.harness;

import java.util.Locale;

/**
 * What we hold a figure to.
 *
 * @param what in words, as the table of targets has it
 * @param measured the figure itself, usually a ratio of one run
 * @param least what must be met
 * @param reach what we would like
 * @param lowIsGood whether smaller is better
 */
public record Target(String what, double measured, double least, double reach, boolean lowIsGood) {
  /** A target that a figure must not exceed. */
  public static Target atMost(String what, double measured, double least, double reach) {
    return new Target(what, measured, least, reach, true);
  }

  /** A target that a figure must not fall short of. */
  public static Target atLeast(String what, double measured, double least, double reach) {
    return new Target(what, measured, least, reach, false);
  }

  /** In one word, whether it is met. */
  public String verdict() {
    if (isWithin(reach)) {
      return "reached";
    }
    return isWithin(least) ? "met" : "**not met**";
  }

  private boolean isWithin(double bound) {
    return lowIsGood ? measured <= bound : measured >= bound;
  }

  /** A bound as people read it. */
  public String bound(double value) {
    return (lowIsGood ? "≤ " : "≥ ") + number(value);
  }

  /** Two or three digits that matter, never an exponent. */
  public static String number(double value) {
    double size = Math.abs(value);
    String pattern =
        size == 0
            ? "%.0f"
            : size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f";
    return String.format(Locale.ROOT, pattern, value);
  }
}
