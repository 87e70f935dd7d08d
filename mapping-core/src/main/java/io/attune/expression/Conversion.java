package io.attune.expression;

import io.attune.profile.AttributeKind;
import io.attune.profile.UnusableNumber;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values into the kind of a target. Source: expression-language 4. */
final class Conversion {
  /** How sure a conversion is, from kinds alone. */
  enum Chance {
    ALWAYS,
    SOMETIMES,
    NEVER
  }

  private Conversion() {}

  /** Whether values of one kind convert. */
  static Chance chance(Kind kind, AttributeKind target) {
    if (target.isArray()) {
      if (kind == Kind.ARRAY) {
        return Chance.SOMETIMES;
      }
      Kind element = element(kind);
      return chance(element == null ? kind : element, target.element());
    }
    return switch (kind) {
      case STRING -> target == AttributeKind.STRING ? Chance.ALWAYS : Chance.SOMETIMES;
      case BOOLEAN -> sure(target == AttributeKind.STRING || target == AttributeKind.BOOLEAN);
      case INTEGER -> sure(target != AttributeKind.BOOLEAN);
      case NUMBER ->
          target == AttributeKind.INTEGER
              ? Chance.SOMETIMES
              : sure(target != AttributeKind.BOOLEAN);
      case TIME, COUNTRY_CODE -> sure(target == AttributeKind.STRING);
      default -> Chance.NEVER;
    };
  }

  private static Chance sure(boolean fits) {
    return fits ? Chance.ALWAYS : Chance.NEVER;
  }

  private static @Nullable Kind element(Kind kind) {
    return switch (kind) {
      case STRING_ARRAY -> Kind.STRING;
      case BOOLEAN_ARRAY -> Kind.BOOLEAN;
      case INTEGER_ARRAY -> Kind.INTEGER;
      case NUMBER_ARRAY -> Kind.NUMBER;
      default -> null;
    };
  }

  /** The value as the target holds it, or null if it does not convert. */
  static @Nullable Object convert(Object value, AttributeKind target) {
    if (!target.isArray()) {
      return value instanceof List ? null : scalar(value, target);
    }
    List<?> elements = value instanceof List<?> list ? list : List.of(value);
    List<Object> converted = new ArrayList<>(elements.size());
    for (Object element : elements) {
      Object each = element == null ? null : scalar(element, target.element());
      if (each == null) {
        return null;
      }
      converted.add(each);
    }
    return List.copyOf(converted);
  }

  private static @Nullable Object scalar(Object value, AttributeKind target) {
    if (value instanceof UnusableNumber) {
      return null;
    }
    return switch (target) {
      case STRING -> text(value);
      case BOOLEAN -> flag(value);
      case INTEGER -> integer(value);
      case NUMBER -> number(value);
      default -> null;
    };
  }

  private static @Nullable Object text(Object value) {
    if (value instanceof String || value instanceof Long || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof OffsetDateTime time) {
      return IsoTime.write(time);
    }
    if (value instanceof Country country) {
      return country.alpha2();
    }
    return value instanceof Double number ? ShortestDecimal.of(number) : null;
  }

  private static @Nullable Object flag(Object value) {
    if (value instanceof Boolean) {
      return value;
    }
    return "true".equals(value) ? (Object) true : "false".equals(value) ? (Object) false : null;
  }

  private static @Nullable Object integer(Object value) {
    if (value instanceof Long) {
      return value;
    }
    if (value instanceof Double number) {
      boolean whole = Math.rint(number) == number && number >= -0x1p63 && number < 0x1p63;
      return whole ? (Object) number.longValue() : null;
    }
    if (!(value instanceof String text) || !isNumeral(text) || text.contains(".")) {
      return null;
    }
    try {
      return new BigDecimal(text).longValueExact();
    } catch (ArithmeticException e) {
      return null;
    }
  }

  private static @Nullable Object number(Object value) {
    if (value instanceof Long integer) {
      return (double) integer;
    }
    if (value instanceof Double) {
      return value;
    }
    if (!(value instanceof String text) || !isNumeral(text)) {
      return null;
    }
    double number = Double.parseDouble(text);
    return Double.isFinite(number) ? (Object) number : null;
  }

  /** Digits, a sign before them, a decimal point among them. */
  private static boolean isNumeral(String text) {
    int digits = 0;
    int points = 0;
    for (int index = 0; index < text.length(); index++) {
      char unit = text.charAt(index);
      if (unit >= '0' && unit <= '9') {
        digits++;
      } else if (unit == '.' && digits > 0 && index < text.length() - 1) {
        points++;
      } else if (unit != '-' || index > 0) {
        return false;
      }
    }
    return digits > 0 && points <= 1 && text.length() <= 64;
  }
}
