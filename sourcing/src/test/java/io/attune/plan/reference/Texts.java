package io.attune.plan.reference;

import io.attune.plan.reference.Rules.Normalize;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When two texts are the same. Source: trust 2; okta-behaviour 3.5, 4.1.5. */
final class Texts {
  /** The order of everything that is seen: by the UTF-8 bytes. */
  static final Comparator<String> BYTES =
      (left, right) ->
          Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

  private Texts() {}

  /** E-mails, usernames and names for an automatic match. */
  static boolean sameAutomatically(@Nullable Object left, @Nullable Object right) {
    if (!(left instanceof String a) || !(right instanceof String b)) {
      return false;
    }
    if (a.isBlank() || b.isBlank() || isAscii(a) != isAscii(b)) {
      return false;
    }
    if (isAscii(a)) {
      return lowerAscii(a).equals(lowerAscii(b));
    }
    return !isAscii(nfc(a)) && nfc(a).equals(nfc(b));
  }

  static boolean sameAttribute(@Nullable Object left, @Nullable Object right, Normalize normalize) {
    if (left == null || right == null) {
      return false;
    }
    String a = normalized(left.toString(), normalize);
    return !a.isBlank() && a.equals(normalized(right.toString(), normalize));
  }

  private static String normalized(String text, Normalize normalize) {
    String composed = nfc(text);
    return switch (normalize) {
      case NONE -> composed;
      case TRIM -> composed.strip();
      case CASEFOLD -> lowerAscii(composed);
      case ALNUM -> lowerAscii(composed).replaceAll("[^a-z0-9]", "");
    };
  }

  /** Names for a partial match; the letters that occur fold as {@code toLowerCase} has them. */
  static boolean sameName(@Nullable Object left, @Nullable Object right) {
    return left instanceof String a
        && right instanceof String b
        && !a.isBlank()
        && !b.isBlank()
        && folded(a).equals(folded(b));
  }

  private static String folded(String text) {
    return nfc(nfc(text).replace("ß", "ss").toLowerCase(Locale.ROOT));
  }

  /** Whether two logins cannot both be: they are the same but for case and diacritics. */
  static boolean sameLogin(Object left, Object right) {
    return bare(left.toString()).equals(bare(right.toString()));
  }

  private static String bare(String text) {
    if (isAscii(text)) {
      return lowerAscii(text);
    }
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String lowerAscii(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      char unit = text.charAt(index);
      lower.append(unit >= 'A' && unit <= 'Z' ? (char) (unit + ('a' - 'A')) : unit);
    }
    return lower.toString();
  }

  private static boolean isAscii(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String nfc(String text) {
    return isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
