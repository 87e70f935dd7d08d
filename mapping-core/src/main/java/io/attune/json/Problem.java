package io.attune.json;

import io.attune.expression.Issue.Severity;
import java.util.List;

/**
 * One thing that is wrong with a file of the configuration. Source: formats, Command line.
 *
 * @param place where
 * @param severity whether it refuses the file
 * @param code stable: a {@link ProblemCode}, or the code of an expression's or a mapping's issue
 * @param message one line, lower case, no full stop; names keys, never an attribute's value
 * @param hint what to write instead; empty where there is nothing to say
 * @param excerpt lines to show below, as of an expression with a caret under the place; empty where
 *     the place says enough
 */
public record Problem(
    Place place,
    Severity severity,
    String code,
    String message,
    String hint,
    List<String> excerpt) {
  /** Copies the lines. */
  public Problem {
    excerpt = List.copyOf(excerpt);
  }

  /** An error. */
  public static Problem error(Place place, ProblemCode code, String message, String hint) {
    return new Problem(place, Severity.ERROR, code.name(), message, hint, List.of());
  }

  /** A warning. */
  public static Problem warning(Place place, ProblemCode code, String message, String hint) {
    return new Problem(place, Severity.WARNING, code.name(), message, hint, List.of());
  }

  /** Whether it refuses the file. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /**
   * The problem as it is shown, without a line end.
   *
   * <pre>
   * apps/acme_hr/mapping.json:12:31: error: user has no attribute `logn`
   *  hint: closest is `login`
   *  | user.logn
   *  | .....^^^^
   * </pre>
   *
   * @param file the name to show
   */
  public String render(String file) {
    StringBuilder out = new StringBuilder(file);
    out.append(':').append(place).append(": ").append(severity.label()).append(": ");
    out.append(message);
    if (!hint.isEmpty()) {
      out.append("\n hint: ").append(hint);
    }
    for (String line : excerpt) {
      out.append('\n').append(line);
    }
    return out.toString();
  }
}
