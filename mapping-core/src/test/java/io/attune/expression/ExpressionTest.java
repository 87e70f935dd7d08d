package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpressionTest {
  private static final ProfileSchema USER =
      ProfileSchema.of(
          AttributeDefinition.of("login", AttributeKind.STRING),
          AttributeDefinition.of("firstName", AttributeKind.STRING),
          AttributeDefinition.of("middleName", AttributeKind.STRING),
          AttributeDefinition.of("age", AttributeKind.INTEGER));
  private static final ExpressionScope SCOPE =
      ExpressionScope.toApp(
          USER, "acme", ProfileSchema.of(AttributeDefinition.of("userName", AttributeKind.STRING)));
  private static final EvaluationInput INPUT =
      EvaluationInput.ofUser(
          EvaluationRun.EMPTY,
          UserRecord.of(
              Profile.empty(USER)
                  .with("login", "ada@example.com")
                  .with("firstName", "Ada")
                  .with("age", 42L)));

  private static Evaluation evaluate(String text) {
    Compilation compilation = Expression.compile(text, SCOPE, null);
    Compilation.Compiled compiled =
        assertInstanceOf(Compilation.Compiled.class, compilation, compilation.toString());
    return compiled.expression().evaluate(INPUT);
  }

  private static @Nullable Object value(String text) {
    Evaluation evaluation = evaluate(text);
    return assertInstanceOf(Evaluation.Value.class, evaluation, evaluation.toString()).value();
  }

  private static FailureCode failure(String text) {
    return assertInstanceOf(Evaluation.Failed.class, evaluate(text)).failure().code();
  }

  private static Issue issue(String text) {
    Compilation compilation = Expression.compile(text, SCOPE, null);
    return assertInstanceOf(Compilation.Rejected.class, compilation).issues().get(0);
  }

  @Test
  void joinsTexts() {
    assertEquals("Ada <ada@example.com>", value("user.firstName + ' <' + user.login + '>'"));
    assertEquals("3a", value("1 + 2 + 'a'"));
    assertEquals("a12", value("'a' + 1 + 2"));
    assertEquals("Ada is 42", value("source.firstName + ' is ' + age"));
  }

  @Test
  void nullCountsAsEmptyTextAndWarns() {
    Evaluation evaluation = evaluate("'<' + user.middleName + '>'");
    assertEquals("<>", assertInstanceOf(Evaluation.Value.class, evaluation).value());
    EvaluationWarning warning = evaluation.warnings().get(0);
    assertEquals(EvaluationWarning.Code.NULL_AS_EMPTY, warning.code());
    assertEquals("`user.middleName` is null and counts as empty", warning.message());
    assertEquals(7, warning.column());
  }

  @Test
  void calculates() {
    assertEquals(3L, value("7 / 2"));
    assertEquals(3.5, value("7 / 2.0"));
    assertEquals(-1L, value("-3 + 2"));
    assertEquals(Long.MAX_VALUE, value("9223372036854775807"));
    assertEquals(FailureCode.OVERFLOW, failure("user.age + 9223372036854775807"));
    assertEquals(FailureCode.NULL_OPERAND, failure("null + 1"));
  }

  @Test
  void comparesAndDecides() {
    assertEquals(true, value("user.age >= 42 AND NOT (user.login == null)"));
    assertEquals(true, value("1 == 1.0"));
    assertEquals(false, value("'1' == 1"));
    assertEquals("adult", value("user.age < 13 ? 'child' : user.age < 18 ? 'teen' : 'adult'"));
    assertEquals("none", value("user.middleName ?: '' ?: 'none'"));
  }

  @Test
  void saysWhatIsWrong() {
    Issue unknown = issue("user.logn");
    assertEquals(IssueCode.UNKNOWN_ATTRIBUTE, unknown.code());
    assertEquals(
        """
        1:6: error: user has no attribute `logn`
         hint: closest is `login`
         | user.logn
         | .....^^^^""",
        unknown.render("user.logn"));
    assertEquals(IssueCode.WRONG_DIRECTION, issue("appuser.userName").code());
    assertEquals(IssueCode.ASSIGNMENT, issue("user.login = 'x'").code());
    assertEquals(IssueCode.OPERAND_KIND, issue("'a' * 2").code());
  }
}
