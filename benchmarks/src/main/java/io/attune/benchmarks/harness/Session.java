package io.attune.benchmarks.harness;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * One run of the command, as groups see it.
 *
 * @param scratch a folder for data, deleted at the end
 * @param quick whether only to show that everything runs and agrees: small data, one round
 * @param progress where to say what is going on
 */
public record Session(Path scratch, boolean quick, PrintStream progress) {
  /** Says what is going on. */
  public void say(String line) {
    progress.println(line);
    progress.flush();
  }

  /** How many rounds to measure. */
  public int rounds() {
    return quick ? 1 : 3;
  }
}
