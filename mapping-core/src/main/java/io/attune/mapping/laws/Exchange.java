package io.attune.mapping.laws;

import io.attune.expression.EvaluationInput;
import io.attune.expression.EvaluationRun;
import io.attune.expression.Evaluator;
import io.attune.expression.Expression;
import io.attune.expression.ExpressionFacts;
import io.attune.expression.UserRecord;
import io.attune.mapping.MappingProgram;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One mapping table after the other, as two systems that listen to each other run them. A failure
 * keeps the value, null takes the schema's default; no profile is validated.
 */
final class Exchange {
  private final MappingProgram toOkta;
  private final MappingProgram toApp;
  private final EvaluationRun run;
  private final Evaluator evaluator = new Evaluator();

  Exchange(MappingProgram toOkta, MappingProgram toApp, EvaluationRun run) {
    this.toOkta = toOkta;
    this.toApp = toApp;
    this.run = run;
  }

  /** The Okta user as the app user leaves it, in the slots that are {@code written}. */
  Profile toOkta(Profile appUser, Profile user, IntPredicate written) {
    return write(toOkta, EvaluationInput.ofAppUser(run, appUser), user, written);
  }

  /** The app user as the Okta user leaves it, in the slots that are {@code written}. */
  Profile toApp(Profile user, Profile appUser, IntPredicate written) {
    EvaluationInput input = EvaluationInput.ofUser(run, UserRecord.of(user)).withAppUser(appUser);
    return write(toApp, input, appUser, written);
  }

  private Profile write(
      MappingProgram program, EvaluationInput input, Profile before, IntPredicate written) {
    ProfileSchema schema = program.target();
    @Nullable Object[] values = before.toArray();
    for (int slot = 0; slot < values.length; slot++) {
      Expression expression = program.expression(slot);
      if (expression != null && written.test(slot)) {
        Object value = evaluator.evaluate(expression, input);
        if (evaluator.failure() == null) {
          values[slot] = value == null ? schema.attribute(slot).defaultValue() : value;
        }
      }
    }
    return Profile.ofOwned(schema, values);
  }

  /** Every constant in the tables, in slot order: values that branches ask for. */
  static List<Object> literals(MappingProgram... programs) {
    Set<Object> literals = new LinkedHashSet<>();
    for (MappingProgram program : programs) {
      facts(program).stream()
          .filter(facts -> facts != null)
          .forEach(facts -> literals.addAll(facts.literals()));
    }
    return List.copyOf(literals);
  }

  /** The facts of every expression by slot; null where nothing is mapped. */
  static List<@Nullable ExpressionFacts> facts(MappingProgram program) {
    List<@Nullable ExpressionFacts> facts = new ArrayList<>();
    for (int slot = 0; slot < program.target().size(); slot++) {
      Expression expression = program.expression(slot);
      facts.add(expression == null ? null : ExpressionFacts.of(expression));
    }
    return facts;
  }
}
