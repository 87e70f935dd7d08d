package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which name an unknown one most likely meant. */
class SuggestionTest {
  @ParameterizedTest
  @CsvSource({
    "logn, login",
    "loginn, login",
    "lgoin, login",
    "LOGIN, login",
    "ligin, login",
    "emial, email",
    "fistName, firstName",
    "nameFirst,",
    "x,",
    "ab, ac",
    "ab,",
    "abcdef, abxdyf",
    "abcdef,"
  })
  void isWithinAThirdOfTheName(String name, String expected) {
    List<String> known =
        expected == null ? List.of("login", "xyz", "abxyzf") : List.of("zzzzzz", expected);
    assertEquals(expected, Suggestion.closest(name, known));
  }

  @Test
  void isTheClosestAndOfEqualsTheFirstByName() {
    assertEquals("abcd", Suggestion.closest("abce", List.of("abxd", "abcd", "xbcd")));
    assertEquals("aba", Suggestion.closest("abx", List.of("abc", "aba", "abb")));
    assertEquals("aba", Suggestion.closest("abx", List.of("aba", "abc")));
    assertEquals("closest is `aba`", Suggestion.hint("abx", List.of("aba")));
    assertEquals("", Suggestion.hint("abx", List.of("q")));
  }

  @Test
  void looksAtNamesOfAtMost64Characters() {
    String name = "a".repeat(64);
    assertEquals(name, Suggestion.closest(name, List.of(name)));
    assertNull(Suggestion.closest(name + "a", List.of(name)));
    assertNull(Suggestion.closest(name, List.of(name + "a")));
  }
}
