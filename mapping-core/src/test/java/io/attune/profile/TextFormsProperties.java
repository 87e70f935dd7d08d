package io.attune.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.re2j.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Differential: one pass over a text against the regular expression that its Javadoc states. */
class TextFormsProperties {
  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s@\"(),:;<>\\[\\\\\\]]+@[^\\s@\"(),:;<>\\[\\\\\\].]+(\\.[^\\s@\"(),:;<>\\[\\\\\\].]+)*");
  private static final Pattern URI =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+");
  private static final Pattern LANGUAGE_TAG =
      Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*");

  /** Few characters, so that texts of every form, and texts just beside one, are frequent. */
  private static Arbitrary<String> texts(String characters, int most) {
    return Arbitraries.strings().withChars(characters.toCharArray()).ofMaxLength(most);
  }

  @Provide
  Arbitrary<String> nearMails() {
    return Arbitraries.oneOf(
        texts("aé語@..\uD83D\uDE00", 8), texts("a@.\t\n\u000B\f\r \u00A0\"(),:;<>[\\]", 7));
  }

  @Provide
  Arbitrary<String> nearUris() {
    return Arbitraries.oneOf(
        texts("aZ9+.-:é/\uD83D", 8), texts("a:\t\n\u000B\f\r \u00A0<>\"{}|\\^`[]_@", 6));
  }

  @Provide
  Arbitrary<String> nearTags() {
    return Arbitraries.oneOf(texts("aZ-_9", 12), texts("az@[`{/:09é-", 6), texts("a-", 22));
  }

  @Property(tries = 20_000)
  void mailsAreWhatTheExpressionSays(@ForAll("nearMails") String text) {
    assertEquals(EMAIL.matches(text), TextForms.isEmail(text), text);
  }

  @Property(tries = 20_000)
  void urisAreWhatTheExpressionSays(@ForAll("nearUris") String text) {
    assertEquals(URI.matches(text), TextForms.isUri(text), text);
  }

  @Property(tries = 20_000)
  void languageTagsAreWhatTheExpressionSays(@ForAll("nearTags") String text) {
    assertEquals(LANGUAGE_TAG.matches(text), TextForms.isLanguageTag(text), text);
  }

  @Property(tries = 5_000)
  void unpairedSurrogatesAreCodePointsOfTheirOwn(@ForAll("halves") String text) {
    boolean expected =
        text.codePoints()
            .anyMatch(
                point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    assertEquals(expected, TextForms.hasUnpairedSurrogate(text));
  }

  @Provide
  Arbitrary<String> halves() {
    return texts("a\uD83D\uDE00\uDBFF\uDC00\uE000\uD7FF", 6);
  }
}
