package io.attune.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the language differs from SpEL on purpose. Source: expression-language 1. */
enum IntendedDifference {
  NULL_IN_TEXT("SpEL joins the word `null`; here a null counts as the empty text and warns"),
  ORDER_OF_NULL("SpEL orders null before everything; here ordering null is an error"),
  OVERFLOW("SpEL wraps integers around and makes numbers infinite; here overflow is an error"),
  DIVISION_BY_ZERO("SpEL divides numbers by zero into infinity; here it is an error"),
  NEGATIVE_ZERO("SpEL negates by subtracting from zero; here `-` changes the sign of 0.0 too");

  private final String reason;

  IntendedDifference(String reason) {
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  /** Whether an evaluation met one of these, so that SpEL need not agree. */
  static boolean covers(Evaluation evaluation) {
    return met(evaluation) != null;
  }

  private static @Nullable IntendedDifference met(Evaluation evaluation) {
    if (!evaluation.warnings().isEmpty()) {
      return NULL_IN_TEXT;
    }
    if (!(evaluation instanceof Evaluation.Failed failed)) {
      return null;
    }
    return switch (failed.failure().code()) {
      case NULL_OPERAND -> ORDER_OF_NULL;
      case OVERFLOW -> OVERFLOW;
      case DIVISION_BY_ZERO -> DIVISION_BY_ZERO;
      default -> null;
    };
  }

  /** Whether two results are equal, {@link #NEGATIVE_ZERO} apart. */
  static boolean sameButForZeros(Object theirs, Object ours) {
    if (theirs instanceof Double a && ours instanceof Double b) {
      return a.equals(b) || (a == 0 && b == 0);
    }
    if (theirs instanceof List<?> a && ours instanceof List<?> b && a.size() == b.size()) {
      for (int index = 0; index < a.size(); index++) {
        Object left = a.get(index);
        Object right = b.get(index);
        boolean bothNull = left == null && right == null;
        if (!bothNull && (left == null || right == null || !sameButForZeros(left, right))) {
          return false;
        }
      }
      return true;
    }
    return theirs.equals(ours);
  }
}
