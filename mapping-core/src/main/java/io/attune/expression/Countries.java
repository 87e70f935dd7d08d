package io.attune.expression;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The countries of ISO 3166-1, from one pinned table: the names of {@link Locale} differ between
 * JDKs. Codes and names are found in any case. Source: expression-language 3, Iso3166Convert.
 */
final class Countries {
  private static final String TABLE = "iso-3166.tsv";
  private static final Map<String, Country> BY_CODE = new HashMap<>();
  private static final Map<String, Country> BY_NAME = new HashMap<>();

  static {
    InputStream table =
        Objects.requireNonNull(Countries.class.getResourceAsStream(TABLE), "no " + TABLE);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(Countries::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Countries() {}

  private static void add(String line) {
    String[] cells = line.split("\t", -1);
    Country country = new Country(cells[0], cells[1], cells[2], cells[3]);
    BY_CODE.put(country.alpha2(), country);
    BY_CODE.put(country.alpha3(), country);
    BY_CODE.put(country.numeric(), country);
    BY_NAME.put(country.name().toUpperCase(Locale.ROOT), country);
  }

  /** The country of a two-letter, three-letter or three-digit code, or null. */
  static @Nullable Country ofCode(String code) {
    return code.length() > 3 ? null : BY_CODE.get(code.toUpperCase(Locale.ROOT));
  }

  /** The country of a code or an English name, or null. */
  static @Nullable Country ofCodeOrName(String text) {
    Country country = ofCode(text);
    boolean mayBeName = country == null && text.length() <= Bounds.PATTERN_CHARS;
    return mayBeName ? BY_NAME.get(text.toUpperCase(Locale.ROOT)) : country;
  }
}
