package io.attune.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A whole piece of work, done again and again in a JVM of its own. Needs a constructor without
 * arguments.
 */
public interface Job {
  /**
   * Gets ready for one run; not timed.
   *
   * @param data the folder with the data
   * @param options as the variant has them
   */
  void prepare(Path data, List<String> options) throws IOException;

  /** Does it, and answers what came out, in a few words that variants can be compared by. */
  String run() throws IOException;

  /** What else to know of the state that {@link #prepare} left: bytes kept, say; 0 if nothing. */
  default long kept() {
    return 0;
  }
}
