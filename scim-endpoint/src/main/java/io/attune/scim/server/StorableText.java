package io.attune.scim.server;

/**
 * Texts that every store keeps as they are: U+0000 is no text in PostgreSQL, and half of a
 * surrogate pair cannot be written as UTF-8. Source: RFC 3629, 3; PostgreSQL, character types.
 */
final class StorableText {
  private StorableText() {}

  /**
   * Passes a text that can be stored.
   *
   * @param scimType what the refusal is called
   * @param where as the refusal names the place
   * @throws Refusal 400 if it cannot be stored
   */
  static void check(String text, String scimType, String where) {
    for (int at = 0; at < text.length(); at++) {
      int point = text.codePointAt(at);
      if (point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
        String what = point == 0 ? "U+0000" : "half of a surrogate pair";
        throw Refusal.of(400, scimType, where + " holds " + what + ", which cannot be stored");
      }
      if (Character.isSupplementaryCodePoint(point)) {
        at++;
      }
    }
  }
}
