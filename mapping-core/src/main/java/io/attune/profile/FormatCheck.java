package io.attune.profile;

import com.google.re2j.Pattern;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.attune.profile.Violation.Rule;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the text of one attribute must look like. A blank text is no value of a format and passes:
 * people clear attributes with it. Source: okta-behaviour 2.4, 2.15, 2.17.
 */
final class FormatCheck {
  // ICU's tables are pinned by our build; those of the JDK differ from release to release.
  private static final Set<String> LANGUAGES = Set.of(ULocale.getISOLanguages());
  private static final Set<String> COUNTRIES = Set.of(ULocale.getISOCountries());
  private static final Set<String> ZONES = Set.of(TimeZone.getAvailableIDs());

  private static final Pattern DATE_TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}([Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?([Zz]|[+-]\\d{2}:?\\d{2})?)?");

  private final Predicate<String> holds;
  private final Rule rule;

  private FormatCheck(Predicate<String> holds, Rule rule) {
    this.holds = holds;
    this.rule = rule;
  }

  /** The check for an attribute, or null if its text is free. */
  static @Nullable FormatCheck of(AttributeDefinition attribute) {
    String pattern = attribute.constraints().pattern();
    if (pattern != null) {
      Pattern compiled = Pattern.compile(pattern);
      return new FormatCheck(compiled::matches, Rule.PATTERN);
    }
    AttributeFormat format = attribute.format();
    return format == null ? null : of(format);
  }

  private static @Nullable FormatCheck of(AttributeFormat format) {
    return switch (format) {
      case EMAIL -> form(TextForms::isEmail);
      case URI -> form(TextForms::isUri);
      case DATE_TIME -> form(DATE_TIME::matches);
      case COUNTRY_CODE -> form(COUNTRIES::contains);
      case LANGUAGE_CODE -> form(TextForms::isLanguageTag);
      case LOCALE -> form(FormatCheck::isLocale);
      case TIMEZONE -> form(ZONES::contains);
      case REF_ID, ENCRYPTED, HASHED -> null;
    };
  }

  private static FormatCheck form(Predicate<String> holds) {
    return new FormatCheck(text -> text.isBlank() || holds.test(text), Rule.FORMAT);
  }

  private static boolean isLocale(String text) {
    int cut = text.indexOf('_');
    return cut < 0
        ? LANGUAGES.contains(text)
        : LANGUAGES.contains(text.substring(0, cut)) && COUNTRIES.contains(text.substring(cut + 1));
  }

  /** Whether a text has the form. */
  boolean holds(String text) {
    return holds.test(text);
  }

  /** The rule that is broken by texts that have not. */
  Rule rule() {
    return rule;
  }
}
