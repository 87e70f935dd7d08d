package io.attune.expression;

import static io.attune.expression.Function.text;

import io.attune.expression.Function.Reads;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code Time} functions: text in, text out. Source: expression-language 3, Time. */
final class TimeFunctions {
  private static final int LONGEST_ZONE = 64;
  private static final long TICKS_PER_MILLI = 10_000;

  /** From 1601-01-01, where Windows begins, to 1970-01-01. */
  private static final long WINDOWS_TO_UNIX_SECONDS = 11_644_473_600L;

  private TimeFunctions() {}

  /** All of them, in the order of the specification. */
  static List<Function> all() {
    return List.of(
        Function.of(
                "Time.now",
                Kinds.TEXT,
                "the time of this run, in a zone and by a pattern",
                TimeFunctions::nowAsText,
                text("zone"),
                text("pattern"))
            .optional(2)
            .reading(Reads.CLOCK)
            .example("Time.now('Asia/Tokyo')"),
        function(
                "fromWindowsToIso8601",
                "the time of a count of 100 ns ticks since 1601",
                arguments -> IsoTime.write(fromWindows(arguments)),
                "ticks")
            .example("Time.fromWindowsToIso8601('130828367179790000')"),
        function(
                "fromUnixToIso8601",
                "the time of a count of milliseconds since 1970",
                arguments -> IsoTime.write(fromUnix(arguments)),
                "millis")
            .example("Time.fromUnixToIso8601('1438363117979')"),
        function(
                "fromStringToIso8601",
                "the time that a text says in the form of a pattern",
                arguments -> IsoTime.write(fromPattern(arguments)),
                "text",
                "pattern")
            .example("Time.fromStringToIso8601('31 Jul 2015', 'dd MMM yyyy')"),
        function(
                "fromIso8601ToWindows",
                "the count of 100 ns ticks since 1601",
                arguments -> windows(fromIso(arguments)),
                "time")
            .example("Time.fromIso8601ToWindows('2015-07-31T17:18:37.979Z')"),
        function(
                "fromIso8601ToUnix",
                "the count of milliseconds since 1970",
                arguments -> unix(fromIso(arguments)),
                "time")
            .example("Time.fromIso8601ToUnix('2015-07-31T17:18:37.979Z')"),
        function(
                "fromIso8601ToString",
                "the time in the form of a pattern, at its own offset",
                arguments -> pattern(arguments, 1).write(fromIso(arguments)),
                "time",
                "pattern")
            .example("Time.fromIso8601ToString('2015-07-31T17:18:37.979Z', 'EEE dd/MM/yyyy')"));
  }

  private static Function function(
      String name, String documentation, Function.OfAny body, String... parameters) {
    Function.Parameter[] texts = new Function.Parameter[parameters.length];
    for (int index = 0; index < texts.length; index++) {
      texts[index] = text(parameters[index]);
    }
    return Function.of("Time." + name, Kinds.TEXT, documentation, body, texts);
  }

  private static String nowAsText(Arguments arguments) {
    ZoneId zone = arguments.count() > 0 ? zone(arguments, 0) : ZoneOffset.UTC;
    TimePattern pattern = arguments.count() > 1 ? pattern(arguments, 1) : null;
    OffsetDateTime now = inRange(arguments, IsoTime.of(clock(arguments), zone));
    return pattern == null ? IsoTime.write(now) : pattern.write(now);
  }

  /** The clock of the run. */
  static Instant clock(Arguments arguments) {
    Instant now = arguments.input().run().now();
    if (now == null) {
      throw arguments.fail(FailureCode.NO_CLOCK, "the evaluation was given no time");
    }
    return now;
  }

  static ZoneId zone(Arguments arguments, int index) {
    String name = arguments.text(index);
    try {
      if (name.length() <= LONGEST_ZONE) {
        return ZoneId.of(name, ZoneId.SHORT_IDS);
      }
    } catch (DateTimeException unknown) {
      // Told below, as is a name that is too long to be one.
    }
    throw arguments.fail(FailureCode.UNKNOWN_ZONE, "this text names no time zone");
  }

  static TimePattern pattern(Arguments arguments, int index) {
    TimePattern pattern = arguments.memo().timePattern(arguments.text(index));
    if (pattern == null) {
      throw arguments.fail(FailureCode.INVALID_PATTERN, "this text is no pattern of dates");
    }
    return pattern;
  }

  /** The time that the first argument counts in ticks of Windows. */
  static OffsetDateTime fromWindows(Arguments arguments) {
    long ticks = count(arguments);
    long seconds = Math.floorDiv(ticks, 1_000 * TICKS_PER_MILLI) - WINDOWS_TO_UNIX_SECONDS;
    long nanos = Math.floorMod(ticks, 1_000 * TICKS_PER_MILLI) * 100;
    return inRange(arguments, IsoTime.of(Instant.ofEpochSecond(seconds, nanos), ZoneOffset.UTC));
  }

  /** The time that the first argument counts in milliseconds of Unix. */
  static OffsetDateTime fromUnix(Arguments arguments) {
    return inRange(arguments, IsoTime.of(Instant.ofEpochMilli(count(arguments)), ZoneOffset.UTC));
  }

  private static long count(Arguments arguments) {
    try {
      String text = arguments.text(0);
      boolean ascii = text.chars().allMatch(unit -> unit == '-' || (unit >= '0' && unit <= '9'));
      if (ascii) {
        return Long.parseLong(text);
      }
    } catch (NumberFormatException noCount) {
      // Told below.
    }
    throw arguments.fail(FailureCode.INVALID_TIME, "this text counts no time: digits are needed");
  }

  /** The time that the first argument says in the form of the second. */
  static OffsetDateTime fromPattern(Arguments arguments) {
    OffsetDateTime time = pattern(arguments, 1).read(arguments.text(0));
    if (time == null) {
      throw arguments.fail(FailureCode.INVALID_TIME, "this text has not the form of the pattern");
    }
    return time;
  }

  /** The time that the first argument says in the form of ISO 8601. */
  static OffsetDateTime fromIso(Arguments arguments) {
    OffsetDateTime time = IsoTime.read(arguments.text(0));
    if (time == null) {
      throw arguments.fail(FailureCode.INVALID_TIME, "this text is no time of ISO 8601");
    }
    return time;
  }

  static OffsetDateTime inRange(Arguments arguments, @Nullable OffsetDateTime time) {
    if (time == null) {
      throw arguments.fail(
          FailureCode.TIME_OUT_OF_RANGE, "the time is not within the years 0000 to 9999");
    }
    return time;
  }

  static String windows(OffsetDateTime time) {
    long seconds = time.toEpochSecond() + WINDOWS_TO_UNIX_SECONDS;
    return Long.toString(seconds * 1_000 * TICKS_PER_MILLI + time.getNano() / 100);
  }

  static String unix(OffsetDateTime time) {
    return Long.toString(time.toInstant().toEpochMilli());
  }
}
