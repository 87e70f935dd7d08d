package io.attune.mapping;

import io.attune.expression.Compilation;
import io.attune.expression.Direction;
import io.attune.expression.EvaluationInput;
import io.attune.expression.EvaluationWarning;
import io.attune.expression.Evaluator;
import io.attune.expression.Expression;
import io.attune.expression.ExpressionScope;
import io.attune.expression.Issue;
import io.attune.expression.Suggestion;
import io.attune.mapping.MappingOutcome.State;
import io.attune.mapping.MappingOutcome.Warning;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mapping table, checked and ready to run. Immutable and safe to share between threads. Source:
 * okta-behaviour 1.
 */
public final class MappingProgram {
  private final ExpressionScope scope;
  private final ProfileSchema target;
  private final @Nullable Expression[] expressions;
  private final @Nullable PushStatus[] pushStatuses;

  private MappingProgram(
      ExpressionScope scope,
      ProfileSchema target,
      @Nullable Expression[] expressions,
      @Nullable PushStatus[] pushStatuses) {
    this.scope = scope;
    this.target = target;
    this.expressions = expressions;
    this.pushStatuses = pushStatuses;
  }

  /**
   * Checks every row of a table and makes it ready to run.
   *
   * @param scope its direction decides what is written: users on the way to Okta, else app users
   */
  public static MappingCompilation compile(MappingTable table, ExpressionScope scope) {
    ProfileSchema target =
        scope.direction() == Direction.TO_APP ? scope.appSchema() : scope.userSchema();
    @Nullable Expression[] expressions = new @Nullable Expression[target.size()];
    @Nullable PushStatus[] pushStatuses = new @Nullable PushStatus[target.size()];
    List<MappingIssue> issues = new ArrayList<>();
    for (AttributeMapping mapping : table.mappings()) {
      int slot = target.slot(mapping.target());
      if (slot < 0) {
        issues.add(unknown(mapping, target));
        continue;
      }
      AttributeDefinition attribute = target.attribute(slot);
      Compilation compilation = Expression.compile(mapping.expression(), scope, attribute);
      for (Issue issue : compilation.issues()) {
        issues.add(
            new MappingIssue(
                mapping.target(),
                issue.code().name(),
                issue.isError(),
                issue.message(),
                issue.hint(),
                issue));
      }
      if (compilation instanceof Compilation.Compiled compiled) {
        expressions[slot] = compiled.expression();
      }
      pushStatuses[slot] = mapping.pushStatus();
    }
    boolean failed = issues.stream().anyMatch(MappingIssue::isError);
    MappingProgram program =
        failed ? null : new MappingProgram(scope, target, expressions, pushStatuses);
    return new MappingCompilation(program, issues);
  }

  private static MappingIssue unknown(AttributeMapping mapping, ProfileSchema target) {
    List<String> names = target.attributes().stream().map(AttributeDefinition::name).toList();
    String closest = Suggestion.hint(mapping.target(), names);
    return rowIssue(
        mapping,
        "UNKNOWN_TARGET",
        "the schema has no attribute `" + mapping.target() + "`",
        closest);
  }

  private static MappingIssue rowIssue(
      AttributeMapping mapping, String code, String message, String hint) {
    return new MappingIssue(mapping.target(), code, true, message, hint, null);
  }

  /** What its expressions may name. */
  public ExpressionScope scope() {
    return scope;
  }

  /** The schema of what it writes. */
  public ProfileSchema target() {
    return target;
  }

  /** Whether a mapping writes the attribute in this slot; false for -1. */
  public boolean maps(int slot) {
    return slot >= 0 && expressions[slot] != null;
  }

  /** The expression of a slot, or null where nothing is mapped. */
  public @Nullable Expression expression(int slot) {
    return expressions[slot];
  }

  /** When the mapping of a slot applies, as the table says; null where it does not. */
  public @Nullable PushStatus pushStatus(int slot) {
    return pushStatuses[slot];
  }

  /** Runs every mapping for one person; one that fails changes no other. */
  public MappingOutcome apply(Evaluator evaluator, EvaluationInput input) {
    int size = target.size();
    State[] states = new State[size];
    @Nullable Object[] results = new @Nullable Object[size];
    List<Warning> warnings = List.of();
    for (int slot = 0; slot < size; slot++) {
      Expression expression = expressions[slot];
      if (expression == null) {
        states[slot] = State.UNMAPPED;
        continue;
      }
      Object value = evaluator.evaluate(expression, input);
      if (evaluator.failure() != null) {
        states[slot] = State.FAILED;
        results[slot] = Objects.requireNonNull(evaluator.failure());
      } else {
        states[slot] = value == null ? State.ABSENT : State.VALUE;
        results[slot] = value;
      }
      warnings = withWarnings(warnings, slot, evaluator.warnings());
    }
    return new MappingOutcome(states, results, warnings);
  }

  private static List<Warning> withWarnings(
      List<Warning> warnings, int slot, List<EvaluationWarning> more) {
    if (more.isEmpty()) {
      return warnings;
    }
    List<Warning> all = new ArrayList<>(warnings);
    more.forEach(warning -> all.add(new Warning(slot, warning)));
    return all;
  }
}
