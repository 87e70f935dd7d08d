package io.attune.expression;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times as ISO 8601 writes them: three digits of milliseconds, {@code Z} for UTC. Years 0000 to
 * 9999. Source: expression-language 3, Time.
 */
final class IsoTime {
  private static final int LONGEST = 64;

  private static final DateTimeFormatter READING =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withChronology(IsoChronology.INSTANCE);

  private static final DateTimeFormatter WRITING =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss.SSS")
          .appendOffset("+HH:MM", "Z")
          .toFormatter(Locale.ROOT);

  private IsoTime() {}

  /** The time as text. */
  static String write(OffsetDateTime time) {
    return WRITING.format(time);
  }

  /** The time that a text says, at midnight where it has no time, in UTC where it has no offset. */
  static @Nullable OffsetDateTime read(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    try {
      return of(READING.parse(text));
    } catch (DateTimeException invalid) {
      return null;
    }
  }

  /**
   * The time of parsed fields; null outside of the years that the language has.
   *
   * @throws DateTimeException if they have no date
   */
  static @Nullable OffsetDateTime of(TemporalAccessor parsed) {
    LocalTime time = parsed.query(TemporalQueries.localTime());
    ZoneId zone = parsed.query(TemporalQueries.zone());
    LocalDateTime local =
        LocalDateTime.of(LocalDate.from(parsed), time == null ? LocalTime.MIDNIGHT : time);
    return inRange(local.atZone(zone == null ? ZoneOffset.UTC : zone).toOffsetDateTime());
  }

  /** The instant in a zone; null outside of the years that the language has. */
  static @Nullable OffsetDateTime of(Instant instant, ZoneId zone) {
    try {
      return inRange(instant.atZone(zone).toOffsetDateTime());
    } catch (DateTimeException outOfRange) {
      return null;
    }
  }

  /** The same time, or null outside of the years that the language has. */
  static @Nullable OffsetDateTime inRange(OffsetDateTime time) {
    return time.getYear() >= 0 && time.getYear() <= 9999 ? time : null;
  }
}
