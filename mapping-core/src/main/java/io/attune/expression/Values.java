package io.attune.expression;

import io.attune.profile.UnusableNumber;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rendering, comparing and refusing values. Source: expression-language 1 and 4. */
final class Values {
  private Values() {}

  /**
   * A value as text where text is wanted.
   *
   * @throws Abort if its kind has no text
   */
  static String render(Evaluator evaluator, int column, Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Long || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof Double number) {
      return ShortestDecimal.of(number);
    }
    throw wrongKind(evaluator, column, "a text", value);
  }

  /** Fails because an operand must be of one kind and is of another, or null. */
  static Abort wrongOperand(
      Evaluator evaluator, int column, String wanted, @Nullable Object value) {
    if (value == null) {
      return evaluator.fail(
          FailureCode.NULL_OPERAND, column, wanted + " is needed here, and this is null");
    }
    return wrongKind(evaluator, column, wanted, value);
  }

  /** Fails because a value is of a kind that cannot stand here. */
  static Abort wrongKind(Evaluator evaluator, int column, String wanted, Object value) {
    if (value instanceof UnusableNumber) {
      return unusable(evaluator, column);
    }
    return evaluator.fail(
        FailureCode.WRONG_KIND,
        column,
        wanted + " is needed here, and this is " + article(Kind.of(value).label()));
  }

  /** Fails because an attribute's number never was one. */
  static Abort unusable(Evaluator evaluator, int column) {
    return evaluator.fail(
        FailureCode.UNUSABLE_NUMBER, column, "this attribute holds a number that is too large");
  }

  /** A noun with its article; no kind begins with a u that needs `an`. */
  static String article(String noun) {
    if (noun.equals(Kinds.ANY)) {
      return "a value of any kind";
    }
    return ("aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }

  /** Equality of the language: integer and number by exact value, different kinds never. */
  static boolean equal(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return left == right;
    }
    if (left instanceof Long integer && right instanceof Double number) {
      return compare(integer, number) == 0;
    }
    if (left instanceof Double number && right instanceof Long integer) {
      return compare(integer, number) == 0;
    }
    if (left instanceof Double a && right instanceof Double b) {
      return a.doubleValue() == b.doubleValue();
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return equalLists(a, b);
    }
    if (left instanceof OffsetDateTime a && right instanceof OffsetDateTime b) {
      return a.isEqual(b);
    }
    return left.equals(right);
  }

  private static boolean equalLists(List<?> left, List<?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int index = 0; index < left.size(); index++) {
      if (!equal(left.get(index), right.get(index))) {
        return false;
      }
    }
    return true;
  }

  /** Compares by exact value: a long is never rounded into a double. */
  static int compare(long integer, double number) {
    if (number >= 0x1p63) {
      return -1;
    }
    if (number < -0x1p63) {
      return 1;
    }
    long whole = (long) number;
    if (integer != whole) {
      return Long.compare(integer, whole);
    }
    double rest = number - whole;
    return rest > 0 ? -1 : rest < 0 ? 1 : 0;
  }
}
