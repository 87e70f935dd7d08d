package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each letter with Joda-Time's meaning, and what is filled up. Source: expression-language 3. */
class TimePatternTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "yyyy; 2015; 2015-01-01T00:00:00.000Z",
        "YYYY; 2015; 2015-01-01T00:00:00.000Z",
        "YYYY G; 2015 AD; 2015-01-01T00:00:00.000Z",
        "yy; 49; 2049-01-01T00:00:00.000Z",
        "yy; 50; 1950-01-01T00:00:00.000Z",
        "MM; 07; 1970-07-01T00:00:00.000Z",
        "M; 7; 1970-07-01T00:00:00.000Z",
        "M; 12; 1970-12-01T00:00:00.000Z",
        "MMM; Jul; 1970-07-01T00:00:00.000Z",
        "dd MMMM yyyy; 31 July 2015; 2015-07-31T00:00:00.000Z",
        "dd; 31; 1970-01-31T00:00:00.000Z",
        "yyyyMMdd; 20150731; 2015-07-31T00:00:00.000Z",
        "yyyy D; 2015 212; 2015-07-31T00:00:00.000Z",
        "yyyy DDD; 2015 002; 2015-01-02T00:00:00.000Z",
        "EEE dd MMM yyyy; Fri 31 Jul 2015; 2015-07-31T00:00:00.000Z",
        "EEEE dd MMM yyyy; Friday 31 Jul 2015; 2015-07-31T00:00:00.000Z",
        "xxxx-'W'ww-e; 2015-W31-5; 2015-07-31T00:00:00.000Z",
        "xxxx-'W'ww; 2015-W31; 2015-07-27T00:00:00.000Z",
        "xxxx e; 2015 5; 2015-01-02T00:00:00.000Z",
        "xxxx ww EEE; 2015 31 Fri; 2015-07-31T00:00:00.000Z",
        "ww; 02; 1970-01-05T00:00:00.000Z",
        "HH:mm; 17:18; 1970-01-01T17:18:00.000Z",
        "H; 7; 1970-01-01T07:00:00.000Z",
        "k; 24; 1970-01-01T00:00:00.000Z",
        "hh:mm a; 05:18 PM; 1970-01-01T17:18:00.000Z",
        "hh:mm; 05:18; 1970-01-01T05:18:00.000Z",
        "hh HH; 05 17; 1970-01-01T17:00:00.000Z",
        "K a; 0 PM; 1970-01-01T12:00:00.000Z",
        "ss; 37; 1970-01-01T00:00:37.000Z",
        "mm; 18; 1970-01-01T00:18:00.000Z",
        "SSS; 979; 1970-01-01T00:00:00.979Z",
        "s.S; 1.5; 1970-01-01T00:00:01.500Z",
        "SSSSSSSSS; 979000000; 1970-01-01T00:00:00.979Z",
        "HH Z; 17 +0900; 1970-01-01T17:00:00.000+09:00",
        "HH ZZ; 17 +09:00; 1970-01-01T17:00:00.000+09:00",
        "HH ZZZ; 17 Asia/Tokyo; 1970-01-01T17:00:00.000+09:00",
        "HH z; 17 Asia/Tokyo; 1970-01-01T17:00:00.000+09:00",
        "yyyy'T'HH; 2015T17; 2015-01-01T17:00:00.000Z",
        "yyyy''MM; 2015'07; 2015-07-01T00:00:00.000Z",
        "HH 'o''clock'; 17 o'clock; 1970-01-01T17:00:00.000Z",
        "HH 'a'ss; 17 a37; 1970-01-01T17:00:37.000Z",
        "{yyyy}@[MM]`; {2015}@[07]`; 2015-07-01T00:00:00.000Z"
      })
  void readsAndFillsUp(String pattern, String text, String expected) {
    OffsetDateTime time = of(pattern).read(text);
    assertNotNull(time, pattern);
    assertEquals(expected, IsoTime.write(time));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "EEE dd MMM yyyy; Mon 31 Jul 2015",
        "yyyy-MM-dd; 2015-02-30",
        "yyyy-MM-dd; 2015-7-31",
        "HH; 24",
        "hh a; 13 PM",
        "hh HH; 06 17",
        "yyyy; 2015x",
        "MMM; jul",
        "D; 366"
      })
  void readsStrictly(String pattern, String text) {
    assertNull(of(pattern).read(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "yyyy-MM-dd'T'HH:mm:ss.SSSZZ; 2015-07-31T17:18:37.979+09:00",
        "EEEE, d MMMM YYYY G; Friday, 31 July 2015 AD",
        "h 'o''clock' a; 5 o'clock PM",
        "K k H; 5 17 17",
        "xxxx-ww-e D; 2015-31-5 212",
        "yy Z; 15 +0900"
      })
  void writes(String pattern, String expected) {
    OffsetDateTime time = OffsetDateTime.parse("2015-07-31T17:18:37.979+09:00");
    assertEquals(expected, of(pattern).write(time));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "b", "A", "yyyyyyyyyy", "SSSSSSSSSS", "yyyy'x", "'"})
  void isNoPattern(String pattern) {
    assertNull(TimePattern.of(pattern));
  }

  @Test
  void boundsPatternsAndTexts() {
    String longest = "-".repeat(Bounds.PATTERN_CHARS);
    assertNotNull(of(longest).read(longest));
    assertNull(TimePattern.of(longest + "-"));
    String quoted = "'" + "x".repeat(Bounds.PATTERN_CHARS - 2) + "'";
    assertNull(of(quoted).read("x".repeat(2 * Bounds.PATTERN_CHARS + 1)));
  }

  private static TimePattern of(String pattern) {
    return Objects.requireNonNull(TimePattern.of(pattern), pattern);
  }
}
