package io.attune.expression;

import static io.attune.expression.Function.integer;
import static io.attune.expression.Function.text;

import io.attune.expression.Function.Parameter;
import io.attune.expression.Function.Reads;
import io.attune.expression.Function.Want;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code DateTime.now()} and what can be asked of a time. Source: expression-language 3. */
final class TimeMethods {
  private static final Parameter TIME = new Parameter("time", Want.TIME, false);
  private static final Kinds RESULT = Kinds.of(Kind.TIME);
  private static final List<ChronoUnit> UNITS =
      List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS);

  private TimeMethods() {}

  /** {@code DateTime.now()}. */
  static Function now() {
    return Function.of(
            "DateTime.now",
            RESULT,
            "the time of this run",
            arguments ->
                TimeFunctions.inRange(
                    arguments, IsoTime.of(TimeFunctions.clock(arguments), ZoneOffset.UTC)))
        .reading(Reads.CLOCK)
        .example("DateTime.now().toUnix()");
  }

  /** The methods of a text that read a time from it. */
  static Map<String, Function> ofText() {
    return Function.byName(
        Function.of(
                "parseWindowsTime",
                RESULT,
                "the time of a count of 100 ns ticks since 1601",
                TimeFunctions::fromWindows,
                text("ticks"))
            .example("'130828367179790000'.parseWindowsTime().toUnix()"),
        Function.of(
                "parseUnixTime",
                RESULT,
                "the time of a count of milliseconds since 1970",
                TimeFunctions::fromUnix,
                text("millis"))
            .example("'1438363117979'.parseUnixTime().toString('yyyy')"),
        Function.of(
                "parseStringTime",
                RESULT,
                "the time of an ISO 8601 text, or of one in the form of a pattern",
                arguments ->
                    arguments.count() > 1
                        ? TimeFunctions.fromPattern(arguments)
                        : TimeFunctions.fromIso(arguments),
                text("text"),
                text("pattern"))
            .optional(1)
            .example("'2015-07-31'.parseStringTime('yyyy-MM-dd').toUnix()"));
  }

  /** The methods of a time. */
  static Map<String, Function> ofTime() {
    Map<String, Function> methods =
        new LinkedHashMap<>(
            Function.byName(
                Function.of(
                        "toWindows",
                        Kinds.TEXT,
                        "the count of 100 ns ticks since 1601",
                        arguments -> TimeFunctions.windows(time(arguments)),
                        TIME)
                    .example("DateTime.now().toWindows()"),
                Function.of(
                        "toUnix",
                        Kinds.TEXT,
                        "the count of milliseconds since 1970",
                        arguments -> TimeFunctions.unix(time(arguments)),
                        TIME)
                    .example("DateTime.now().toUnix()"),
                Function.of(
                        "toString",
                        Kinds.TEXT,
                        "the time as ISO 8601 writes it, or in the form of a pattern",
                        TimeMethods::write,
                        TIME,
                        text("pattern"))
                    .optional(1)
                    .example("DateTime.now().toString('dd.MM.yyyy')"),
                Function.of(
                        "toZone",
                        RESULT,
                        "the same instant in a zone",
                        TimeMethods::toZone,
                        TIME,
                        text("zone"))
                    .example("DateTime.now().toZone('Asia/Tokyo').toString()")));
    UNITS.forEach(unit -> add(methods, step("plus", unit, 1)));
    UNITS.forEach(unit -> add(methods, step("minus", unit, -1)));
    UNITS.forEach(unit -> add(methods, within(unit)));
    return methods;
  }

  private static void add(Map<String, Function> methods, Function method) {
    methods.put(method.name(), method);
  }

  /** {@code plusDays} and its kin; of days, 24 hours each: times have an offset and no zone. */
  private static Function step(String verb, ChronoUnit unit, int sign) {
    String name = verb + unit;
    return Function.of(
            name,
            RESULT,
            "the time so many " + words(unit) + (sign > 0 ? " later" : " earlier"),
            arguments -> moved(arguments, unit, sign),
            TIME,
            integer(words(unit)))
        .example("DateTime.now()." + name + "(1).toString()");
  }

  /** {@code withinDays} and its kin: the distance from now, in either direction. */
  private static Function within(ChronoUnit unit) {
    String name = "within" + unit;
    return Function.of(
            name,
            Kinds.BOOLEAN,
            "whether the time is at most so many " + words(unit) + " from now",
            arguments -> isWithin(arguments, unit),
            TIME,
            integer(words(unit)))
        .reading(Reads.CLOCK)
        .example("DateTime.now()." + name + "(1)");
  }

  private static String words(ChronoUnit unit) {
    return unit.toString().toLowerCase(Locale.ROOT);
  }

  private static OffsetDateTime time(Arguments arguments) {
    return (OffsetDateTime) arguments.given(0);
  }

  private static String write(Arguments arguments) {
    return arguments.count() > 1
        ? TimeFunctions.pattern(arguments, 1).write(time(arguments))
        : IsoTime.write(time(arguments));
  }

  private static OffsetDateTime toZone(Arguments arguments) {
    return TimeFunctions.inRange(
        arguments, IsoTime.of(time(arguments).toInstant(), TimeFunctions.zone(arguments, 1)));
  }

  private static OffsetDateTime moved(Arguments arguments, ChronoUnit unit, int sign) {
    OffsetDateTime moved = null;
    try {
      long count = Math.multiplyExact(arguments.integer(1), sign);
      moved = IsoTime.inRange(time(arguments).plus(count, unit));
    } catch (DateTimeException | ArithmeticException outOfRange) {
      // Told below.
    }
    return TimeFunctions.inRange(arguments, moved);
  }

  private static @Nullable Object isWithin(Arguments arguments, ChronoUnit unit) {
    Duration distance =
        Duration.between(TimeFunctions.clock(arguments), time(arguments).toInstant()).abs();
    long count = arguments.integer(1);
    // No two times of the language are further apart than this, so the product fits.
    long most = Objects.requireNonNull(Duration.ofDays(4_000_000)).dividedBy(unit.getDuration());
    return count >= 0
        && distance.compareTo(unit.getDuration().multipliedBy(Math.min(count, most))) <= 0;
  }
}
