package io.attune.expression.spel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gate refuses, and where; and each bound exactly at its edge. */
class GateTest {

  /** Every refusal as {@code FAULT@offset+length}. */
  private static String refusals(String text) {
    return Gate.check(text).refusals().stream()
        .map(each -> each.fault() + "@" + each.place().offset() + "+" + each.place().length())
        .collect(Collectors.joining(" "));
  }

  private static String hint(String text) {
    return Gate.check(text).refusals().get(0).hint();
  }

  private static String message(String text) {
    return Gate.check(text).refusals().get(0).message();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'it''s'",
        "\"a\"",
        "'#@^;\\$`~'",
        "'\u00e9\ud83d\ude00'",
        "user.a + 1.5",
        "a?.b",
        "a ?: b",
        "a ? b : c",
        "{1, 2}[0]",
        "{'k': {'v'}}",
        "f(x).![name]",
        "a && b || !c",
        "a == b != c",
        "a <= b >= c < d > e",
        "!!!!true",
        "a.and",
        "a.not.or",
        "x1_Y",
        "a.![profile.name]",
        "1 - -1",
        "- - - -1",
        "''''",
        "a ?.b",
        "NOT a AND b",
        "_a",
        "1.",
        "1.a",
        "a.?",
        "a.?b",
        "a?.",
        "{:}",
        "a ? b : {'k': c} ? d : e"
      })
  void passesWhatTheLanguageHas(String text) {
    assertEquals("", refusals(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "a = b|ASSIGNMENT@2+1",
        "=|ASSIGNMENT@0+1",
        "1 ++ 2|UNSUPPORTED_CONSTRUCT@2+2",
        "a--|UNSUPPORTED_CONSTRUCT@1+2",
        "a & b|UNSUPPORTED_CONSTRUCT@2+1",
        "#a|UNSUPPORTED_CONSTRUCT@0+1",
        "a @b|UNSUPPORTED_CONSTRUCT@2+1",
        "2 ^ 3|UNSUPPORTED_CONSTRUCT@2+1",
        "a;b|CHARACTER_NOT_ALLOWED@1+1",
        "a\\b|CHARACTER_NOT_ALLOWED@1+1",
        "$a|CHARACTER_NOT_ALLOWED@0+1",
        "`a|CHARACTER_NOT_ALLOWED@0+1",
        "~a|CHARACTER_NOT_ALLOWED@0+1",
        "\u00e9|CHARACTER_NOT_ALLOWED@0+1",
        "a\ud83d\ude00b;|CHARACTER_NOT_ALLOWED@1+2 CHARACTER_NOT_ALLOWED@4+1",
        "a\tb|CONTROL_CHARACTER@1+1",
        "'a\u202eb'|CONTROL_CHARACTER@2+1",
        "a\u007fb|CONTROL_CHARACTER@1+1",
        "a\u009fb|CONTROL_CHARACTER@1+1",
        "'\u061c\u200e\u200f\u2028\u202e\u2066\u2069'|CONTROL_CHARACTER@1+1 CONTROL_CHARACTER@2+1"
            + " CONTROL_CHARACTER@3+1 CONTROL_CHARACTER@4+1 CONTROL_CHARACTER@5+1"
            + " CONTROL_CHARACTER@6+1 CONTROL_CHARACTER@7+1",
        "a + 'b|UNCLOSED_TEXT@4+1",
        "'it's'|UNCLOSED_TEXT@5+1",
        "\"a'|UNCLOSED_TEXT@0+1",
        "(a|UNBALANCED_BRACKET@0+1",
        "a + {1, (2}|UNBALANCED_BRACKET@10+1",
        "a)|UNBALANCED_BRACKET@1+1",
        "[a)|UNBALANCED_BRACKET@2+1",
        "a].b(|UNBALANCED_BRACKET@1+1",
        "0xFF|NUMBER_FORM@0+4",
        "1e5 + 2L|NUMBER_FORM@0+3 NUMBER_FORM@6+2",
        "1.5f|NUMBER_FORM@0+4",
        "1d + 3abc|NUMBER_FORM@0+2 NUMBER_FORM@5+4",
        "9223372036854775808|NUMBER_TOO_LARGE@0+19",
        "1 + 99999999999999999999|NUMBER_TOO_LARGE@4+20",
        "a.?[b]|UNSUPPORTED_CONSTRUCT@1+3",
        "a{|UNBALANCED_BRACKET@1+1",
        "a[|UNBALANCED_BRACKET@1+1",
        "a.^[b]|UNSUPPORTED_CONSTRUCT@1+3",
        "a.$[b]|UNSUPPORTED_CONSTRUCT@1+3",
        "a?.[b]|UNSUPPORTED_CONSTRUCT@1+3 UNBALANCED_BRACKET@5+1",
        "a?.!b|UNSUPPORTED_CONSTRUCT@1+3",
        "!!!!!a|NESTING_TOO_DEEP@4+1",
        "1 + - - - - -1|NESTING_TOO_DEEP@12+1",
        "not not not not not a|NESTING_TOO_DEEP@16+3"
      })
  void refusesWithThePlace(String text, String expected) {
    assertEquals(expected, refusals(text));
  }

  @Test
  void refusesNothingAtAll() {
    assertEquals("EMPTY_EXPRESSION@0+0", refusals(""));
    assertEquals("EMPTY_EXPRESSION@0+3", refusals("   "));
    assertEquals("CONTROL_CHARACTER@0+1", refusals("\n"));
    assertEquals("CONTROL_CHARACTER@1+1 UNCLOSED_TEXT@0+1", refusals("'\u0000"));
    assertEquals("CHARACTER_NOT_ALLOWED@2+1", refusals("a | b"));
  }

  @Test
  void holdsEachBoundAtItsEdge() {
    assertEquals("", refusals("'" + "a".repeat(9_998) + "'"));
    assertEquals("TEXT_TOO_LONG@10000+0", refusals("'" + "a".repeat(9_999) + "'"));
    assertEquals("", refusals("(".repeat(24) + "1" + ")".repeat(24)));
    assertEquals("NESTING_TOO_DEEP@24+1", refusals("(".repeat(25) + "1" + ")".repeat(25)));
    assertEquals("", refusals("a ? ".repeat(8) + "b" + " : c".repeat(8)));
    assertEquals("TOO_MANY_CONDITIONS@34+1", refusals("a ? ".repeat(9) + "b" + " : c".repeat(9)));
    assertEquals("", refusals("a ? b : ".repeat(100) + "c"));
    assertEquals("", refusals("(" + "a ? ".repeat(8) + "b" + " : c".repeat(8) + ") ? d : e"));
    assertEquals("", refusals("1" + " + 1".repeat(400)));
    assertEquals("TOO_MANY_OPERATORS@1602+1", refusals("1" + " + 1".repeat(401)));
    assertEquals("TOO_MANY_OPERATORS@2002+2", refusals("a" + " eq a".repeat(401)));
    assertEquals("", refusals("a ?: b" + ", c ?: d".repeat(300)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge", "div", "mod", "matches"})
  void countsWordsAsOperatorsButNotAsMembers(String word) {
    String loud = word.toUpperCase(Locale.ROOT);
    assertEquals("TOO_MANY_OPERATORS", fault(("a " + loud + " ").repeat(401)));
    assertEquals("", fault(("a." + word + ", ").repeat(401)));
  }

  private static String fault(String text) {
    String all = refusals(text);
    return all.isEmpty() ? "" : all.substring(0, all.indexOf('@'));
  }

  @Test
  void knowsASignFromAnOperator() {
    assertEquals("", refusals("1" + " - 1".repeat(10)));
    assertEquals("", refusals("(1)" + " - (1)".repeat(10)));
    assertEquals("", refusals("'a'" + " - 'a'".repeat(10)));
    assertEquals("", refusals("- - 1, - - 1, - - 1"));
    assertEquals("", refusals("a ? - - 1 : - - - 1"));
    assertEquals("NESTING_TOO_DEEP@8+1", refusals("- - - - - 1"));
    assertEquals("NESTING_TOO_DEEP@9+1", refusals("{- - - - - 1}"));
    assertEquals("NESTING_TOO_DEEP@12+1", refusals("a * - - - - - 1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "?:", "?", "!"
      })
  void countsEverySymbol(String symbol) {
    String ladder = symbol.equals("?") ? "a ? b : " : "a " + symbol + " ";
    assertEquals("TOO_MANY_OPERATORS", fault(ladder.repeat(401)));
    assertEquals("", fault(ladder.repeat(400)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "z", "A", "Z", "_", "a0", "a9", "(a)", "'a'", "0", "9"})
  void takesNoOperandForAnOperator(String operand) {
    assertEquals("", refusals((operand + ", ").repeat(401)));
  }

  @Test
  void beginsToCountSignsAnew() {
    assertEquals("", refusals("- - (- - - 1)"));
    assertEquals("NESTING_TOO_DEEP@10+1", refusals("a,- - - - - 1"));
    assertEquals("NESTING_TOO_DEEP@15+1", refusals("a ? b :- - - - - 1"));
    assertEquals("CHARACTER_NOT_ALLOWED@1+1 NESTING_TOO_DEEP@10+1", refusals("a`- - - - - 1"));
    assertEquals("CONTROL_CHARACTER@1+1 NESTING_TOO_DEEP@10+1", refusals("a\t- - - - - 1"));
  }

  @Test
  void refusesANumberThatIsInfinite() {
    String digits = "1" + "0".repeat(400);
    assertEquals("NUMBER_TOO_LARGE@0+403", refusals(digits + ".0"));
  }

  @Test
  void tellsWhichIntegersNeedASuffix() {
    assertEquals(List.of(10), Gate.check("2147483648").longLiterals());
    assertEquals(List.of(14, 29), Gate.check("1 * 4000000000 + 000000000001").longLiterals());
    assertEquals(List.of(), Gate.check("0.99999999999").longLiterals());
    assertEquals(List.of(), Gate.check("999999999").longLiterals());
    assertEquals(List.of(10), Gate.check("0000000001").longLiterals());
    assertEquals(List.of(19), Gate.check("9223372036854775807").longLiterals());
  }

  @Test
  void speaksOfWhatIsThere() {
    assertEquals("`)` closes nothing", message("a)"));
    assertEquals("`)` stands where `[` must be closed", message("[a)"));
    assertEquals("`]` stands where `{` must be closed", message("{a]"));
    assertEquals("`}` stands where `(` must be closed", message("(a}"));
    assertEquals("`(` is never closed", message("(a"));
    assertEquals("the control character U+0009 may stand nowhere", message("\ta"));
    assertEquals("write a space instead", hint("\ta"));
    assertEquals("write a space instead", hint("\na"));
    assertEquals("write a space instead", hint("\ra"));
    assertEquals("", hint("\u0001a"));
    assertEquals("an expression is one value", hint("a;b"));
    assertEquals("", hint("a`b"));
    assertEquals(
        "outside a text only ASCII characters may stand, not U+1F600", message("\ud83d\ude00"));
    assertEquals("hexadecimal numbers are not part of the language", message("0x1"));
    assertEquals("numbers with an exponent are not part of the language", message("1e5"));
    assertEquals("numbers with an exponent are not part of the language", message("1e"));
    assertEquals("a name cannot begin with a digit", message("1each"));
    assertEquals("numbers take no suffix", message("1D"));
    assertEquals("increment is not part of the language", message("a++"));
    assertEquals("decrement is not part of the language", message("a--"));
    assertEquals("`=` assigns, and an expression assigns nothing", message("a = 1"));
  }
}
