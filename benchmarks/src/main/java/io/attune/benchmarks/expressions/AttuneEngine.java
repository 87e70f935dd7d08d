package io.attune.benchmarks.expressions;

import io.attune.expression.Compilation;
import io.attune.expression.Evaluator;
import io.attune.expression.Expression;
import io.attune.expression.ExpressionScope;
import io.attune.profile.ProfileSchema;
import java.util.List;

/** This project's own. */
final class AttuneEngine implements Engine {
  private static final ExpressionScope SCOPE =
      ExpressionScope.toApp(PersonForms.SCHEMA, "acme", ProfileSchema.of());

  private final Evaluator evaluator = new Evaluator();

  static List<String> texts(int set) {
    return List.of(
        "user.firstName + ' ' + user.lastName",
        "String.toUpperCase(user.department)",
        "String.substringBefore(user.login, '@')",
        "user.email == null ? user.login : user.email",
        "user.active ? 'ACTIVE " + set + "' : 'INACTIVE'",
        "user.nickName ?: user.firstName",
        "user.level > 5 ? 'senior' : user.level > 2 ? 'regular' : 'junior'",
        "user.login",
        "String.substring(user.firstName, 0, 1) + user.lastName",
        "user.department == 'Sales' OR user.department == 'Marketing'",
        "user.level * 1000 + " + set,
        "String.replace(user.costCenter, '-', '') + ', ' + user.city");
  }

  @Override
  public MappingSet compile(int set) {
    Expression[] expressions =
        texts(set).stream().map(AttuneEngine::compiled).toArray(Expression[]::new);
    return (person, out) -> {
      for (int index = 0; index < expressions.length; index++) {
        out[index] = evaluator.evaluate(expressions[index], person.input());
      }
    };
  }

  private static Expression compiled(String text) {
    Compilation compilation = Expression.compile(text, SCOPE, null);
    if (compilation instanceof Compilation.Compiled compiled) {
      return compiled.expression();
    }
    throw new IllegalArgumentException(text + ": " + compilation.issues());
  }
}
