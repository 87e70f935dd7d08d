package io.attune.expression;

/**
 * Why an evaluation has no value. Each has an example that a test runs. Source: expression-language
 * 1, 3 and 6.
 */
public enum FailureCode {
  NULL_OPERAND(
      "an operator that needs a value met null",
      "user.absent + 1",
      "choose a value for null: `user.absent ?: 0`"),
  NULL_ARGUMENT(
      "an argument that must have a value is null",
      "String.append(user.absent, 'x')",
      "choose a value for null: `user.absent ?: ''`"),
  NULL_HAS_NO_MEMBER(
      "a method, an index or a member was asked of null",
      "user.absent.length()",
      "write `?.` to get null instead: `user.absent?.length()`"),
  WRONG_KIND(
      "an operand or argument has a kind that its place cannot take",
      "(user.age > 1 ? 'a' : 1) * 2",
      "convert it, as with `Convert.toInt`"),
  OVERFLOW(
      "the result of arithmetic has no place in 64 bits or is not finite",
      "9223372036854775807 + 1",
      "use smaller numbers, or a number with decimals"),
  DIVISION_BY_ZERO("the right side of `/` or `%` is zero", "1 / 0", "ask before dividing"),
  INDEX_OUT_OF_RANGE(
      "an array has no element at that place, counted from 0",
      "{1, 2}[2]",
      "ask `Arrays.size` first"),
  RANGE_OUT_OF_TEXT(
      "`substring` was asked for places that the text does not have",
      "String.substring('abc', 2, 1)",
      "ask `String.len` first"),
  EMPTY_SEARCH(
      "a function was asked to look for the empty text",
      "String.replace('abc', '', 'x')",
      "give it something to look for"),
  NOT_A_NUMBER(
      "a text that must be a number is none",
      "Convert.toInt('12a')",
      "digits only, with a decimal point for numbers"),
  NUMBER_OUT_OF_RANGE(
      "a number has no place in the kind it is converted to",
      "Convert.toInt('99999999999999999999')",
      "integers end at 9223372036854775807"),
  UNUSABLE_NUMBER(
      "an attribute holds a number that arrived too large to be one",
      "user.unusable + 1",
      "correct it at its source"),
  UNKNOWN_COUNTRY(
      "a text is no country code or country name",
      "Iso3166Convert.toAlpha2('Atlantis')",
      "use a code of ISO 3166-1"),
  INVALID_TIME(
      "a text is no time of the form it must have",
      "Time.fromIso8601ToUnix('yesterday')",
      "ISO 8601, as in `2015-07-31T17:18:37.979Z`, or the pattern that was given"),
  INVALID_PATTERN(
      "a pattern of dates is none",
      "Time.now('UTC', 'bb')",
      "letters of Joda patterns, other text in quotes"),
  TIME_OUT_OF_RANGE(
      "a time lies outside the years 0000 to 9999",
      "DateTime.now().plusDays(99999999)",
      "use a smaller step"),
  UNKNOWN_ZONE(
      "a text names no time zone", "Time.now('Mars/Olympus')", "use an IANA name, as `Asia/Tokyo`"),
  NO_CLOCK(
      "the time was asked for and the evaluation was given none", "", "give the evaluation a time"),
  INVALID_REGEX(
      "a computed pattern of `matches` cannot be read or crosses a bound",
      "'x' matches String.append('(', user.login)",
      "see the bounds of patterns"),
  INPUT_TOO_LONG(
      "a text is too long to be matched against a pattern", "", "match at most 4096 characters"),
  TEXT_TOO_LONG("a text would exceed 65536 characters", "", "make less"),
  LIST_TOO_LONG("an array would exceed 10000 elements", "", "make less"),
  TOO_COSTLY("an evaluation makes more than its bounds in all", "", "make less"),
  INVALID_CRITERIA(
      "a map of group criteria has an unknown key or value",
      "",
      "keys: `group.id`, `group.type`, `group.source.id`, `group.profile.name`"),
  NOT_A_VALUE(
      "the result is a user, a group or a map, of which nothing can be stored",
      "",
      "choose one attribute of it"),
  NOT_CONVERTIBLE(
      "the result cannot be converted to the kind of the target attribute",
      "",
      "convert it in the expression");

  private final String meaning;
  private final String example;
  private final String advice;

  FailureCode(String meaning, String example, String advice) {
    this.meaning = meaning;
    this.example = example;
    this.advice = advice;
  }

  /** One sentence for the reference. */
  public String meaning() {
    return meaning;
  }

  /** An expression that fails so for the reference's example user; empty where one is too long. */
  public String example() {
    return example;
  }

  /** What an author can do. */
  public String advice() {
    return advice;
  }
}
