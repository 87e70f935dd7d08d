package io.attune.expression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One fact about the language.
 *
 * @param row the row of the specification that says it
 * @param expression what is compiled
 * @param scope where it stands, see {@link Person#scope}
 * @param target the attribute that its value is converted for, or null
 * @param expected a JSON value, {@code FAILS CODE}, {@code REFUSED CODE}, or {@code WARNS CODE}
 *     followed by what the evaluation gives
 */
record ConformanceLine(
    String row,
    String expression,
    String scope,
    @Nullable AttributeDefinition target,
    String expected) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Operators, names, what compiling reports and bounds. */
  static List<ConformanceLine> ofOperators() {
    return read("conformance.tsv");
  }

  /** Functions, methods and the conversion into the target. */
  static List<ConformanceLine> ofFunctions() {
    return read("conformance-functions.tsv");
  }

  /** What Okta documents, example by example. */
  static List<ConformanceLine> ofOktasPages() {
    return read("conformance-okta.tsv");
  }

  /** What authors are told; {@code expected} is not in the form of the other files. */
  static List<ConformanceLine> ofIssueTexts() {
    return read("issues.tsv");
  }

  private static List<ConformanceLine> read(String resource) {
    return Corpus.read(resource, 4).stream().map(ConformanceLine::of).toList();
  }

  private static ConformanceLine of(List<String> cells) {
    String[] context = cells.get(2).split(" -> ", 2);
    AttributeDefinition target = context.length == 1 ? null : target(context[1]);
    return new ConformanceLine(cells.get(0), cells.get(1), context[0], target, cells.get(3));
  }

  private static AttributeDefinition target(String text) {
    boolean required = text.startsWith("required ");
    String kind = required ? text.substring("required ".length()) : text;
    return AttributeDefinition.of(
            "target", AttributeKind.valueOf(kind.toUpperCase(Locale.ROOT).replace(' ', '_')))
        .withRequired(required);
  }

  /** The code that compiling must report; null if it must report no error. */
  @Nullable IssueCode issue() {
    boolean told = expected.startsWith("REFUSED ") || expected.startsWith("WARNS ");
    return told ? IssueCode.valueOf(expected.split(" ", 3)[1]) : null;
  }

  boolean isRefused() {
    return expected.startsWith("REFUSED ");
  }

  /** What evaluating must give: a JSON value or {@code FAILS CODE}. */
  private String outcome() {
    return expected.startsWith("WARNS ") ? expected.split(" ", 3)[2] : expected;
  }

  /** The code that evaluating must fail with, or null. */
  @Nullable FailureCode failure() {
    String outcome = outcome();
    return outcome.startsWith("FAILS ") ? FailureCode.valueOf(outcome.substring(6)) : null;
  }

  /** The value that evaluating must give; null where it is absent. */
  @Nullable Object value() {
    try {
      return closed(JSON.readValue(outcome(), Object.class));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException(this + ": " + unreadable.getMessage(), unreadable);
    }
  }

  private static @Nullable Object closed(@Nullable Object value) {
    if (value instanceof Integer number) {
      return number.longValue();
    }
    return value instanceof List<?> list
        ? list.stream().map(ConformanceLine::closed).toList()
        : value;
  }

  @Override
  public String toString() {
    return row + ": " + (expression.length() > 80 ? expression.substring(0, 80) : expression);
  }
}
