package io.attune.profile;

/**
 * The forms of texts that nearly every profile has, checked in one pass without allocating: an
 * import asks this of every person several times. Each says the regular expression that it equals.
 */
final class TextForms {
  private static final boolean[] NOT_IN_EMAIL = ascii("\t\n\f\r @\"(),:;<>[\\]");
  private static final boolean[] NOT_IN_URI = ascii("\t\n\f\r <>\"{}|\\^`");

  private TextForms() {}

  private static boolean[] ascii(String characters) {
    boolean[] set = new boolean[128];
    characters.chars().forEach(each -> set[each] = true);
    return set;
  }

  /**
   * One `@`, something before it, and a domain of at least one label; RFC 6531 allows any script.
   * {@code [^\s@"(),:;<>\[\\\]]+@L(\.L)*} where L is {@code [^\s@"(),:;<>\[\\\].]+}.
   */
  static boolean isEmail(String text) {
    int at = text.indexOf('@');
    if (at < 1 || !isFreeOf(NOT_IN_EMAIL, text, 0, at)) {
      return false;
    }
    int label = at + 1;
    for (int dot = text.indexOf('.', label); dot >= 0; dot = text.indexOf('.', label)) {
      if (dot == label || !isFreeOf(NOT_IN_EMAIL, text, label, dot)) {
        return false;
      }
      label = dot + 1;
    }
    return label < text.length() && isFreeOf(NOT_IN_EMAIL, text, label, text.length());
  }

  /** A scheme and anything printable. {@code [A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+}. */
  static boolean isUri(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int at = 1; at < colon; at++) {
      char each = text.charAt(at);
      if (!isLetter(each) && !isDigit(each) && each != '+' && each != '.' && each != '-') {
        return false;
      }
    }
    return colon + 1 < text.length() && isFreeOf(NOT_IN_URI, text, colon + 1, text.length());
  }

  /** {@code [A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*}. */
  static boolean isLanguageTag(String text) {
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      boolean ends = at == text.length() || text.charAt(at) == '-' || text.charAt(at) == '_';
      if (ends) {
        int length = at - start;
        if (length > 8 || length < (start == 0 ? 2 : 1)) {
          return false;
        }
        start = at + 1;
      } else if (!isLetter(text.charAt(at)) && (start == 0 || !isDigit(text.charAt(at)))) {
        return false;
      }
    }
    return true;
  }

  /** Whether some character stands for half of one: no code point of a good text does. */
  static boolean hasUnpairedSurrogate(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        boolean pair =
            at + 1 < text.length()
                && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
        if (!pair) {
          return true;
        }
        at++;
      }
    }
    return false;
  }

  private static boolean isFreeOf(boolean[] set, String text, int from, int to) {
    for (int at = from; at < to; at++) {
      char each = text.charAt(at);
      if (each < 128 && set[each]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char each) {
    return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
  }

  private static boolean isDigit(char each) {
    return each >= '0' && each <= '9';
  }
}
