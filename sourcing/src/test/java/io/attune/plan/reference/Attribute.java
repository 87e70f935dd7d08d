package io.attune.plan.reference;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of Okta users: a text, or a whole number.
 *
 * @param whole whether it holds whole numbers
 * @param least the shortest text or smallest number
 * @param most the longest text or largest number
 * @param sources the apps that an OVERRIDE names, none where Okta is the master, or null where the
 *     attribute follows the person's profile source
 */
public record Attribute(
    String name,
    boolean whole,
    boolean required,
    boolean unique,
    @Nullable Integer least,
    @Nullable Integer most,
    @Nullable Form form,
    @Nullable Object byDefault,
    @Nullable List<String> sources) {

  /** What a text must look like. */
  public enum Form {
    EMAIL,
    LOCALE,
    COUNTRY_CODE
  }

  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

  /** Those that occur; the tables themselves have tests of their own. */
  private static final Set<String> LOCALES = Set.of("en_US", "de_DE", "en");

  private static final Set<String> COUNTRIES = Set.of("US", "DE");

  /** A text of which nothing is demanded. */
  public static Attribute text(String name) {
    return new Attribute(name, false, false, false, null, null, null, null, null);
  }

  /** The same with sources of its own. */
  public Attribute from(String... apps) {
    return new Attribute(
        name, whole, required, unique, least, most, form, byDefault, List.of(apps));
  }

  /** The rule that a value breaks, or null. Source: okta-behaviour 2. */
  @Nullable String broken(@Nullable Object value) {
    if (value == null) {
      return required ? "REQUIRED" : null;
    }
    if (value instanceof Long number) {
      return least != null && number < least
          ? "MINIMUM"
          : most != null && number > most ? "MAXIMUM" : null;
    }
    String text = (String) value;
    if (least != null && text.length() < least) {
      return "MIN_LENGTH";
    }
    if (most != null && text.length() > most) {
      return "MAX_LENGTH";
    }
    return form == null || text.isBlank() || hasForm(text) ? null : "FORMAT";
  }

  private boolean hasForm(String text) {
    return form == Form.EMAIL
        ? EMAIL.matcher(text).matches()
        : form == Form.LOCALE ? LOCALES.contains(text) : COUNTRIES.contains(text);
  }
}
