package io.attune.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of the call that runs now, evaluated and of the kinds that the parameters want.
 *
 * <p>One for each evaluator: a stack on which calls put their arguments, and a view of the topmost
 * call's. An array for each call would be most of what an evaluation allocates. A body must not
 * keep it.
 */
final class Arguments {
  private final Evaluator evaluator;
  private @Nullable Object[] stack = new @Nullable Object[32];
  private int top;
  private int start;
  private int count;
  private int column;

  Arguments(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Forgets calls that a failure cut short. */
  void reset() {
    top = 0;
  }

  /** Takes room for so many arguments; answers where the first one goes. */
  int enter(int size) {
    int first = top;
    top += size;
    if (top > stack.length) {
      stack = Arrays.copyOf(stack, 2 * top);
    }
    return first;
  }

  void put(int place, @Nullable Object value) {
    stack[place] = value;
  }

  /** Takes note of where the call is that runs now: its failures point there. */
  Arguments at(int newColumn) {
    column = newColumn;
    return this;
  }

  /** Shows the body the arguments that begin here. */
  Arguments of(int first, int size) {
    start = first;
    count = size;
    return this;
  }

  /** Gives the room back. */
  void leave(int first) {
    top = first;
  }

  int count() {
    return count;
  }

  @Nullable Object value(int index) {
    return stack[start + index];
  }

  /** An argument that is not null. */
  Object given(int index) {
    return Objects.requireNonNull(value(index));
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
    return (String) given(index);
  }

  @Nullable String nullableText(int index) {
    return (String) value(index);
  }

  long integer(int index) {
    return (Long) given(index);
  }

  /** An array argument that is not null. */
  List<?> array(int index) {
    return (List<?>) given(index);
  }

  @Nullable List<?> nullableArray(int index) {
    return (List<?>) value(index);
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
