package io.attune.expression.spel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One pass over a text before any parser sees it: size, nesting, operators, characters and the form
 * of numbers. String literals are skipped, but for control characters. Source: trust 1.1.
 */
final class Gate {
  private static final Set<String> WORD_OPERATORS =
      Set.of("and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge", "div", "mod", "matches");

  private final String text;
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<Integer> longLiterals = new ArrayList<>();
  private final Deque<Bracket> open = new ArrayDeque<>();
  private Bracket level = new Bracket(' ', 0);
  private int at;
  private int operators;
  private int unaryRun;
  private boolean operandBefore;
  private boolean dotBefore;

  /** A bracket level and how many conditions in it wait for their {@code :}. */
  private static final class Bracket {
    final char opener;
    final int offset;
    int pending;

    Bracket(char opener, int offset) {
      this.opener = opener;
      this.offset = offset;
    }
  }

  /**
   * What the gate found.
   *
   * @param refusals why the text must not be parsed, by offset; empty if it may
   * @param longLiterals ends of integer literals that the parser takes only with a suffix
   */
  record Verdict(List<Refusal> refusals, List<Integer> longLiterals) {}

  private Gate(String text) {
    this.text = text;
  }

  static Verdict check(String text) {
    Gate gate = new Gate(text);
    gate.run();
    return new Verdict(List.copyOf(gate.refusals), List.copyOf(gate.longLiterals));
  }

  private void run() {
    if (text.length() > Limits.TEXT_CHARS) {
      refuse(
          SyntaxFault.TEXT_TOO_LONG,
          Limits.TEXT_CHARS,
          0,
          "the expression has more than " + Limits.TEXT_CHARS + " characters",
          "");
      return;
    }
    while (at < text.length() && !refusedForSize()) {
      next();
    }
    if (refusedForSize()) {
      return;
    }
    if (level.opener != ' ') {
      refuse(
          SyntaxFault.UNBALANCED_BRACKET,
          level.offset,
          1,
          "`" + level.opener + "` is never closed",
          "");
    }
    if (refusals.isEmpty() && text.isBlank()) {
      refuse(
          SyntaxFault.EMPTY_EXPRESSION,
          0,
          text.length(),
          "the expression is empty",
          "write a value in quotes to map a constant");
    }
  }

  /** After crossing a bound the rest of the text says nothing that an author could use. */
  private boolean refusedForSize() {
    if (refusals.isEmpty()) {
      return false;
    }
    SyntaxFault last = refusals.get(refusals.size() - 1).fault();
    return last == SyntaxFault.NESTING_TOO_DEEP
        || last == SyntaxFault.TOO_MANY_CONDITIONS
        || last == SyntaxFault.TOO_MANY_OPERATORS
        || last == SyntaxFault.UNBALANCED_BRACKET
        || last == SyntaxFault.UNCLOSED_TEXT;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == ' ') {
      at++;
    } else if (c == '\'' || c == '"') {
      literal(c);
    } else if (isDigit(c)) {
      number();
    } else if (isNameStart(c)) {
      name();
    } else if (isForbidden(c)) {
      forbidden(c);
    } else {
      symbol(c);
    }
  }

  private void literal(char quote) {
    int start = at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == quote) {
        if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
          at++;
        } else {
          at++;
          operand();
          return;
        }
      } else if (isControl(c)) {
        control(c);
      }
      at++;
    }
    refuse(
        SyntaxFault.UNCLOSED_TEXT,
        start,
        1,
        "the text that begins here is never closed",
        "a quote inside a text is written twice: `'it''s'`");
  }

  private void number() {
    int start = at;
    skipDigits();
    boolean real = at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1));
    if (real) {
      at++;
      skipDigits();
    }
    int end = at;
    while (at < text.length() && (isNameStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    if (at > end) {
      numberTail(start, end);
    } else if (real) {
      if (Double.isInfinite(Double.parseDouble(text.substring(start, end)))) {
        tooLarge(start, end);
      }
    } else {
      integer(start, end);
    }
    operand();
  }

  private void integer(int start, int end) {
    try {
      long value = Long.parseLong(text, start, end, 10);
      if (value > Integer.MAX_VALUE || end - start > 9) {
        longLiterals.add(end);
      }
    } catch (NumberFormatException tooManyDigits) {
      tooLarge(start, end);
    }
  }

  private void tooLarge(int start, int end) {
    refuse(
        SyntaxFault.NUMBER_TOO_LARGE,
        start,
        end - start,
        "the number has no place in 64 bits",
        "the largest integer is 9223372036854775807");
  }

  private void numberTail(int start, int end) {
    String tail = text.substring(end, at).toLowerCase(Locale.ROOT);
    String form;
    if (tail.startsWith("x")) {
      form = "hexadecimal numbers are not part of the language";
    } else if (tail.startsWith("e") && (tail.length() == 1 || isDigit(tail.charAt(1)))) {
      form = "numbers with an exponent are not part of the language";
    } else if (tail.equals("l") || tail.equals("f") || tail.equals("d")) {
      form = "numbers take no suffix";
    } else {
      form = "a name cannot begin with a digit";
    }
    refuse(
        SyntaxFault.NUMBER_FORM,
        start,
        at - start,
        form,
        "write digits only, as in `1234` or `3.141`");
  }

  private void skipDigits() {
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
  }

  private void name() {
    int start = at;
    while (at < text.length() && (isNameStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    String word = text.substring(start, at).toLowerCase(Locale.ROOT);
    if (!dotBefore && WORD_OPERATORS.contains(word)) {
      operator(start, at - start, word.equals("not"));
    } else {
      operand();
    }
  }

  private void symbol(char c) {
    int start = at++;
    switch (c) {
      case '(', '[', '{' -> enter(c, start);
      case ')', ']', '}' -> leave(c, start);
      case ',' -> separator();
      case ':' -> {
        if (level.pending > 0) {
          level.pending--;
        }
        separator();
      }
      case '.' -> dot(start);
      case '?' -> question(start);
      case '!', '=', '<', '>' -> comparison(c, start);
      case '&', '|' -> logic(c, start);
      case '+', '-' -> sign(c, start);
      default -> operator(start, 1, false);
    }
  }

  private void enter(char c, int start) {
    open.push(level);
    level = new Bracket(c, start);
    if (open.size() > Limits.NESTING) {
      refuse(
          SyntaxFault.NESTING_TOO_DEEP,
          start,
          1,
          "more than " + Limits.NESTING + " brackets are open here",
          "");
    }
    separator();
  }

  private void leave(char c, int start) {
    char opener = c == ')' ? '(' : c == ']' ? '[' : '{';
    if (level.opener != opener) {
      String message =
          level.opener == ' '
              ? "`" + c + "` closes nothing"
              : "`" + c + "` stands where `" + level.opener + "` must be closed";
      refuse(SyntaxFault.UNBALANCED_BRACKET, start, 1, message, "");
      return;
    }
    level = open.pop();
    operand();
  }

  private void dot(int start) {
    dotBefore = true;
    if (at + 1 < text.length() && text.charAt(at + 1) == '[' && isSelection(text.charAt(at))) {
      construct(start, 3, "selection", "only projection, `.![name]`, is part of the language");
      at++;
    } else if (at < text.length() && text.charAt(at) == '!') {
      at++;
    }
  }

  private static boolean isSelection(char c) {
    return c == '?' || c == '^' || c == '$';
  }

  private void question(int start) {
    char follower = at < text.length() ? text.charAt(at) : ' ';
    if (follower == '.') {
      at++;
      dotBefore = true;
      if (at < text.length() && !isNameStart(text.charAt(at)) && text.charAt(at) != ' ') {
        construct(start, 3, "safe navigation to an element", "write `?.` before a name only");
        at++;
      }
      return;
    }
    if (follower == ':') {
      at++;
    } else if (++level.pending > Limits.PENDING_CONDITIONS) {
      refuse(
          SyntaxFault.TOO_MANY_CONDITIONS,
          start,
          1,
          "more than " + Limits.PENDING_CONDITIONS + " conditions wait for their `:` here",
          "a ladder `a ? b : c ? d : e` may be longer");
    }
    operator(start, at - start, false);
  }

  private void comparison(char c, int start) {
    if (at < text.length() && text.charAt(at) == '=') {
      at++;
      operator(start, 2, false);
    } else if (c == '=') {
      refuse(
          SyntaxFault.ASSIGNMENT,
          start,
          1,
          "`=` assigns, and an expression assigns nothing",
          "to compare, write `==`");
      operator(start, 1, false);
    } else {
      operator(start, 1, c == '!');
    }
  }

  private void logic(char c, int start) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
    } else if (c == '&') {
      construct(start, 1, "the factory reference `&`", "to say and, write `&&` or `AND`");
    } else {
      refuse(
          SyntaxFault.CHARACTER_NOT_ALLOWED,
          start,
          1,
          "`|` is no operator",
          "to say or, write `||` or `OR`");
    }
    operator(start, at - start, false);
  }

  private void sign(char c, int start) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      construct(
          start,
          2,
          c == '+' ? "increment" : "decrement",
          "an expression changes nothing; put a space between two signs");
    }
    operator(start, at - start, !operandBefore);
  }

  private void operator(int start, int length, boolean unary) {
    if (++operators > Limits.OPERATORS) {
      refuse(
          SyntaxFault.TOO_MANY_OPERATORS,
          start,
          length,
          "the expression has more than " + Limits.OPERATORS + " operators",
          "");
      return;
    }
    if (unary) {
      if (++unaryRun > Limits.UNARY_RUN) {
        refuse(
            SyntaxFault.NESTING_TOO_DEEP,
            start,
            length,
            "more than " + Limits.UNARY_RUN + " signs or negations in a row",
            "");
      }
    } else {
      unaryRun = 0;
    }
    operandBefore = false;
    dotBefore = false;
  }

  private void operand() {
    operandBefore = true;
    dotBefore = false;
    unaryRun = 0;
  }

  private void separator() {
    operandBefore = false;
    dotBefore = false;
    unaryRun = 0;
  }

  private void construct(int start, int length, String what, String hint) {
    refuse(
        SyntaxFault.UNSUPPORTED_CONSTRUCT,
        start,
        length,
        what + " is not part of the language",
        hint);
  }

  private void forbidden(char c) {
    int start = at++;
    if (isControl(c)) {
      at = start;
      control(c);
      at++;
    } else if (c < 0x80) {
      forbiddenSymbol(c, start);
    } else {
      int length = Character.charCount(text.codePointAt(start));
      at = start + length;
      refuse(
          SyntaxFault.CHARACTER_NOT_ALLOWED,
          start,
          length,
          "outside a text only ASCII characters may stand, not " + codePoint(start),
          "an attribute with such a name is written `user['name']`");
    }
    separator();
  }

  private void forbiddenSymbol(char c, int start) {
    switch (c) {
      case '#' -> construct(start, 1, "the variable reference `#`", "name an attribute instead");
      case '@' -> construct(start, 1, "the bean reference `@`", "put text into quotes");
      case '^' -> construct(start, 1, "the power operator `^`", "");
      default ->
          refuse(
              SyntaxFault.CHARACTER_NOT_ALLOWED,
              start,
              1,
              "`" + c + "` may stand only inside a text",
              c == ';' ? "an expression is one value" : "");
    }
  }

  private void control(char c) {
    refuse(
        SyntaxFault.CONTROL_CHARACTER,
        at,
        1,
        "the control character " + codePoint(at) + " may stand nowhere",
        c == '\n' || c == '\t' || c == '\r' ? "write a space instead" : "");
  }

  private String codePoint(int offset) {
    return String.format(Locale.ROOT, "U+%04X", text.codePointAt(offset));
  }

  private void refuse(SyntaxFault fault, int offset, int length, String message, String hint) {
    refusals.add(new Refusal(fault, new Place(offset, length), message, hint));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isForbidden(char c) {
    return c >= 0x7f || c < ' ' || "#@^;\\$`~".indexOf(c) >= 0;
  }

  /** C0 and C1 controls, and the characters that reorder what a reader sees. */
  private static boolean isControl(char c) {
    return c < ' '
        || (c >= 0x7f && c <= 0x9f)
        || c == 0x061c
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
