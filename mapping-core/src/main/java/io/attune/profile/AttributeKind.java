package io.attune.profile;

import java.util.List;

/**
 * The kind of an attribute and, with it, the Java class of its values. Source: Okta Schemas API,
 * {@code type} and {@code items.type}; okta-behaviour 2.3 (integers are 64-bit).
 */
public enum AttributeKind {
  /** {@link String}. */
  STRING("string"),
  /** {@link Boolean}. */
  BOOLEAN("boolean"),
  /** {@link Long}. */
  INTEGER("integer"),
  /** A finite {@link Double}, or an {@link UnusableNumber}. */
  NUMBER("number"),
  /** An immutable {@link List} of {@link String}. */
  STRING_ARRAY("string array"),
  /** An immutable {@link List} of {@link Boolean}. */
  BOOLEAN_ARRAY("boolean array"),
  /** An immutable {@link List} of {@link Long}. */
  INTEGER_ARRAY("integer array"),
  /** An immutable {@link List} of finite {@link Double}. */
  NUMBER_ARRAY("number array");

  private final String label;

  AttributeKind(String label) {
    this.label = label;
  }

  /** The kind in words, as error messages name it: {@code integer array}. */
  public String label() {
    return label;
  }

  /** Whether values are lists. */
  public boolean isArray() {
    return element() != this;
  }

  /** The kind of one element; the kind itself for a scalar. */
  public AttributeKind element() {
    return switch (this) {
      case STRING_ARRAY -> STRING;
      case BOOLEAN_ARRAY -> BOOLEAN;
      case INTEGER_ARRAY -> INTEGER;
      case NUMBER_ARRAY -> NUMBER;
      default -> this;
    };
  }

  /** The kind of a list of these; the kind itself for an array. */
  public AttributeKind array() {
    return switch (this) {
      case STRING -> STRING_ARRAY;
      case BOOLEAN -> BOOLEAN_ARRAY;
      case INTEGER -> INTEGER_ARRAY;
      case NUMBER -> NUMBER_ARRAY;
      default -> this;
    };
  }

  /** Whether {@code value} is one that this kind may hold. An absent value is no value. */
  public boolean holds(Object value) {
    if (isArray()) {
      return value instanceof List<?> list && list.stream().allMatch(element()::holdsElement);
    }
    return value instanceof UnusableNumber
        ? this == NUMBER || this == INTEGER
        : holdsElement(value);
  }

  private boolean holdsElement(Object value) {
    return switch (this) {
      case STRING -> value instanceof String;
      case BOOLEAN -> value instanceof Boolean;
      case INTEGER -> value instanceof Long;
      case NUMBER -> value instanceof Double number && Double.isFinite(number);
      default -> false;
    };
  }
}
