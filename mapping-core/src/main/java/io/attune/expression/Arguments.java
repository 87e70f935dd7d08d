package io.attune.expression;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The arguments of one call, evaluated and of the kinds that the parameters want. */
final class Arguments {
  private final Evaluator evaluator;
  private final int column;
  private final @Nullable Object[] values;

  Arguments(Evaluator evaluator, int column, @Nullable Object[] values) {
    this.evaluator = evaluator;
    this.column = column;
    this.values = values;
  }

  int count() {
    return values.length;
  }

  @Nullable Object value(int index) {
    return values[index];
  }

  /** An argument that is not null. */
  Object given(int index) {
    return Objects.requireNonNull(values[index]);
  }

  EvaluationInput input() {
    return evaluator.input();
  }

  Memo memo() {
    return evaluator.memo();
  }

  /** An element as text; one that is null or has no text fails. */
  String rendered(@Nullable Object element) {
    if (element == null) {
      throw fail(FailureCode.NULL_ARGUMENT, "an element of the array is null");
    }
    return Values.render(evaluator, column, element);
  }

  /** A text argument that is not null. */
  String text(int index) {
    return (String) Objects.requireNonNull(values[index]);
  }

  @Nullable String nullableText(int index) {
    return (String) values[index];
  }

  long integer(int index) {
    return (Long) Objects.requireNonNull(values[index]);
  }

  /** An array argument that is not null. */
  List<?> array(int index) {
    return (List<?>) Objects.requireNonNull(values[index]);
  }

  @Nullable List<?> nullableArray(int index) {
    return (List<?>) values[index];
  }

  /** Whether a text matches a pattern as a whole. */
  boolean matches(String pattern, String text) {
    return MatchesNode.matches(evaluator, column, evaluator.memo().pattern(pattern), text);
  }

  /** Takes room for a text before it is built. */
  int roomForText(long length) {
    return evaluator.budget().text(evaluator, column, length);
  }

  /** Takes room for a list before it is built. */
  int roomForList(long size) {
    return evaluator.budget().list(evaluator, column, size);
  }

  /** Counts work that makes nothing. */
  void steps(long count) {
    evaluator.budget().steps(evaluator, column, count);
  }

  /** Says that a null element was left out. */
  void warnOfSkippedNull() {
    evaluator.warn(
        new EvaluationWarning(
            EvaluationWarning.Code.NULL_SKIPPED, column, "a null element was left out"));
  }

  /** Records a failure; the caller throws what it returns. */
  Abort fail(FailureCode code, String message) {
    return evaluator.fail(code, column, message);
  }
}
