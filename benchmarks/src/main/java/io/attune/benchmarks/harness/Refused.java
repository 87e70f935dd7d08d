package io.attune.benchmarks.harness;

/** A comparison that would not be fair: variants that should compute the same did not. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says which variant differs, in one line. */
  public Refused(String message) {
    super(message);
  }
}
