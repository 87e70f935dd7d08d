package io.attune.expression;

import io.attune.profile.AttributeDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked expression, ready to run. Immutable and safe to share between threads; what a run needs
 * of state is in its {@link Evaluator}. Source: expression-language.
 */
public final class Expression {
  private final String text;
  private final ExpressionScope scope;
  private final @Nullable AttributeDefinition target;
  private final Node root;

  Expression(String text, ExpressionScope scope, @Nullable AttributeDefinition target, Node root) {
    this.text = text;
    this.scope = scope;
    this.target = target;
    this.root = root;
  }

  /**
   * Checks a text and makes it ready to run. A text that cannot run is an answer, not an exception.
   *
   * @param text what the administrator wrote
   * @param scope what it may name
   * @param target the attribute that its value is converted for; null to take the value as it is
   */
  public static Compilation compile(
      String text, ExpressionScope scope, @Nullable AttributeDefinition target) {
    return new Compiler(text, scope, target).compile();
  }

  /** The text as it was compiled. */
  public String text() {
    return text;
  }

  /** The attribute that values are converted for, or null. */
  public @Nullable AttributeDefinition target() {
    return target;
  }

  /** What it gives for one person. For many, an {@link Evaluator} is cheaper. */
  public Evaluation evaluate(EvaluationInput input) {
    Evaluator evaluator = new Evaluator();
    Object value = evaluator.evaluate(this, input);
    List<EvaluationWarning> warnings = List.copyOf(evaluator.warnings());
    EvaluationFailure failure = evaluator.failure();
    if (failure != null) {
      return new Evaluation.Failed(failure, warnings);
    }
    return value == null ? new Evaluation.Absent(warnings) : new Evaluation.Value(value, warnings);
  }

  /** What it gives for one person, and how: for people, not for many records. */
  public Explanation explain(EvaluationInput input) {
    return Explainer.explain(this, input);
  }

  Node root() {
    return root;
  }

  ExpressionScope scope() {
    return scope;
  }

  @Override
  public String toString() {
    return text;
  }
}
