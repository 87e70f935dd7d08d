package io.attune.workspace;

import java.util.ArrayList;
import java.util.List;

/** What stands in the way of taking something back, each by name; never with a value. */
final class Obstacles {
  private final List<String> rendered = new ArrayList<>();

  void add(String file, int line, String key, String what) {
    rendered.add(file + ":" + line + ":1: error: `" + key + "` " + what);
  }

  /**
   * Gives up if there are any.
   *
   * @throws InputErrors with all of them
   */
  void throwIfAny(String hint) {
    if (!rendered.isEmpty()) {
      List<String> all = new ArrayList<>(rendered);
      all.set(all.size() - 1, all.get(all.size() - 1) + "\n hint: " + hint);
      throw new InputErrors(all);
    }
  }
}
