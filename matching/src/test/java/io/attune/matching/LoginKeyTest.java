package io.attune.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which logins collide. Source: okta-behaviour 2.16; acceptance case 23. */
class LoginKeyTest {
  @ParameterizedTest
  @CsvSource({
    "ANN@X, ann@x",
    "A\u007f, a\u007f",
    "J\u00fcrgen@x, jurgen@x",
    "JU\u0308RGEN@X, jurgen@x",
    "\u0130pek@x, ipek@x",
    // A mark that spaces (Devanagari aa), and one that encloses (a circle).
    "\u0915\u093e@x, \u0915@x",
    "a\u20dd@x, a@x",
    // Not marks: the dotless i, sharp s, the stroke of o.
    "\u0131, \u0131",
    "\u00df, \u00df",
    "\u00d8, \u00f8",
    "\u03a3, \u03c3",
    "\ud801\udc00, \ud801\udc28"
  })
  void aLoginCollidesByItsLettersWithoutCaseAndMarks(String login, String key) {
    assertEquals(key, LoginKey.of(login));
    assertEquals(key, LoginKey.of(key));
  }

  @ParameterizedTest
  @CsvSource({"ann@x, anne@x", "stra\u00dfe, strasse", "\u0131, i", "\uff21, a"})
  void whatOnlyLooksAlikeDoesNotCollide(String one, String other) {
    assertNotEquals(LoginKey.of(one), LoginKey.of(other));
  }

  /** Lower case brings no mark back, since capital I with a dot is taken apart before. */
  @Test
  void aKeyIsItsOwnKeyWhateverTheCharacter() {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
        String key = LoginKey.of("x" + Character.toString(point));
        assertEquals(key, LoginKey.of(key), () -> key.codePoints().boxed().toList().toString());
      }
    }
  }
}
