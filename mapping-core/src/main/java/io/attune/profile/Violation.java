package io.attune.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the schema that a value breaks. It names the attribute, the rule and the kind of the
 * value, never the value.
 *
 * @param attribute whose value it is
 * @param rule what it breaks
 * @param found the kind of the value: {@code string}, {@code boolean}, {@code integer}, {@code
 *     number}, {@code array} or {@code absent}
 */
public record Violation(AttributeDefinition attribute, Rule rule, String found) {
  static Violation of(AttributeDefinition attribute, Rule rule, @Nullable Object value) {
    return new Violation(attribute, rule, kind(value));
  }

  private static String kind(@Nullable Object value) {
    if (value == null) {
      return "absent";
    }
    if (value instanceof List<?>) {
      return "array";
    }
    for (AttributeKind kind : AttributeKind.values()) {
      if (kind.holds(value)) {
        return kind.label();
      }
    }
    return value.getClass().getSimpleName();
  }

  /** What a value can break. Source: okta-behaviour 2.2 to 2.17. */
  public enum Rule {
    /** It is absent, and may not be. */
    REQUIRED("it is required"),
    /** It is of another kind. */
    KIND("it has another type"),
    /** It is a text that no UTF-8 can hold. */
    UNPAIRED_SURROGATE("it holds half a character"),
    /** It is shorter than allowed. */
    MIN_LENGTH("it is too short"),
    /** It is longer than allowed. */
    MAX_LENGTH("it is too long"),
    /** It is smaller than allowed. */
    MINIMUM("it is too small"),
    /** It is larger than allowed. */
    MAXIMUM("it is too large"),
    /** It is none of the allowed values. */
    ENUM("it is none of the allowed values"),
    /** It does not have the form of its format. */
    FORMAT("it does not have the required form"),
    /** It does not match the login pattern. */
    PATTERN("it does not match the pattern");

    private final String label;

    Rule(String label) {
      this.label = label;
    }

    /** The rule in words, to follow an attribute's name. */
    public String label() {
      return label;
    }
  }
}
