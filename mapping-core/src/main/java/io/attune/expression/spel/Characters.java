package io.attune.expression.spel;

/** Which characters may stand where, outside texts and within. Source: trust 1.1. */
final class Characters {
  private Characters() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c);
  }

  /** Whether it may stand only inside a text, or not even there. */
  static boolean isForbidden(char c) {
    return c >= 0x7f || c < ' ' || "#@^;\\$`~".indexOf(c) >= 0;
  }

  /** C0 and C1 controls, and the characters that reorder what a reader sees. */
  static boolean isControl(char c) {
    return c < ' '
        || (c >= 0x7f && c <= 0x9f)
        || c == 0x061c
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
