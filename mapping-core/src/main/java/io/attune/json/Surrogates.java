package io.attune.json;

/**
 * JSON's escapes can spell half of a surrogate pair; nothing that is written as UTF-8 can hold it.
 * Source: RFC 8259, 8.2; RFC 3629, 3.
 */
public final class Surrogates {
  private Surrogates() {}

  /** Whether every surrogate of a text has its other half. */
  public static boolean arePaired(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        boolean pair =
            at + 1 < text.length()
                && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
        if (!pair) {
          return false;
        }
        at++;
      }
    }
    return true;
  }
}
