package io.attune.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The functions once more, as plainly as can be, for SpEL's interpreter to call. */
public final class SpelFunctions {
  private SpelFunctions() {}

  /** What stands before the dot, by name. */
  static Map<String, Object> namespaces() {
    return Map.of(
        "String",
        new Texts(),
        "Arrays",
        new Lists(),
        "Convert",
        new Conversions(),
        "Iso3166Convert",
        new SpelCountries(),
        "Time",
        new SpelTimes(),
        "DateTime",
        new SpelTimes.Moments());
  }

  private static String search(String text) {
    if (text.isEmpty()) {
      throw new IllegalStateException("empty search");
    }
    return text;
  }

  private static <T> T given(@Nullable T argument) {
    if (argument == null) {
      throw new IllegalStateException("null argument");
    }
    return argument;
  }

  /** {@code String.…}. */
  public static final class Texts {
    public String append(@Nullable String a, @Nullable String b) {
      return given(a).concat(given(b));
    }

    public long len(@Nullable String text) {
      return text == null ? 0 : text.length();
    }

    public String removeSpaces(@Nullable String text) {
      return given(text).replace(" ", "");
    }

    public String replace(@Nullable String text, @Nullable String match, @Nullable String with) {
      return given(text).replace(search(given(match)), given(with));
    }

    public String replaceFirst(
        @Nullable String text, @Nullable String match, @Nullable String with) {
      int at = given(text).indexOf(search(given(match)));
      String rest = given(with);
      return at < 0
          ? given(text)
          : new StringBuilder(given(text)).replace(at, at + given(match).length(), rest).toString();
    }

    public String join(@Nullable String separator, @Nullable String a, @Nullable String b) {
      return given(a) + given(separator) + given(b);
    }

    public String stringSwitch(
        @Nullable String text,
        @Nullable String otherwise,
        @Nullable String key,
        @Nullable String value) {
      String chosen = given(value);
      String fallback = given(otherwise);
      return given(text).contains(given(key)) ? chosen : fallback;
    }

    public boolean startsWith(@Nullable String text, @Nullable String prefix) {
      return given(text).startsWith(given(prefix));
    }

    public boolean stringContains(@Nullable String text, @Nullable String part) {
      String wanted = given(part);
      return text != null && text.contains(wanted);
    }

    public String substring(@Nullable String text, long from, long to) {
      return given(text).substring((int) from, (int) to);
    }

    public String substringBefore(@Nullable String text, @Nullable String part) {
      int at = given(text).indexOf(search(given(part)));
      return at < 0 ? given(text) : given(text).substring(0, at);
    }

    public String substringAfter(@Nullable String text, @Nullable String part) {
      int at = given(text).indexOf(search(given(part)));
      return at < 0 ? "" : given(text).substring(at + given(part).length());
    }

    public @Nullable String toUpperCase(@Nullable String text) {
      return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    public @Nullable String toLowerCase(@Nullable String text) {
      return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
  }

  /** {@code Arrays.…}. */
  public static final class Lists {
    public long size(@Nullable List<?> list) {
      return list == null ? 0 : list.size();
    }

    public boolean isEmpty(@Nullable List<?> list) {
      return list == null || list.isEmpty();
    }

    public boolean contains(@Nullable List<?> list, @Nullable Object value) {
      return given(list).stream().anyMatch(element -> Objects.equals(element, given(value)));
    }

    public @Nullable Object get(@Nullable List<?> list, long index) {
      return given(list).get((int) index);
    }

    public List<?> remove(@Nullable List<?> list, @Nullable Object value) {
      List<Object> copy = new ArrayList<>(given(list));
      copy.remove(given(value));
      return copy;
    }

    public List<?> clear(@Nullable List<?> list) {
      return List.of();
    }

    public List<?> flatten(@Nullable List<?> a, @Nullable List<?> b) {
      List<Object> all = new ArrayList<>(given(a));
      all.addAll(given(b));
      all.forEach(SpelFunctions::given);
      return all;
    }

    public String toCsvString(@Nullable List<?> list) {
      List<String> texts = new ArrayList<>();
      for (Object element : given(list)) {
        texts.add((String) given(element));
      }
      return String.join(",", texts);
    }

    public List<?> add(@Nullable List<?> list, @Nullable Object value) {
      List<Object> copy = new ArrayList<>(given(list));
      copy.add(given(value));
      return copy;
    }
  }

  /** {@code Convert.…}. */
  public static final class Conversions {
    public double toNum(@Nullable String text) {
      return new BigDecimal(given(text)).doubleValue();
    }

    public long toInt(@Nullable Double number) {
      BigDecimal raised = new BigDecimal(given(number)).add(new BigDecimal("0.5"));
      return raised.setScale(0, RoundingMode.FLOOR).longValueExact();
    }
  }
}
