package io.attune.workspace;

import io.attune.json.Place;
import java.util.ArrayList;
import java.util.List;

/** What stands in the way of taking something back, each by name; never with a value. */
final class Obstacles {
  private final String hint;
  private final List<Finding> found = new ArrayList<>();

  /** None yet; {@code hint} says what to do about them. */
  Obstacles(String hint) {
    this.hint = hint;
  }

  void add(String file, int line, String key, String what) {
    String first = found.isEmpty() ? hint : "";
    found.add(Finding.error(file, new Place(line, 1), "`" + key + "` " + what, first));
  }

  /**
   * Gives up if there are any.
   *
   * @throws InputErrors with all of them
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InputErrors(found);
    }
  }
}
