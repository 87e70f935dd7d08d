package io.attune.cli;

import org.jspecify.annotations.Nullable;

/**
 * What a feed or a directory holds, as people are shown it: whoever sends a record must not move
 * the cursor of the terminal, nor write a line of their own into what is read before an approval.
 */
final class ShownText {
  private ShownText() {}

  /** A value of an attribute: a text in quotes. */
  static String value(@Nullable Object value) {
    if (value == null) {
      return "absent";
    }
    return value instanceof String text ? "\"" + plain(text) + "\"" : plain(value.toString());
  }

  /**
   * A text on one line: what controls a terminal, ends a line or reorders it is written as JSON.
   *
   * @param text null for the key of a record that has none
   */
  static String plain(@Nullable String text) {
    String all = text == null ? "(no key)" : text;
    if (all.codePoints().noneMatch(ShownText::acts)) {
      return all;
    }
    StringBuilder shown = new StringBuilder();
    for (int index = 0; index < all.length(); index++) {
      char unit = all.charAt(index);
      shown.append(acts(unit) ? "\\u%04x".formatted((int) unit) : String.valueOf(unit));
    }
    return shown.toString();
  }

  /** All of these are single units. */
  private static boolean acts(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
