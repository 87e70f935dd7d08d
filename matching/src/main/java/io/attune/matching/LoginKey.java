package io.attune.matching;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;

/**
 * What makes two logins collide: they are the same but for case and diacritics. This is for
 * uniqueness only; nobody is matched by it. Source: okta-behaviour 2.16, 3.5; acceptance case 23.
 */
public final class LoginKey {
  private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

  private LoginKey() {}

  /** NFD, marks dropped, lower case by the root locale. */
  public static String of(String login) {
    if (TextKeys.isAscii(login)) {
      return UCharacter.toLowerCase(ULocale.ROOT, login);
    }
    StringBuilder base = new StringBuilder(login.length());
    NFD.normalize(login)
        .codePoints()
        .filter(point -> !isMark(point))
        .forEach(base::appendCodePoint);
    return UCharacter.toLowerCase(ULocale.ROOT, base.toString());
  }

  private static boolean isMark(int point) {
    int type = UCharacter.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
