package io.attune.workspace;

import io.attune.json.Place;
import io.attune.json.Problem;
import io.attune.json.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/** What is wrong in the files of a workspace, while reading goes on. */
public final class Findings {
  private final List<String> rendered = new ArrayList<>();
  private boolean errors;

  /** Notes a problem of a file. */
  public void add(String file, Problem problem) {
    rendered.add(problem.render(file));
    errors |= problem.isError();
  }

  /** Notes an error at a place. */
  public void error(String file, Place place, ProblemCode code, String message, String hint) {
    add(file, Problem.error(place, code, message, hint));
  }

  /** Notes a warning at a place. */
  public void warning(String file, Place place, ProblemCode code, String message, String hint) {
    add(file, Problem.warning(place, code, message, hint));
  }

  /** Everything so far, as it is printed. */
  public List<String> rendered() {
    return List.copyOf(rendered);
  }

  /**
   * Ends reading if there are errors.
   *
   * @throws InputErrors with all of them
   */
  public void throwIfErrors() {
    if (errors) {
      throw new InputErrors(rendered);
    }
  }
}
