package io.attune.expression.spel;

import java.math.BigDecimal;

/** Numbers as literals: no exponent, at least one decimal. */
final class Decimals {
  private Decimals() {}

  /** Exact, because the literal must read back as the same double on every JDK. */
  static String plain(double number) {
    BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    return shortest.setScale(Math.max(1, shortest.scale())).toPlainString();
  }
}
