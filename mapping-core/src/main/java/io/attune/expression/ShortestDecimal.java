package io.attune.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal that reads back as the same double, without an exponent and with at least
 * one decimal. Not {@link Double#toString(double)}: JDK 17 and 25 differ there. Source:
 * expression-language 1, text.
 */
final class ShortestDecimal {
  private static final double EXACT = 0x1p50;
  private static final double[] TENS = {1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

  private ShortestDecimal() {}

  static String of(double value) {
    double magnitude = Math.abs(value);
    if (magnitude == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    if (magnitude < EXACT) {
      if (value == Math.rint(value)) {
        return Long.toString((long) value).concat(".0");
      }
      for (int places = 1; places <= TENS.length; places++) {
        double scaled = Math.rint(magnitude * TENS[places - 1]);
        if (scaled >= EXACT) {
          break;
        }
        // Both are exact, so the quotient is the correctly rounded reading of that decimal.
        if (scaled / TENS[places - 1] == magnitude) {
          return decimal(value < 0, (long) scaled, places);
        }
      }
    }
    return exact(value);
  }

  private static String decimal(boolean negative, long scaled, int places) {
    String digits = Long.toString(scaled);
    StringBuilder out = new StringBuilder(places + digits.length() + 3);
    out.append(negative ? "-" : "");
    for (int zeros = digits.length(); zeros <= places; zeros++) {
      out.append('0');
    }
    out.append(digits);
    return out.insert(out.length() - places, '.').toString();
  }

  /** Rounds to ever more digits, both ways, until one of them reads back. */
  private static String exact(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int precision = 1; precision < 17; precision++) {
      BigDecimal nearest = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
      BigDecimal outer = exact.round(new MathContext(precision, RoundingMode.UP));
      BigDecimal inner = exact.round(new MathContext(precision, RoundingMode.DOWN));
      for (BigDecimal candidate : new BigDecimal[] {nearest, inner, outer}) {
        if (candidate.doubleValue() == value) {
          return plain(candidate);
        }
      }
    }
    return plain(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
  }

  private static String plain(BigDecimal decimal) {
    BigDecimal stripped = decimal.stripTrailingZeros();
    return stripped.setScale(Math.max(1, stripped.scale())).toPlainString();
  }
}
