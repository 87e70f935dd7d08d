package io.attune.matching;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import org.jspecify.annotations.Nullable;

/**
 * What two texts are compared by. Every rule of comparison is here, for indexes, look-ups and
 * proofs alike. Tables are ICU's, which our build pins; those of the JDK differ from release to
 * release. Source: trust 2.
 */
final class TextKeys {
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  private TextKeys() {}

  /**
   * The key of an e-mail, a username or a name for an automatic match: ASCII text with its letters
   * in lower case, other text after NFC. Null if blank, or if it only looks like ASCII after NFC,
   * as the Kelvin sign does.
   */
  static @Nullable String automatic(@Nullable String text) {
    if (text == null || isBlank(text)) {
      return null;
    }
    if (isAscii(text)) {
      return lowerAscii(text);
    }
    String composed = NFC.normalize(text);
    return isAscii(composed) ? null : composed;
  }

  /** The key of a name for a partial match: NFC and full case folding. Null if blank. */
  static @Nullable String folded(@Nullable String text) {
    if (text == null || isBlank(text)) {
      return null;
    }
    return isAscii(text)
        ? lowerAscii(text)
        : NFC.normalize(UCharacter.foldCase(NFC.normalize(text), true));
  }

  /** The key of an attribute's value. Null if nothing is left to compare. */
  static @Nullable String attribute(@Nullable String text, Normalization normalization) {
    if (text == null || isBlank(text)) {
      return null;
    }
    String composed = isAscii(text) ? text : NFC.normalize(text);
    String key =
        switch (normalization) {
          case NONE -> composed;
          case TRIM -> strip(composed);
          case CASEFOLD -> lowerAscii(composed);
          case ALNUM -> alphanumeric(lowerAscii(composed));
        };
    return key.isEmpty() ? null : key;
  }

  static boolean isBlank(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (!isSpace(text.charAt(index))) {
        return false;
      }
    }
    return true;
  }

  /** Unicode white space; none of it lies outside the basic plane. */
  private static boolean isSpace(char unit) {
    return unit < 0x80
        ? unit == ' ' || (unit >= '\t' && unit <= '\r')
        : UCharacter.isUWhiteSpace(unit);
  }

  static boolean isAscii(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** ASCII letters in lower case, everything else as it is; the same text if nothing changes. */
  private static String lowerAscii(String text) {
    int first = 0;
    while (first < text.length() && !isUpper(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    char[] units = text.toCharArray();
    for (int index = first; index < units.length; index++) {
      if (isUpper(units[index])) {
        units[index] = (char) (units[index] | 0x20);
      }
    }
    return new String(units);
  }

  private static boolean isUpper(char unit) {
    return unit >= 'A' && unit <= 'Z';
  }

  private static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static String alphanumeric(String lower) {
    StringBuilder kept = new StringBuilder(lower.length());
    for (int index = 0; index < lower.length(); index++) {
      char unit = lower.charAt(index);
      if ((unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9')) {
        kept.append(unit);
      }
    }
    return kept.toString();
  }
}
