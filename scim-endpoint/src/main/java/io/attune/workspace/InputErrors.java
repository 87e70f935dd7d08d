package io.attune.workspace;

import java.util.List;

/** The input has errors; every one of them is here. Nothing was done. */
public final class InputErrors extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<String> rendered;

  InputErrors(List<String> rendered) {
    super("the input has errors");
    this.rendered = List.copyOf(rendered);
  }

  /** One error, of a file as a whole or at its first place. */
  public static InputErrors of(String file, String message, String hint) {
    String text = file + ":1:1: error: " + message;
    return new InputErrors(List.of(hint.isEmpty() ? text : text + "\n hint: " + hint));
  }

  /** The errors and warnings as they are printed. */
  public List<String> rendered() {
    return rendered;
  }
}
