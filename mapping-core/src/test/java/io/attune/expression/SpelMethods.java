package io.attune.expression;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.expression.AccessException;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.MethodExecutor;
import org.springframework.expression.MethodResolver;
import org.springframework.expression.TypedValue;

/**
 * The methods of values once more, as plainly as can be: {@code x.m(y)} is {@code m(x, y)} here,
 * where the first parameter says whose method it is.
 */
public final class SpelMethods {
  private static final SpelFunctions.Texts TEXTS = new SpelFunctions.Texts();
  private static final SpelFunctions.Lists LISTS = new SpelFunctions.Lists();
  private static final SpelFunctions.Conversions CONVERSIONS = new SpelFunctions.Conversions();
  private static final SpelCountries COUNTRIES = new SpelCountries();
  private static final SpelTimes TIMES = new SpelTimes();

  private SpelMethods() {}

  /** A country by its code of two letters. */
  public record Country(String code) {}

  public static long length(String text) {
    return text.length();
  }

  public static @Nullable String toUpperCase(String text) {
    return TEXTS.toUpperCase(text);
  }

  public static @Nullable String toLowerCase(String text) {
    return TEXTS.toLowerCase(text);
  }

  public static String substring(String text, long from) {
    return text.substring((int) from);
  }

  public static String substring(String text, long from, long to) {
    return text.substring((int) from, (int) to);
  }

  public static String replace(String text, @Nullable String match, @Nullable String with) {
    return TEXTS.replace(text, match, with);
  }

  public static String replaceFirst(String text, @Nullable String match, @Nullable String with) {
    return TEXTS.replaceFirst(text, match, with);
  }

  public static String removeSpaces(String text) {
    return TEXTS.removeSpaces(text);
  }

  public static boolean contains(String text, @Nullable String part) {
    return TEXTS.stringContains(text, part);
  }

  public static boolean startsWith(String text, @Nullable String prefix) {
    return TEXTS.startsWith(text, prefix);
  }

  public static String substringBefore(String text, @Nullable String part) {
    return TEXTS.substringBefore(text, part);
  }

  public static String substringAfter(String text, @Nullable String part) {
    return TEXTS.substringAfter(text, part);
  }

  public static long toInteger(String text) {
    return Long.parseLong(text);
  }

  public static long toInteger(Double number) {
    return CONVERSIONS.toInt(number);
  }

  public static double toNumber(String text) {
    return CONVERSIONS.toNum(text);
  }

  public static Country parseCountryCode(String text) {
    return new Country(COUNTRIES.toAlpha2(text));
  }

  public static String toAlpha2(Country country) {
    return country.code();
  }

  public static String toAlpha3(Country country) {
    return COUNTRIES.toAlpha3(country.code());
  }

  public static String toNumeric(Country country) {
    return COUNTRIES.toNumeric(country.code());
  }

  public static String toName(Country country) {
    return COUNTRIES.toName(country.code());
  }

  public static boolean contains(List<?> list, @Nullable Object value) {
    return LISTS.contains(list, value);
  }

  public static long size(List<?> list) {
    return list.size();
  }

  public static boolean isEmpty(List<?> list) {
    return list.isEmpty();
  }

  public static List<?> add(List<?> list, @Nullable Object value) {
    return LISTS.add(list, value);
  }

  public static List<?> remove(List<?> list, @Nullable Object value) {
    return LISTS.remove(list, value);
  }

  /** Of two lists in a list, which is what is generated. */
  public static List<?> flatten(List<?> lists) {
    return LISTS.flatten((List<?>) lists.get(0), (List<?>) lists.get(1));
  }

  public static OffsetDateTime parseWindowsTime(String ticks) {
    return OffsetDateTime.parse(TIMES.fromWindowsToIso8601(ticks));
  }

  public static OffsetDateTime parseUnixTime(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis)).atOffset(ZoneOffset.UTC);
  }

  public static OffsetDateTime parseStringTime(String time) {
    return OffsetDateTime.parse(time);
  }

  public static OffsetDateTime parseStringTime(String day, String pattern) {
    return LocalDate.parse(day, DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
        .atStartOfDay()
        .atOffset(ZoneOffset.UTC);
  }

  public static String toUnix(OffsetDateTime time) {
    return Long.toString(time.toInstant().toEpochMilli());
  }

  public static String toWindows(OffsetDateTime time) {
    return TIMES.fromIso8601ToWindows(time.toInstant().toString());
  }

  public static String toString(OffsetDateTime time) {
    return toString(time, "uuuu-MM-dd'T'HH:mm:ss.SSSXXX");
  }

  public static String toString(OffsetDateTime time, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
  }

  public static OffsetDateTime toZone(OffsetDateTime time, String zone) {
    return time.atZoneSameInstant(ZoneId.of(zone)).toOffsetDateTime();
  }

  public static OffsetDateTime plusDays(OffsetDateTime time, long count) {
    return time.plusDays(count);
  }

  public static OffsetDateTime plusHours(OffsetDateTime time, long count) {
    return time.plusHours(count);
  }

  public static OffsetDateTime plusMinutes(OffsetDateTime time, long count) {
    return time.plusMinutes(count);
  }

  public static OffsetDateTime plusSeconds(OffsetDateTime time, long count) {
    return time.plusSeconds(count);
  }

  public static OffsetDateTime minusDays(OffsetDateTime time, long count) {
    return time.minusDays(count);
  }

  public static OffsetDateTime minusHours(OffsetDateTime time, long count) {
    return time.minusHours(count);
  }

  public static OffsetDateTime minusMinutes(OffsetDateTime time, long count) {
    return time.minusMinutes(count);
  }

  public static OffsetDateTime minusSeconds(OffsetDateTime time, long count) {
    return time.minusSeconds(count);
  }

  public static boolean withinDays(OffsetDateTime time, long count) {
    return withinSeconds(time, count * 86_400);
  }

  public static boolean withinHours(OffsetDateTime time, long count) {
    return withinSeconds(time, count * 3_600);
  }

  public static boolean withinMinutes(OffsetDateTime time, long count) {
    return withinSeconds(time, count * 60);
  }

  public static boolean withinSeconds(OffsetDateTime time, long count) {
    long millis = time.toInstant().toEpochMilli() - SpelTimes.NOW.toEpochMilli();
    return Math.abs(millis) <= count * 1_000;
  }

  public static List<?> getGroups(Map<?, ?> user, Map<?, ?> criteria) {
    return getGroups(user, criteria, Map.of());
  }

  public static List<?> getGroups(Map<?, ?> user, Map<?, ?> one, Map<?, ?> other) {
    return SpelRoot.GROUPS.stream()
        .filter(group -> holds(one, group) && holds(other, group))
        .toList();
  }

  public static boolean isMemberOf(Map<?, ?> user, Map<?, ?> criteria) {
    return !getGroups(user, criteria).isEmpty();
  }

  public static boolean isMemberOf(Map<?, ?> user, Map<?, ?> one, Map<?, ?> other) {
    return !getGroups(user, one, other).isEmpty();
  }

  /** One key each, as they are generated. */
  private static boolean holds(Map<?, ?> criteria, Map<String, Object> group) {
    boolean prefix = !"EXACT".equals(criteria.get("operator"));
    for (Map.Entry<?, ?> line : criteria.entrySet()) {
      Collection<?> wanted =
          line.getValue() instanceof List<?> list ? list : List.of(line.getValue());
      boolean met =
          switch ((String) line.getKey()) {
            case "operator" -> true;
            case "group.profile.name" ->
                wanted.stream().anyMatch(name -> named(group, (String) name, prefix));
            default -> wanted.contains(group.get(((String) line.getKey()).substring(6)));
          };
      if (!met) {
        return false;
      }
    }
    return true;
  }

  private static boolean named(Map<String, Object> group, String wanted, boolean prefix) {
    String name = String.valueOf(group.get("name"));
    return prefix ? name.startsWith(wanted.replace(".*", "")) : name.equals(wanted);
  }

  public static @Nullable Map<String, Object> getLinkedObject(Map<?, ?> user, String name) {
    return name.equals("manager") ? Map.of("login", "Babbage") : null;
  }

  public static @Nullable Object getInternalProperty(Map<?, ?> user, String name) {
    return user.get(name);
  }

  /** Finds them by name, count of arguments and whose they are. */
  static final class Resolver implements MethodResolver {
    @Override
    public @Nullable MethodExecutor resolve(
        EvaluationContext context, Object target, String name, List<TypeDescriptor> argumentTypes) {
      for (Method method : SpelMethods.class.getMethods()) {
        if (method.getName().equals(name)
            && method.getParameterCount() == argumentTypes.size() + 1
            && method.getParameterTypes()[0].isInstance(target)) {
          return (where, object, arguments) -> call(method, object, arguments);
        }
      }
      return null;
    }

    private static TypedValue call(Method method, Object target, @Nullable Object... arguments)
        throws AccessException {
      List<@Nullable Object> all = new ArrayList<>();
      all.add(target);
      all.addAll(Arrays.asList(arguments));
      try {
        return new TypedValue(method.invoke(null, all.toArray()));
      } catch (InvocationTargetException | IllegalAccessException failed) {
        throw new AccessException(method.getName(), failed);
      }
    }
  }
}
