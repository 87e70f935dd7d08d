package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.expression.spel.FrontEnd;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What editors ask for: completions, the canonical text, compilations again. */
@Tag("long")
class EditorTest {

  private static List<String> at(String text) {
    return Completions.at(text, text.codePointCount(0, text.length()) + 1, Person.scope("app"))
        .stream()
        .map(Completion::text)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "user.lo, login",
    "1 + user.first, firstName",
    "String.sub, substring",
    "String.toUpperCase(user.ema, email",
    "lastN, lastName",
    "isMemberOfA, isMemberOfAnyGroup",
    "user.login.sub, substring",
    "user.tags.si, size",
    "user?.getG, getGroups"
  })
  void offersWhatGoesOn(String text, String offered) {
    assertTrue(at(text).contains(offered), () -> at(text).toString());
  }

  @Test
  void offersNoSecretNothingInTextsAndNothingOfTheOtherDirection() {
    assertFalse(at("user.").contains("password"));
    assertFalse(at("user.").contains("pin"));
    assertEquals(List.of(), at("'user."));
    assertEquals(List.of(), at("appuser."));
  }

  @Test
  void tellsSignaturesAndKinds() {
    assertEquals(
        List.of(
            new Completion("len", "String.len(text)", "the length in UTF-16 units; of null, 0")),
        Completions.at("String.le", 10, Person.scope("app")));
    assertEquals(
        List.of(new Completion("age", "integer", "age")),
        Completions.at("user.ag + 1", 8, Person.scope("app")));
  }

  @ParameterizedTest
  @CsvSource({
    "user.age+1, user.age + 1",
    "NOT  user.active, !user.active",
    "user.login + \"x\", user.login + 'x'",
    "1 +, 1 +"
  })
  void formats(String text, String canonical) {
    assertEquals(canonical, ExpressionFormat.canonical(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1+2-3*4/5%6 | 1 + 2 - 3 * 4 / 5 % 6",
        "(1+2)*3 | (1 + 2) * 3",
        "1-(2-3) | 1 - (2 - 3)",
        "(1-2)-3 | 1 - 2 - 3",
        "(1*2)+3 | 1 * 2 + 3",
        "- (-1) | -(-1)",
        "+ 1 | +1",
        "-(1+2) | -(1 + 2)",
        "! (true and false) | !(true && false)",
        "!!true | !!true",
        "not(1<2) | !(1 < 2)",
        "1+1<2*3 | 1 + 1 < 2 * 3",
        "(1<2)==true | (1 < 2) == true",
        "a ge 1 | a >= 1",
        "a matches \"x\" | a matches 'x'",
        "a?b:c?d:e | a ? b : c ? d : e",
        "(a?b:c)?d:e | (a ? b : c) ? d : e",
        "a?(b?1:2):3 | a ? b ? 1 : 2 : 3",
        "a?:b?:'c' | a ?: b ?: 'c'",
        "(a?:b)?:c | (a ?: b) ?: c",
        "(a?:b)+'c' | (a ?: b) + 'c'",
        "(a?:b)?c:d | (a ?: b) ? c : d",
        "{1,{2,3},{}} | {1, {2, 3}, {}}",
        "f( 1,'it''s' ) | f(1, 'it''s')",
        "a . b ?. c [0] | a.b?.c[0]",
        "a['x y'].f(1)?.g() | a['x y'].f(1)?.g()",
        "(a+b).f() | (a + b).f()",
        "(-1).f() | (-1).f()",
        "(a?b:c).d | (a ? b : c).d",
        "g({'a.b':{'x'},c:1}) | g({'a.b': {'x'}, 'c': 1})",
        "a.![ b . c ] | a.![b.c]",
        "10000000.0 | 10000000.0",
        "0.5 | 0.5",
        "9223372036854775807 | 9223372036854775807",
        "NULL | null",
        "TRUE | true"
      })
  void writesBracketsOnlyWhereTheTreeNeedsThem(String text, String canonical) {
    assertEquals(canonical, ExpressionFormat.canonical(text));
  }

  @Test
  void writesAlternatives() {
    assertEquals("true || false && true", ExpressionFormat.canonical("true or (false and true)"));
    assertEquals("(true || false) && true", ExpressionFormat.canonical("(true or false) and true"));
  }

  @ParameterizedTest
  @MethodSource("io.attune.expression.ConformanceTest#functions")
  void formatsAFormattedTextToItself(ConformanceLine line) {
    String once = ExpressionFormat.canonical(line.expression());
    assertEquals(once, ExpressionFormat.canonical(once));
    assertEquals(outcome(line, line.expression()), outcome(line, once));
  }

  /** Parsing what was printed gives the tree that was printed. */
  @Test
  void printsWhatParsesToTheSameTree() {
    WellTyped generator = new WellTyped(20150731);
    for (int count = 0; count < 5_000; count++) {
      String text = generator.expression().replace("~", "");
      assertEquals(tree(text), tree(ExpressionFormat.canonical(text)), text);
    }
  }

  /** The tree in words, without the places, which differ. */
  private static String tree(String text) {
    FrontEnd.Tree tree = assertInstanceOf(FrontEnd.Tree.class, FrontEnd.parse(text), text);
    return tree.syntax().toString().replaceAll("Place\\[offset=\\d+, length=\\d+\\]", "");
  }

  private static Object outcome(ConformanceLine line, String text) {
    return Expression.compile(text, Person.scope(line.scope()), line.target())
            instanceof Compilation.Compiled compiled
        ? codeOrValue(compiled.expression().evaluate(Person.input(line.scope())))
        : "refused";
  }

  private static Object codeOrValue(Evaluation evaluation) {
    return evaluation instanceof Evaluation.Failed failed
        ? failed.failure().code()
        : evaluation instanceof Evaluation.Value value ? value.value() : "absent";
  }

  @Test
  void answersTheSameCompilationAgainAndForgetsWithinItsBound() {
    ExpressionCache cache = new ExpressionCache(2_010);
    Compilation first = cache.compile("1 + 1", Person.scope("app"), null);
    assertSame(first, cache.compile("1 + 1", Person.scope("app"), null));
    for (int number = 0; number < 100; number++) {
      cache.compile("1 + " + number, Person.scope("app"), null);
    }
    cache.tidy();
    assertTrue(cache.size() <= 10);
  }
}
