package io.attune.benchmarks.expressions;

import java.util.List;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.springframework.expression.spel.support.StandardEvaluationContext;

/**
 * SpEL over beans. Interpreted it runs in the context for data binding; compiled it needs the
 * standard one, for Spring compiles nothing in the other.
 */
final class SpelEngine implements Engine {
  private final boolean compiled;

  SpelEngine(boolean compiled) {
    this.compiled = compiled;
  }

  private static List<String> texts(int set) {
    return List.of(
        "user.firstName + ' ' + user.lastName",
        "user.department.toUpperCase()",
        "user.login.substring(0, user.login.indexOf('@'))",
        "user.email == null ? user.login : user.email",
        "user.active ? 'ACTIVE " + set + "' : 'INACTIVE'",
        "user.nickName ?: user.firstName",
        "user.level > 5 ? 'senior' : (user.level > 2 ? 'regular' : 'junior')",
        "user.login",
        "user.firstName.substring(0, 1) + user.lastName",
        "user.department == 'Sales' or user.department == 'Marketing'",
        "user.level * 1000L + " + set + "L",
        "user.costCenter.replace('-', '') + ', ' + user.city");
  }

  @Override
  public MappingSet compile(int set) {
    SpelCompilerMode mode = compiled ? SpelCompilerMode.IMMEDIATE : SpelCompilerMode.OFF;
    SpelExpressionParser parser =
        new SpelExpressionParser(
            new SpelParserConfiguration(mode, SpelEngine.class.getClassLoader()));
    EvaluationContext context =
        compiled
            ? new StandardEvaluationContext()
            : SimpleEvaluationContext.forReadOnlyDataBinding().withInstanceMethods().build();
    Expression[] expressions =
        texts(set).stream().map(parser::parseExpression).toArray(Expression[]::new);
    return (person, out) -> {
      for (int index = 0; index < expressions.length; index++) {
        out[index] = expressions[index].getValue(context, person.bean());
      }
    };
  }
}
