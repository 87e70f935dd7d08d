package io.attune.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.json.Surrogates;
import io.attune.profile.AttributeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values of records as attributes hold them; null where a value is of another kind. */
final class RecordValues {
  private RecordValues() {}

  /** A JSON value as this kind holds it. */
  static @Nullable Object of(JsonNode node, AttributeKind kind) {
    if (!kind.isArray()) {
      return scalar(node, kind);
    }
    if (!node.isArray()) {
      return null;
    }
    List<Object> list = new ArrayList<>();
    for (JsonNode element : node) {
      Object value = scalar(element, kind.element());
      if (value == null) {
        return null;
      }
      list.add(value);
    }
    return List.copyOf(list);
  }

  private static @Nullable Object scalar(JsonNode node, AttributeKind kind) {
    return switch (kind) {
      case STRING ->
          node.isTextual() && Surrogates.arePaired(node.textValue()) ? node.textValue() : null;
      case BOOLEAN -> node.isBoolean() ? (Object) node.booleanValue() : flag(node.asText());
      case INTEGER -> node.isNumber() ? integer(node) : null;
      case NUMBER -> node.isNumber() ? finite(node.doubleValue()) : null;
      default -> null;
    };
  }

  private static @Nullable Object integer(JsonNode node) {
    if (node.isIntegralNumber()) {
      return node.canConvertToLong() ? (Object) node.longValue() : null;
    }
    double number = node.doubleValue();
    boolean whole = Math.rint(number) == number && Math.abs(number) < 1L << 53;
    return whole ? (Object) (long) number : null;
  }

  private static @Nullable Object finite(double number) {
    return Double.isFinite(number) ? (Object) number : null;
  }

  /** A text of a CSV cell as this kind holds it. */
  static @Nullable Object ofText(String text, AttributeKind kind) {
    try {
      return switch (kind) {
        case STRING -> Surrogates.arePaired(text) ? text : null;
        case BOOLEAN -> flag(text);
        case INTEGER -> (Object) Long.valueOf(number(text));
        case NUMBER -> finite(Double.parseDouble(number(text)));
        default -> null;
      };
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A cell that may be a number: Java reads other digits, hexadecimals and suffixes, too. */
  private static String number(String text) {
    String stripped = text.strip();
    if (stripped.length() > RecordFile.LIMITS.getMaxNumberLength()
        || !stripped.chars().allMatch(unit -> "0123456789+-.eE".indexOf(unit) >= 0)) {
      throw new NumberFormatException("no number");
    }
    return stripped;
  }

  /** True or false in any case, else null. */
  static @Nullable Boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> null;
    };
  }
}
