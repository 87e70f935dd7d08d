package io.attune.expression;

/** Where an expression stands, which decides what it may name. Source: expression-language 2. */
public enum Direction {
  /** A mapping from the app user to the Okta user. */
  TO_OKTA("a To Okta mapping"),
  /** A mapping from the Okta user to the app user. */
  TO_APP("a To App mapping"),
  /** A username format: it may read either side. */
  USERNAME_FORMAT("a username format"),
  /** No schemas: names and kinds are looked up when the expression runs. */
  UNTYPED("an expression without schemas");

  private final String label;

  Direction(String label) {
    this.label = label;
  }

  /** The direction in words, as messages name it. */
  public String label() {
    return label;
  }
}
