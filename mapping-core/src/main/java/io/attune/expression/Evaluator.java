package io.attune.expression;

import io.attune.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs expressions, one at a time: the reusable state of one thread. Nothing is allocated for a
 * success beyond its value.
 *
 * <pre>
 * Object value = evaluator.evaluate(expression, input);
 * if (evaluator.failure() != null) { … }
 * </pre>
 */
public final class Evaluator {
  private final Abort abort = new Abort();
  private final Budget budget = new Budget();
  private final Memo memo = new Memo();
  private final Arguments arguments = new Arguments(this);
  private final List<EvaluationWarning> warnings = new ArrayList<>();
  private EvaluationInput input = EvaluationInput.ofUser(EvaluationRun.EMPTY, null);
  private @Nullable Profile appUser;
  private @Nullable Profile user;
  private @Nullable EvaluationFailure failure;

  /**
   * The value of an expression, of the target's kind where it was compiled with one; null where it
   * is absent or the evaluation failed: {@link #failure()} tells which.
   */
  public @Nullable Object evaluate(Expression expression, EvaluationInput newInput) {
    return run(expression.root(), newInput);
  }

  /** Why the last evaluation failed; null if it did not. */
  public @Nullable EvaluationFailure failure() {
    return failure;
  }

  /** What the last evaluation warned of; a view that the next evaluation empties. */
  public List<EvaluationWarning> warnings() {
    return warnings;
  }

  // The same input, not an equal one: comparing profiles would cost more than reading them.
  @SuppressWarnings("ReferenceEquality")
  @Nullable Object run(Node root, EvaluationInput newInput) {
    // All expressions of a table run over one input in turn.
    if (input != newInput) {
      input = newInput;
      appUser = newInput.appUser();
      UserRecord record = newInput.user();
      user = record == null ? null : record.profile();
    }
    budget.reset();
    if (failure != null) {
      failure = null;
      arguments.reset();
    }
    if (!warnings.isEmpty()) {
      warnings.clear();
    }
    try {
      // Many expressions are no more than an attribute: the call would cost more than the reading.
      return root instanceof SlotNode slot ? slot.value(this) : root.value(this);
    } catch (Abort aborted) {
      return null;
    }
  }

  EvaluationInput input() {
    return input;
  }

  @Nullable Profile appUser() {
    return appUser;
  }

  @Nullable Profile user() {
    return user;
  }

  Arguments arguments() {
    return arguments;
  }

  Memo memo() {
    return memo;
  }

  Budget budget() {
    return budget;
  }

  void warn(EvaluationWarning warning) {
    if (warnings.size() < Bounds.WARNINGS) {
      warnings.add(warning);
    }
  }

  /** Records a failure; the caller throws what it returns. */
  Abort fail(FailureCode code, int column, String message) {
    failure = new EvaluationFailure(code, column, message);
    return abort;
  }
}
