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
    return Map.of("String", new Texts(), "Arrays", new Lists(), "Convert", new Conversions());
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

    public List<?> add(@Nullable List<?> list, @Nullable Object value) {
      List<Object> copy = new ArrayList<>(given(list));
      copy.add(given(value));
      return copy;
    }
  }

  /** {@code Convert.…}. */
  public static final class Conversions {
    public long toInt(@Nullable Double number) {
      BigDecimal raised = new BigDecimal(given(number)).add(new BigDecimal("0.5"));
      return raised.setScale(0, RoundingMode.FLOOR).longValueExact();
    }
  }
}
