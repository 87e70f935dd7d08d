package io.attune.expression;

import com.google.re2j.Pattern;
import io.attune.expression.Function.Parameter;
import io.attune.expression.Function.Want;
import java.math.BigDecimal;
import java.util.List;

/** The {@code Convert} functions. Source: expression-language 3, Convert. */
final class ConvertFunctions {
  private static final Pattern DIGITS = Pattern.compile("-?[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private ConvertFunctions() {}

  /** All of them, in the order of the specification. */
  static List<Function> all() {
    Parameter value = new Parameter("value", Want.TEXT_OR_NUMBER, false);
    return List.of(
        Function.of(
                "Convert.toInt",
                Kinds.INTEGER,
                "the integer that the digits say, or the number rounded half up",
                ConvertFunctions::toInt,
                value)
            .example("Convert.toInt('1234')"),
        Function.of(
                "Convert.toNum",
                Kinds.NUMBER,
                "the number that the text says, with a decimal point",
                ConvertFunctions::toNum,
                value)
            .example("Convert.toNum('3.141')"));
  }

  static Object toInt(Arguments arguments) {
    Object value = arguments.value(0);
    if (value instanceof Long) {
      return value;
    }
    if (value instanceof Double number) {
      double rounded = Math.floor(number + 0.5);
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
