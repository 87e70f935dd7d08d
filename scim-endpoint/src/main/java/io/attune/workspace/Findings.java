package io.attune.workspace;

import io.attune.json.Place;
import io.attune.json.Problem;
import io.attune.json.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/** What is wrong in the files of a workspace, while reading goes on. */
public final class Findings {
  private final List<Finding> found = new ArrayList<>();

  /** Notes a problem of a file. */
  public void add(String file, Problem problem) {
    found.add(new Finding(file, problem));
  }

  /** Notes an error at a place. */
  public void error(String file, Place place, ProblemCode code, String message, String hint) {
    add(file, Problem.error(place, code, message, hint));
  }

  /** Notes a warning at a place. */
  public void warning(String file, Place place, ProblemCode code, String message, String hint) {
    add(file, Problem.warning(place, code, message, hint));
  }

  /** Everything so far. */
  public List<Finding> all() {
    return List.copyOf(found);
  }

  /** Everything so far, as it is printed. */
  public List<String> rendered() {
    return found.stream().map(Finding::render).toList();
  }

  /**
   * Ends reading if there are errors.
   *
   * @throws InputErrors with all of them
   */
  public void throwIfErrors() {
    if (found.stream().anyMatch(Finding::isError)) {
      throw new InputErrors(found);
    }
  }
}
