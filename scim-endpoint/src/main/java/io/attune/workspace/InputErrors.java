package io.attune.workspace;

import io.attune.json.Place;
import io.attune.json.Problem;
import java.util.List;

/** The input has errors; every one of them is here. Nothing was done. */
public final class InputErrors extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Finding> findings;

  InputErrors(List<Finding> findings) {
    super("the input has errors");
    this.findings = List.copyOf(findings);
  }

  /** One error, of a file as a whole or at its first place. */
  public static InputErrors of(String file, String message, String hint) {
    return at(file, Place.START, message, hint);
  }

  /** What is wrong with a file, each with its place. */
  public static InputErrors of(String file, List<Problem> problems) {
    return new InputErrors(problems.stream().map(each -> new Finding(file, each)).toList());
  }

  /** One error at a place. */
  static InputErrors at(String file, Place place, String message, String hint) {
    return new InputErrors(List.of(Finding.error(file, place, message, hint)));
  }

  /** The errors, and the warnings that were found with them. */
  public List<Finding> findings() {
    return findings;
  }

  /** The errors and warnings as they are printed. */
  public List<String> rendered() {
    return findings.stream().map(Finding::render).toList();
  }
}
