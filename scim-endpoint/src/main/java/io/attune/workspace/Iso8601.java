package io.attune.workspace;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Times as Okta writes them, {@code 2024-03-01T09:00:00.000Z}, from bytes. */
final class Iso8601 {
  private static final String PATTERN = "dddd-dd-ddTdd:dd:dd.dddZ";
  private static final int OTHER = -1;

  private Iso8601() {}

  /** Milliseconds since 1970-01-01 UTC; negative if it is earlier, or written in another way. */
  static long millis(byte[] line, int start, int end) {
    if (end - start != PATTERN.length()) {
      return OTHER;
    }
    for (int at = 0; at < PATTERN.length(); at++) {
      char expected = PATTERN.charAt(at);
      byte each = line[start + at];
      if (expected == 'd' ? each < '0' || each > '9' : each != expected) {
        return OTHER;
      }
    }
    int hour = number(line, start + 11, 2);
    int minute = number(line, start + 14, 2);
    int second = number(line, start + 17, 2);
    if (hour > 23 || minute > 59 || second > 59) {
      return OTHER;
    }
    try {
      long day =
          LocalDate.of(
                  number(line, start, 4), number(line, start + 5, 2), number(line, start + 8, 2))
              .toEpochDay();
      long seconds = day * 86_400 + hour * 3_600L + minute * 60L + second;
      return seconds * 1000 + number(line, start + 20, 3);
    } catch (DateTimeException e) {
      return OTHER;
    }
  }

  private static int number(byte[] line, int start, int digits) {
    int number = 0;
    for (int at = start; at < start + digits; at++) {
      number = number * 10 + line[at] - '0';
    }
    return number;
  }
}
