package io.attune.benchmarks.harness;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * One run of the command, as groups see it.
 *
 * @param scratch a folder for data, deleted at the end
 * @param quick whether only to show that everything runs and agrees: small data, one round
 * @param sizes how many people whole runs take, or empty for what each group takes by itself
 * @param progress where to say what is going on
 */
public record Session(Path scratch, boolean quick, List<Integer> sizes, PrintStream progress) {
  /** Copies the list. */
  public Session {
    sizes = List.copyOf(sizes);
  }

  /** Says what is going on. */
  public void say(String line) {
    progress.println(line);
    progress.flush();
  }

  /** The sizes that the user asks for, else small ones when quick, else these. */
  public List<Integer> sizesOr(Integer... usual) {
    if (!sizes.isEmpty()) {
      return sizes;
    }
    return quick ? List.of(500) : List.of(usual);
  }

  /** How many rounds to measure. */
  public int rounds() {
    return quick ? 1 : 3;
  }
}
