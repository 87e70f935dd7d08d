package io.attune.expression;

import io.attune.profile.AttributeKind;
import io.attune.profile.Profile;
import io.attune.profile.UnusableNumber;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of values inside an expression. Source: expression-language 4. */
public enum Kind {
  NULL("null", 1 << 0),
  STRING("string", 1 << 1),
  BOOLEAN("boolean", 1 << 2),
  INTEGER("integer", 1 << 3),
  NUMBER("number", 1 << 4),
  TIME("time", 1 << 5),
  COUNTRY_CODE("country code", 1 << 6),
  USER("user", 1 << 7),
  GROUP("group", 1 << 8),
  /** A map of criteria, or nothing: maps have no other use. */
  CRITERIA("map", 1 << 9),
  STRING_ARRAY("string array", 1 << 10),
  BOOLEAN_ARRAY("boolean array", 1 << 11),
  INTEGER_ARRAY("integer array", 1 << 12),
  NUMBER_ARRAY("number array", 1 << 13),
  GROUP_ARRAY("group array", 1 << 14),
  /** An array that is empty or mixed, or whose elements are not known. */
  ARRAY("array", 1 << 15);

  private final String label;
  private final int bit;

  Kind(String label, int bit) {
    this.label = label;
    this.bit = bit;
  }

  /** Its place in a set of kinds. */
  int bit() {
    return bit;
  }

  /** The kind in words, as messages name it. */
  public String label() {
    return label;
  }

  /** The kind of an attribute's values. */
  static Kind of(AttributeKind kind) {
    return valueOf(kind.name());
  }

  /** The array of elements of this kind. */
  Kind array() {
    return switch (this) {
      case STRING -> STRING_ARRAY;
      case BOOLEAN -> BOOLEAN_ARRAY;
      case INTEGER -> INTEGER_ARRAY;
      case NUMBER -> NUMBER_ARRAY;
      case GROUP -> GROUP_ARRAY;
      default -> ARRAY;
    };
  }

  /** The kind of a value that is there now. */
  static Kind of(@Nullable Object value) {
    if (value == null) {
      return NULL;
    } else if (value instanceof String) {
      return STRING;
    } else if (value instanceof Long) {
      return INTEGER;
    } else if (value instanceof Boolean) {
      return BOOLEAN;
    } else if (value instanceof Double || value instanceof UnusableNumber) {
      return NUMBER;
    } else if (value instanceof List<?> list) {
      return ofList(list);
    }
    return ofObject(value);
  }

  private static Kind ofObject(Object value) {
    if (value instanceof OffsetDateTime) {
      return TIME;
    } else if (value instanceof Group) {
      return GROUP;
    }
    if (value instanceof Country) {
      return COUNTRY_CODE;
    }
    return value instanceof Profile ? USER : CRITERIA;
  }

  private static Kind ofList(List<?> list) {
    if (list.isEmpty()) {
      return ARRAY;
    }
    Kind first = of(list.get(0)).array();
    for (int index = 1; index < list.size(); index++) {
      if (of(list.get(index)).array() != first) {
        return ARRAY;
      }
    }
    return first;
  }
}
