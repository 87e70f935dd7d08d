package io.attune.expression.spel;

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
  private final Refusals refusals;
  private final NumberForm numbers;
  private final Brackets brackets;
  private final Operators operators;
  private int at;

  /**
   * What the gate found.
   *
   * @param refusals why the text must not be parsed, by offset; empty if it may
   * @param longLiterals ends of integer literals that the parser takes only with a suffix
   */
  record Verdict(List<Refusal> refusals, List<Integer> longLiterals) {}

  private Gate(String text) {
    this.text = text;
    this.refusals = new Refusals(text);
    this.numbers = new NumberForm(text, refusals);
    this.brackets = new Brackets(refusals);
    this.operators = new Operators(refusals);
  }

  static Verdict check(String text) {
    Gate gate = new Gate(text);
    gate.run();
    return new Verdict(gate.refusals.all(), gate.numbers.longLiterals());
  }

  private void run() {
    if (text.length() > Limits.TEXT_CHARS) {
      refusals.add(
          SyntaxFault.TEXT_TOO_LONG,
          Limits.TEXT_CHARS,
          0,
          "the expression has more than " + Limits.TEXT_CHARS + " characters",
          "");
      return;
    }
    while (at < text.length() && !refusals.endTheText()) {
      next();
    }
    if (refusals.endTheText()) {
      return;
    }
    brackets.end();
    if (refusals.isEmpty() && text.isBlank()) {
      refusals.add(
          SyntaxFault.EMPTY_EXPRESSION,
          0,
          text.length(),
          "the expression is empty",
          "write a value in quotes to map a constant");
    }
  }

  private void next() {
    char c = text.charAt(at);
    if (c == ' ') {
      at++;
    } else if (c == '\'' || c == '"') {
      literal(c);
    } else if (Characters.isDigit(c)) {
      at = numbers.check(at);
      operators.operand();
    } else if (Characters.isNameStart(c)) {
      name();
    } else if (Characters.isControl(c)) {
      refusals.control(at++);
      operators.separator();
    } else if (Characters.isForbidden(c)) {
      at += refusals.forbidden(at);
      operators.separator();
    } else {
      symbol(c);
    }
  }

  private void literal(char quote) {
    int start = at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Characters.isControl(c)) {
        refusals.control(at);
      }
      at++;
      if (c == quote && !follows(quote)) {
        operators.operand();
        return;
      }
      if (c == quote) {
        at++;
      }
    }
    refusals.add(
        SyntaxFault.UNCLOSED_TEXT,
        start,
        1,
        "the text that begins here is never closed",
        "a quote inside a text is written twice: `'it''s'`");
  }

  private void name() {
    int start = at;
    while (at < text.length() && Characters.isNamePart(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at).toLowerCase(Locale.ROOT);
    if (!operators.isDotBefore() && WORD_OPERATORS.contains(word)) {
      operators.operator(start, at - start, word.equals("not"));
    } else {
      operators.operand();
    }
  }

  private void symbol(char c) {
    int start = at++;
    switch (c) {
      case '(', '[', '{' -> {
        brackets.open(c, start);
        operators.separator();
      }
      case ')', ']', '}' -> {
        brackets.close(c, start);
        operators.operand();
      }
      case ',' -> operators.separator();
      case ':' -> {
        brackets.colon();
        operators.separator();
      }
      case '.' -> dot(start);
      case '?' -> question(start);
      case '!', '=', '<', '>' -> comparison(c, start);
      case '&', '|' -> logic(c, start);
      case '+', '-' -> sign(c, start);
      default -> operators.operator(start, 1, false);
    }
  }

  /** Whether the next character is this one. */
  private boolean follows(char wanted) {
    return at < text.length() && text.charAt(at) == wanted;
  }

  private void dot(int start) {
    operators.dot();
    boolean selection = follows('?') || follows('^') || follows('$');
    if (selection && at + 1 < text.length() && text.charAt(at + 1) == '[') {
      String hint = "only projection, `.![name]`, is part of the language";
      refusals.construct(start, 3, "selection", hint);
      at++;
    } else if (follows('!')) {
      at++;
    }
  }

  private void question(int start) {
    if (follows('.')) {
      at++;
      operators.dot();
      if (at < text.length() && !Characters.isNameStart(text.charAt(at)) && !follows(' ')) {
        String hint = "write `?.` before a name only";
        refusals.construct(start, 3, "safe navigation to an element", hint);
        at++;
      }
      return;
    }
    if (follows(':')) {
      at++;
    } else {
      brackets.condition(start);
    }
    operators.operator(start, at - start, false);
  }

  private void comparison(char c, int start) {
    if (follows('=')) {
      at++;
      operators.operator(start, 2, false);
      return;
    }
    if (c == '=') {
      refusals.add(
          SyntaxFault.ASSIGNMENT,
          start,
          1,
          "`=` assigns, and an expression assigns nothing",
          "to compare, write `==`");
    }
    operators.operator(start, 1, c == '!');
  }

  private void logic(char c, int start) {
    if (follows(c)) {
      at++;
    } else if (c == '&') {
      refusals.construct(start, 1, "the factory reference `&`", "to say and, write `&&` or `AND`");
    } else {
      refusals.add(
          SyntaxFault.CHARACTER_NOT_ALLOWED,
          start,
          1,
          "`|` is no operator",
          "to say or, write `||` or `OR`");
    }
    operators.operator(start, at - start, false);
  }

  private void sign(char c, int start) {
    if (follows(c)) {
      at++;
      String what = c == '+' ? "increment" : "decrement";
      refusals.construct(
          start, 2, what, "an expression changes nothing; put a space between two signs");
    }
    operators.operator(start, at - start, !operators.isOperandBefore());
  }
}
