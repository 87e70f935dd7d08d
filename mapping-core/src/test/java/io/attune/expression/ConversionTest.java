package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.attune.profile.AttributeKind;
import io.attune.profile.UnusableNumber;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values into the kind of a target, at every edge. Source: expression-language 4. */
class ConversionTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "9, 9",
    "-7, -7",
    "007, 7",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808"
  })
  void aWholeTextIsAnInteger(String text, long expected) {
    assertEquals(expected, Conversion.convert(text, AttributeKind.INTEGER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+1",
        " 1",
        "1 ",
        "1-",
        "--1",
        "1.0",
        "/",
        ":",
        "1x",
        "0x1",
        "1e3",
        "1_000",
        "9223372036854775808",
        "-9223372036854775809",
        "\u0661"
      })
  void anyOtherTextIsNone(String text) {
    assertNull(Conversion.convert(text, AttributeKind.INTEGER));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1.5, 1.5", "-0.25, -0.25", "0.0, 0"})
  void aDecimalTextIsANumber(String text, double expected) {
    assertEquals(expected, Conversion.convert(text, AttributeKind.NUMBER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "-", ".5", "5.", "-.5", "1.2.3", "1-2", "1.-2", "NaN", "1e3"})
  void anyOtherTextIsNoNumber(String text) {
    assertNull(Conversion.convert(text, AttributeKind.NUMBER));
  }

  @Test
  void aNumeralHasAtMost64Characters() {
    assertEquals(1.0, Conversion.convert("0".repeat(63) + "1", AttributeKind.NUMBER));
    assertNull(Conversion.convert("0".repeat(64) + "1", AttributeKind.NUMBER));
    assertEquals(1L, Conversion.convert("0".repeat(63) + "1", AttributeKind.INTEGER));
  }

  @Test
  void aNumberIsAnIntegerIfItIsWholeAndHasAPlace() {
    assertEquals(2L, Conversion.convert(2.0, AttributeKind.INTEGER));
    assertNull(Conversion.convert(2.5, AttributeKind.INTEGER));
    assertEquals(Long.MIN_VALUE, Conversion.convert(-0x1p63, AttributeKind.INTEGER));
    assertNull(Conversion.convert(0x1p63, AttributeKind.INTEGER));
    assertNull(Conversion.convert(Math.nextDown(-0x1p63), AttributeKind.INTEGER));
    assertNull(Conversion.convert(UnusableNumber.INSTANCE, AttributeKind.STRING));
    assertNull(Conversion.convert(true, AttributeKind.NUMBER));
    assertNull(Conversion.convert(true, AttributeKind.INTEGER));
    assertNull(Conversion.convert(1L, AttributeKind.BOOLEAN));
  }

  @Test
  void arraysConvertElementByElement() {
    assertEquals(
        List.of(1L, 2L), Conversion.convert(List.of("1", 2.0), AttributeKind.INTEGER_ARRAY));
    assertEquals(List.of("1.0"), Conversion.convert(1.0, AttributeKind.STRING_ARRAY));
    assertNull(Conversion.convert(List.of("1", "x"), AttributeKind.INTEGER_ARRAY));
    assertNull(Conversion.convert(Arrays.asList("1", null), AttributeKind.INTEGER_ARRAY));
    assertNull(Conversion.convert(List.of("1"), AttributeKind.STRING));
    assertEquals(true, Conversion.convert("true", AttributeKind.BOOLEAN));
    assertEquals(false, Conversion.convert("false", AttributeKind.BOOLEAN));
    assertNull(Conversion.convert("TRUE", AttributeKind.BOOLEAN));
  }
}
