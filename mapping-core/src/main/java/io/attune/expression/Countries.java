package io.attune.expression;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The countries of ISO 3166-1, from one pinned table: the names of {@link Locale} differ between
 * JDKs. Codes and names are found in any case. Source: expression-language 3, Iso3166Convert.
 */
final class Countries {
  private static final String TABLE = "io.attune.expression.iso-3166";
  private static final Map<String, Country> BY_CODE = new HashMap<>();
  private static final Map<String, Country> BY_NAME = new HashMap<>();

  static {
    // A bundle, not a stream: the core takes no streams (CONTRIBUTING, laws).
    ResourceBundle table = ResourceBundle.getBundle(TABLE, Locale.ROOT);
    for (String alpha2 : table.keySet()) {
      add(alpha2, table.getString(alpha2).split(" ", 3));
    }
  }

  private Countries() {}

  private static void add(String alpha2, String[] cells) {
    Country country = new Country(alpha2, cells[0], cells[1], cells[2]);
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
