package io.attune.json;

import io.attune.json.JsonValue.JsonArray;
import io.attune.json.JsonValue.JsonFlag;
import io.attune.json.JsonValue.JsonNumber;
import io.attune.json.JsonValue.JsonText;
import io.attune.profile.AttributeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of an attribute that a configuration file spells out, as a default or an allowed one.
 */
final class ValueReader {
  private ValueReader() {}

  /** The value, or null if it is none of that kind. */
  static @Nullable Object read(JsonValue value, AttributeKind kind) {
    if (kind.isArray()) {
      return value instanceof JsonArray array ? list(array, kind.element()) : null;
    }
    if (value instanceof JsonText text) {
      return kind == AttributeKind.STRING ? text.value() : null;
    }
    if (value instanceof JsonFlag flag) {
      return kind == AttributeKind.BOOLEAN ? flag.value() : null;
    }
    return value instanceof JsonNumber number ? number(number, kind) : null;
  }

  private static @Nullable Object number(JsonNumber number, AttributeKind kind) {
    if (kind == AttributeKind.NUMBER) {
      double value = Double.parseDouble(number.literal());
      return Double.isFinite(value) ? value : null;
    }
    return kind == AttributeKind.INTEGER ? whole(number) : null;
  }

  private static @Nullable Long whole(JsonNumber number) {
    BigDecimal value = new BigDecimal(number.literal());
    // A huge exponent must not be written out: 64-bit integers have at most 19 digits.
    boolean small = value.precision() - value.scale() <= 19;
    if (!small || value.stripTrailingZeros().scale() > 0) {
      return null;
    }
    boolean fits = value.toBigInteger().bitLength() < Long.SIZE;
    return fits ? value.longValue() : null;
  }

  private static @Nullable List<Object> list(JsonArray array, AttributeKind element) {
    List<Object> values = new ArrayList<>();
    for (JsonValue each : array.elements()) {
      Object value = read(each, element);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return List.copyOf(values);
  }
}
