package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pattern counts for, and where it is refused. Source: expression-language 6; trust 1.7. */
class RegexGateTest {
  /** A character, a class and an escape count one, a group one more than what it holds. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "abc 0",
        "a*b+c? 0",
        "a{5} 5",
        "a{0} 0",
        "a{1} 0",
        "a{2} 2",
        "a{3,} 3",
        "a{2,9} 9",
        "a{9}? 9",
        "a{5}b{7} 12",
        "xa{5}y 5",
        "(ab){20} 60",
        "(ab){20}c{5} 65",
        "(a|b){4} 12",
        "(^a$){4} 8",
        "(a{10}){20} 220",
        "((a{2}){3}){4} 40",
        "(a{2}b{3}){4} 24",
        "(a{2})b{3} 5",
        "[abc]{7} 7",
        "[]a]{7} 7",
        "[^]a]{7} 7",
        "[^a]{7} 7",
        "[\\]a]{7} 7",
        "[\\\\]{7} 7",
        "[[:alpha:]]{7} 7",
        "[[:alpha:]x]{7} 7",
        "[a[]{7} 7",
        "[({9}]{2} 2",
        "\\d{7} 7",
        "\\.{7} 7",
        "\\({7} 7",
        "\\x{41}{7} 7",
        "\\p{Greek}{7} 7",
        "\\P{Greek}{7} 7",
        "\\pN{7} 7",
        "\\Qa{9}\\E 0",
        "\\Qa{9} 0",
        "\\Qabc\\E{7} 21",
        "\\Qab\\Ec{7} 7",
        "a{x} 0",
        "a{3 0",
        "a{3,x} 0",
        "a{x}b{4} 4",
        "a{ 0",
      })
  void counts(String pattern, long repeated) {
    RegexGate.Accepted accepted =
        assertInstanceOf(RegexGate.Accepted.class, RegexGate.check(pattern), pattern);
    assertEquals(repeated, accepted.size() - pattern.length());
    assertEquals(pattern, accepted.pattern().pattern());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "(a{10}){100} ACCEPTED",
        "(a{10}){101} multiply",
        "((a{10}){10}){11} multiply",
        "(a{1001}) multiply",
        "a{99999999999999999999} multiply",
        "(a{999999}){999999} multiply",
        "a{1000}b{1000} ACCEPTED",
        "a{1000}b{999}c{2} add",
        "(ab){700} add",
        "((((((((((a)))))))))) ACCEPTED",
        "(((((((((((a))))))))))) nests",
        "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k) ACCEPTED",
        "( read",
        ") read",
        "a) read",
        "[a read",
        "[ read",
        "[^ read",
        "[\\ read",
        "\\ read",
        "\\x{41 read",
        "\\p{Greek read",
        "a** read",
        "a{2}{3} read",
        "(?<=a) read",
        "\\1 read"
      })
  void refuses(String pattern, String why) {
    RegexGate.Checked checked = RegexGate.check(pattern);
    String said = checked instanceof RegexGate.Refused refused ? refused.message() : "ACCEPTED";
    assertEquals(true, said.contains(why), () -> pattern + ": " + said);
  }

  @Test
  void boundsTheLength() {
    String longest = "a".repeat(Bounds.PATTERN_CHARS);
    assertInstanceOf(RegexGate.Accepted.class, RegexGate.check(longest));
    assertInstanceOf(RegexGate.Refused.class, RegexGate.check(longest + "a"));
    assertEquals("", PatternBounds.refusal(longest));
    assertEquals("the pattern has more than 200 characters", PatternBounds.refusal(longest + "a"));
  }
}
