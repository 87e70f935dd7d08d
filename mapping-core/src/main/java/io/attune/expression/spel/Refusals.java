package io.attune.expression.spel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The reasons that one pass over a text collects, in the words of the language. */
final class Refusals {
  private final String text;
  private final List<Refusal> all = new ArrayList<>();

  Refusals(String text) {
    this.text = text;
  }

  List<Refusal> all() {
    return List.copyOf(all);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** After crossing a bound the rest of the text says nothing that an author could use. */
  boolean endTheText() {
    if (all.isEmpty()) {
      return false;
    }
    SyntaxFault last = all.get(all.size() - 1).fault();
    return last == SyntaxFault.NESTING_TOO_DEEP
        || last == SyntaxFault.TOO_MANY_CONDITIONS
        || last == SyntaxFault.TOO_MANY_OPERATORS
        || last == SyntaxFault.UNBALANCED_BRACKET
        || last == SyntaxFault.UNCLOSED_TEXT;
  }

  void add(SyntaxFault fault, int offset, int length, String message, String hint) {
    all.add(new Refusal(fault, new Place(offset, length), message, hint));
  }

  /** Something that SpEL has and the language leaves out. */
  void construct(int offset, int length, String what, String hint) {
    String message = what + " is not part of the language";
    add(SyntaxFault.UNSUPPORTED_CONSTRUCT, offset, length, message, hint);
  }

  void control(int offset) {
    char c = text.charAt(offset);
    add(
        SyntaxFault.CONTROL_CHARACTER,
        offset,
        1,
        "the control character " + codePoint(offset) + " may stand nowhere",
        c == '\n' || c == '\t' || c == '\r' ? "write a space instead" : "");
  }

  /**
   * A character that may stand inside texts only.
   *
   * @return how many UTF-16 units it has
   */
  int forbidden(int offset) {
    char c = text.charAt(offset);
    if (c >= 0x80) {
      int length = Character.charCount(text.codePointAt(offset));
      add(
          SyntaxFault.CHARACTER_NOT_ALLOWED,
          offset,
          length,
          "outside a text only ASCII characters may stand, not " + codePoint(offset),
          "an attribute with such a name is written `user['name']`");
      return length;
    }
    switch (c) {
      case '#' -> construct(offset, 1, "the variable reference `#`", "name an attribute instead");
      case '@' -> construct(offset, 1, "the bean reference `@`", "put text into quotes");
      case '^' -> construct(offset, 1, "the power operator `^`", "");
      default ->
          add(
              SyntaxFault.CHARACTER_NOT_ALLOWED,
              offset,
              1,
              "`" + c + "` may stand only inside a text",
              c == ';' ? "an expression is one value" : "");
    }
    return 1;
  }

  private String codePoint(int offset) {
    return String.format(Locale.ROOT, "U+%04X", text.codePointAt(offset));
  }
}
