package io.attune.expression;

import com.google.re2j.Pattern;
import io.attune.expression.Function.Parameter;
import io.attune.expression.Function.Want;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The {@code Convert} functions. Source: expression-language 3, Convert. */
final class ConvertFunctions {
  private static final Parameter VALUE = new Parameter("value", Want.TEXT_OR_NUMBER, false);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final Pattern DIGITS = Pattern.compile("-?[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private ConvertFunctions() {}

  /** All of them, in the order of the specification. */
  static List<Function> all() {
    return List.of(
        Function.of(
                "Convert.toInt",
                Kinds.INTEGER,
                "the integer that the digits say, or the number rounded half up",
                ConvertFunctions::toInt,
                VALUE)
            .example("Convert.toInt('1234')"),
        Function.of(
                "Convert.toNum",
                Kinds.NUMBER,
                "the number that the text says, with a decimal point",
                ConvertFunctions::toNum,
                VALUE)
            .example("Convert.toNum('3.141')"));
  }

  /** {@code toInteger()} as a method, which rounds what a text says, too. */
  static Function toIntegerMethod() {
    return Function.of(
            "toInteger",
            Kinds.INTEGER,
            "the number, or the number that the text says, rounded half up",
            ConvertFunctions::toInteger,
            VALUE)
        .example("'12'.toInteger()");
  }

  private static Object toInteger(Arguments arguments) {
    if (!(arguments.value(0) instanceof String text) || !DECIMAL.matches(text)) {
      return toInt(arguments);
    }
    try {
      return new BigDecimal(text).add(HALF).setScale(0, RoundingMode.FLOOR).longValueExact();
    } catch (ArithmeticException e) {
      throw outOfRange(arguments);
    }
  }

  static Object toInt(Arguments arguments) {
    Object value = arguments.value(0);
    if (value instanceof Long) {
      return value;
    }
    if (value instanceof Double number) {
      // Adding a half would itself round: of the largest number below 0.5 it makes 1.
      double whole = Math.floor(number);
      double rounded = number - whole >= 0.5 ? whole + 1 : whole;
      if (rounded < -0x1p63 || rounded >= 0x1p63) {
        throw outOfRange(arguments);
      }
      return (long) rounded;
    }
    String text = String.valueOf(value);
    if (!DIGITS.matches(text)) {
      throw arguments.fail(FailureCode.NOT_A_NUMBER, "this text is no integer");
    }
    try {
      return new BigDecimal(text).longValueExact();
    } catch (ArithmeticException e) {
      throw outOfRange(arguments);
    }
  }

  static Object toNum(Arguments arguments) {
    Object value = arguments.value(0);
    if (value instanceof Long integer) {
      return (double) integer;
    }
    if (value instanceof Double) {
      return value;
    }
    String text = String.valueOf(value);
    if (!DECIMAL.matches(text)) {
      throw arguments.fail(FailureCode.NOT_A_NUMBER, "this text is no number");
    }
    double number = Double.parseDouble(text);
    if (Double.isInfinite(number)) {
      throw outOfRange(arguments);
    }
    return number;
  }

  private static Abort outOfRange(Arguments arguments) {
    return arguments.fail(FailureCode.NUMBER_OUT_OF_RANGE, "the number has no place in 64 bits");
  }
}
