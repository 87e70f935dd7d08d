package io.attune.workspace;

import io.attune.json.Place;
import io.attune.json.Problem;
import io.attune.json.ProblemCode;

/**
 * Something wrong with a file of a workspace.
 *
 * @param file as messages show it
 * @param problem what, and where in the file
 */
public record Finding(String file, Problem problem) {
  /** An error of a file as a whole, or at its first place. */
  static Finding error(String file, Place place, String message, String hint) {
    return new Finding(file, Problem.error(place, ProblemCode.UNUSABLE_FILE, message, hint));
  }

  /** Whether it hinders a run. */
  public boolean isError() {
    return problem.isError();
  }

  /** The finding as it is printed. */
  public String render() {
    return problem.render(file);
  }
}
