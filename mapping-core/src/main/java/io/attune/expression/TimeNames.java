package io.attune.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** English names of months, days, halves of days and eras, which in a JDK change with it. */
final class TimeNames {
  static final Map<Long, String> ERAS = numbered(0, List.of("BC", "AD"));
  static final Map<Long, String> HALVES = numbered(0, List.of("AM", "PM"));

  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private TimeNames() {}

  /** Names of months: three letters of them up to a count of three, else all. */
  static Map<Long, String> months(int count) {
    return numbered(1, count > 3 ? MONTHS : shortened(MONTHS));
  }

  /** Names of days, Monday first: three letters of them up to a count of three, else all. */
  static Map<Long, String> days(int count) {
    return numbered(1, count > 3 ? DAYS : shortened(DAYS));
  }

  private static List<String> shortened(List<String> names) {
    return names.stream().map(name -> name.substring(0, 3)).toList();
  }

  private static Map<Long, String> numbered(long first, List<String> names) {
    Map<Long, String> numbered = new LinkedHashMap<>();
    long number = first;
    for (String name : names) {
      numbered.put(number++, name);
    }
    return numbered;
  }
}
