package io.attune.scim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.attune.profile.AttributeKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of CSV as the schema reads them. Source: formats, Records; trust 4. */
class RecordValuesTest {
  @ParameterizedTest
  @CsvSource({"12,12", "' 12 ',12", "-7,-7", "+7,7", "9223372036854775807,9223372036854775807"})
  void integers(String cell, long value) {
    assertEquals(value, RecordValues.ofText(cell, AttributeKind.INTEGER));
  }

  @ParameterizedTest
  @CsvSource({"1.5,1.5", "1e3,1000", "-0.25,-0.25", "7,7"})
  void numbers(String cell, double value) {
    assertEquals(value, RecordValues.ofText(cell, AttributeKind.NUMBER));
  }

  @ParameterizedTest
  @CsvSource({
    "INTEGER,１２",
    "INTEGER,9223372036854775808",
    "INTEGER,0x10",
    "INTEGER,12L",
    "INTEGER,1.5",
    "NUMBER,1d",
    "NUMBER,1f",
    "NUMBER,0x1p3",
    "NUMBER,NaN",
    "NUMBER,Infinity",
    "NUMBER,1e999",
    "NUMBER,00000000000000000000000000000000000000000000000000000000000000001",
  })
  void whatIsNoNumber(AttributeKind kind, String cell) {
    assertNull(RecordValues.ofText(cell, kind));
  }
}
