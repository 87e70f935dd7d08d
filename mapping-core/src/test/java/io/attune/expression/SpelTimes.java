package io.attune.expression;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** {@code Time.…} and {@code DateTime.…}, by java.time alone. */
public final class SpelTimes {
  /** The clock of both sides. */
  static final Instant NOW = Instant.parse("2015-07-31T17:18:37.979Z");

  /** From 1601 to 1970. */
  private static final long WINDOWS_SECONDS = 11_644_473_600L;

  private static String iso(Instant time) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
        .format(time.atOffset(ZoneOffset.UTC));
  }

  /** {@code DateTime.…}. */
  public static final class Moments {
    public OffsetDateTime now() {
      return NOW.atOffset(ZoneOffset.UTC);
    }
  }

  public String now() {
    return iso(NOW);
  }

  public String now(String zone) {
    return now(zone, "uuuu-MM-dd'T'HH:mm:ss.SSSXXX");
  }

  public String now(String zone, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(NOW.atZone(ZoneId.of(zone)));
  }

  public String fromUnixToIso8601(String millis) {
    return iso(Instant.ofEpochMilli(Long.parseLong(millis)));
  }

  public String fromWindowsToIso8601(String ticks) {
    long all = Long.parseLong(ticks);
    return iso(Instant.ofEpochSecond(all / 10_000_000 - WINDOWS_SECONDS, all % 10_000_000 * 100));
  }

  public String fromIso8601ToUnix(String time) {
    return Long.toString(Instant.parse(time).toEpochMilli());
  }

  public String fromIso8601ToWindows(String time) {
    Instant instant = Instant.parse(time);
    return Long.toString(
        (instant.getEpochSecond() + WINDOWS_SECONDS) * 10_000_000 + instant.getNano() / 100);
  }

  public String fromIso8601ToString(String time, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .format(Instant.parse(time).atOffset(ZoneOffset.UTC));
  }

  public String fromStringToIso8601(String day, String pattern) {
    LocalDate date = LocalDate.parse(day, DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    return iso(date.atStartOfDay().toInstant(ZoneOffset.UTC));
  }
}
