package io.attune.expression;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of dates with the meaning that Joda-Time gives its letters, which is not that of {@code
 * DateTimeFormatter}: {@code YYYY} is the year of the era, {@code xxxx} the year of weeks. Names
 * are English, from {@link TimeNames}. Source: expression-language 3, Time.
 *
 * <p>Reading is strict. What a pattern leaves out is filled up: 1970, January, the first, zero,
 * UTC.
 */
final class TimePattern {
  /** Two-digit years stand for 1950 to 2049, whenever they are read. */
  private static final int FIRST_TWO_DIGIT_YEAR = 1950;

  private static final Map<Character, TemporalField> NUMBERS =
      Map.ofEntries(
          Map.entry('w', IsoFields.WEEK_OF_WEEK_BASED_YEAR),
          Map.entry('e', ChronoField.DAY_OF_WEEK),
          Map.entry('D', ChronoField.DAY_OF_YEAR),
          Map.entry('M', ChronoField.MONTH_OF_YEAR),
          Map.entry('d', ChronoField.DAY_OF_MONTH),
          Map.entry('K', ChronoField.HOUR_OF_AMPM),
          Map.entry('h', ChronoField.CLOCK_HOUR_OF_AMPM),
          Map.entry('H', ChronoField.HOUR_OF_DAY),
          Map.entry('k', ChronoField.CLOCK_HOUR_OF_DAY),
          Map.entry('m', ChronoField.MINUTE_OF_HOUR),
          Map.entry('s', ChronoField.SECOND_OF_MINUTE));

  private static final int MOST_LETTERS = 9;

  private final DateTimeFormatter writing;
  private final DateTimeFormatter reading;

  private TimePattern(DateTimeFormatter writing, DateTimeFormatter reading) {
    this.writing = writing;
    this.reading = reading;
  }

  /** What a pattern means; null if it is none. */
  static @Nullable TimePattern of(String pattern) {
    if (pattern.isEmpty() || pattern.length() > Bounds.PATTERN_CHARS) {
      return null;
    }
    try {
      DateTimeFormatterBuilder writing = new DateTimeFormatterBuilder();
      DateTimeFormatterBuilder reading = new DateTimeFormatterBuilder();
      String letters = build(pattern, writing, false);
      build(pattern, reading, true);
      fillUp(letters, reading);
      return new TimePattern(
          writing.toFormatter(Locale.ROOT),
          reading
              .toFormatter(Locale.ROOT)
              .withChronology(IsoChronology.INSTANCE)
              .withResolverStyle(ResolverStyle.STRICT));
    } catch (IllegalArgumentException noPattern) {
      return null;
    }
  }

  String write(OffsetDateTime time) {
    return writing.format(time);
  }

  /** The time that a text says; null if it does not have this form. */
  @Nullable OffsetDateTime read(String text) {
    if (text.length() > 2 * Bounds.PATTERN_CHARS) {
      return null;
    }
    try {
      return IsoTime.of(reading.parse(text));
    } catch (DateTimeException invalid) {
      return null;
    }
  }

  /** Appends all parts and answers the letters met. */
  private static String build(String pattern, DateTimeFormatterBuilder out, boolean reading) {
    StringBuilder letters = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      char letter = pattern.charAt(at);
      int end = at + 1;
      if (letter == '\'') {
        end = quoted(pattern, at, out);
      } else if (!isLetter(letter)) {
        out.appendLiteral(letter);
      } else {
        while (end < pattern.length() && pattern.charAt(end) == letter) {
          end++;
        }
        letters.append(letter);
        boolean era = pattern.indexOf('G') >= 0;
        append(out, letter, end - at, reading && !era);
      }
      at = end;
    }
    return letters.toString();
  }

  private static boolean isLetter(char unit) {
    return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
  }

  /** Appends a quoted text, or one quote for two, and answers where it ends. */
  private static int quoted(String pattern, int at, DateTimeFormatterBuilder out) {
    if (pattern.startsWith("''", at)) {
      out.appendLiteral('\'');
      return at + 2;
    }
    int next = at + 1;
    while (next < pattern.length()) {
      if (pattern.startsWith("''", next)) {
        out.appendLiteral('\'');
        next += 2;
      } else if (pattern.charAt(next) == '\'') {
        return next + 1;
      } else {
        out.appendLiteral(pattern.charAt(next));
        next++;
      }
    }
    throw new IllegalArgumentException("a quote is not closed");
  }

  private static void append(
      DateTimeFormatterBuilder out, char letter, int count, boolean withoutEra) {
    if (count > MOST_LETTERS) {
      throw new IllegalArgumentException("too many letters");
    }
    switch (letter) {
      case 'G' -> out.appendText(ChronoField.ERA, TimeNames.ERAS);
      case 'a' -> out.appendText(ChronoField.AMPM_OF_DAY, TimeNames.HALVES);
      case 'E' -> out.appendText(ChronoField.DAY_OF_WEEK, TimeNames.days(count));
      case 'y' -> year(out, ChronoField.YEAR, count);
      case 'Y' -> year(out, withoutEra ? ChronoField.YEAR : ChronoField.YEAR_OF_ERA, count);
      case 'x' -> year(out, IsoFields.WEEK_BASED_YEAR, count);
      case 'S' -> out.appendFraction(ChronoField.NANO_OF_SECOND, count, count, false);
      case 'Z' -> zone(out, count);
      case 'z' -> out.appendZoneOrOffsetId();
      default -> number(out, letter, count);
    }
  }

  private static void number(DateTimeFormatterBuilder out, char letter, int count) {
    TemporalField field = NUMBERS.get(letter);
    if (field == null) {
      throw new IllegalArgumentException("no such letter");
    }
    if (letter == 'M' && count > 2) {
      out.appendText(ChronoField.MONTH_OF_YEAR, TimeNames.months(count));
    } else if (count == 1) {
      out.appendValue(field, 1, letter == 'D' ? 3 : 2, SignStyle.NOT_NEGATIVE);
    } else {
      out.appendValue(field, letter == 'D' ? Math.max(3, count) : count);
    }
  }

  private static void year(DateTimeFormatterBuilder out, TemporalField field, int count) {
    if (count == 2) {
      out.appendValueReduced(field, 2, 2, FIRST_TWO_DIGIT_YEAR);
    } else {
      out.appendValue(field, count, Math.max(4, count), SignStyle.NOT_NEGATIVE);
    }
  }

  private static void zone(DateTimeFormatterBuilder out, int count) {
    switch (count) {
      case 1 -> out.appendOffset("+HHMM", "+0000");
      case 2 -> out.appendOffset("+HH:MM", "+00:00");
      default -> out.appendZoneOrOffsetId();
    }
  }

  private static void fillUp(String letters, DateTimeFormatterBuilder out) {
    boolean weeks = hasAny(letters, "xw");
    if (!hasAny(letters, "yYx")) {
      out.parseDefaulting(weeks ? IsoFields.WEEK_BASED_YEAR : ChronoField.YEAR, 1970);
    }
    if (weeks) {
      fillUp(out, letters, "w", IsoFields.WEEK_OF_WEEK_BASED_YEAR, 1);
      fillUp(out, letters, "eE", ChronoField.DAY_OF_WEEK, 1);
    } else if (!hasAny(letters, "D")) {
      fillUp(out, letters, "M", ChronoField.MONTH_OF_YEAR, 1);
      fillUp(out, letters, "d", ChronoField.DAY_OF_MONTH, 1);
    }
    if (hasAny(letters, "Kh")) {
      if (!hasAny(letters, "Hk")) {
        fillUp(out, letters, "a", ChronoField.AMPM_OF_DAY, 0);
      }
    } else {
      fillUp(out, letters, "Hk", ChronoField.HOUR_OF_DAY, 0);
    }
    fillUp(out, letters, "m", ChronoField.MINUTE_OF_HOUR, 0);
    fillUp(out, letters, "s", ChronoField.SECOND_OF_MINUTE, 0);
    fillUp(out, letters, "S", ChronoField.NANO_OF_SECOND, 0);
  }

  private static void fillUp(
      DateTimeFormatterBuilder out, String letters, String any, TemporalField field, long value) {
    if (!hasAny(letters, any)) {
      out.parseDefaulting(field, value);
    }
  }

  private static boolean hasAny(String letters, String any) {
    return any.chars().anyMatch(letter -> letters.indexOf(letter) >= 0);
  }
}
