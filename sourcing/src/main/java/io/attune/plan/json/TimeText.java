package io.attune.plan.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as Okta writes them: {@code 2026-01-05T08:00:00.000Z}, always with milliseconds. */
public final class TimeText {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private TimeText() {}

  /** A time in UTC; what is finer than a millisecond is cut off. */
  public static String of(Instant time) {
    return MILLIS.format(time);
  }
}
