package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.ProfileSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which part brings null into a required target, and under which branch. */
class NullFlowTest {
  private static final AttributeDefinition REQUIRED =
      AttributeDefinition.of("target", AttributeKind.STRING).withRequired(true);

  private static List<String> messages(String text) {
    return Expression.compile(text, Person.scope("app"), REQUIRED).issues().stream()
        .map(issue -> issue.column() + ": " + issue.message())
        .toList();
  }

  @Test
  void namesTheAttributeAndTheBranch() {
    assertEquals(
        List.of("16: `target` is required, and `user.email` may be null where `user.age > 1`"),
        messages("user.age > 1 ? user.email : 'x'"));
    assertEquals(
        List.of(
            "22: `target` is required, and `user.email` may be null"
                + " where `user.age > 1` does not hold"),
        messages("user.age > 1 ? 'x' : user.email"));
  }

  @Test
  void namesEveryConditionOnTheWay() {
    assertEquals(
        List.of(
            "32: `target` is required, and `user.email` may be null"
                + " where `user.age > 1` and `user.age < 5`"),
        messages("user.age > 1 ? (user.age < 5 ? user.email : 'x') : 'y'"));
  }

  @Test
  void looksAtTheLastChoiceOnly() {
    assertEquals(List.of(), messages("user.email ?: 'x'"));
    assertEquals(
        List.of("15: `target` is required, and `user.login` may be null"),
        messages("user.email ?: user.login"));
  }

  @Test
  void whatTheSchemaRequiresOfTheSourceIsThere() {
    ProfileSchema schema =
        ProfileSchema.of(
            AttributeDefinition.of("id", AttributeKind.STRING).withRequired(true),
            AttributeDefinition.of("nick", AttributeKind.STRING));
    ExpressionScope scope = ExpressionScope.toOkta(ProfileSchema.of(), "hr", schema);
    assertEquals(List.of(), Expression.compile("appuser.id", scope, REQUIRED).issues());
    assertEquals(1, Expression.compile("appuser.nick", scope, REQUIRED).issues().size());
    ExpressionScope other = ExpressionScope.toApp(ProfileSchema.of(), "hr", schema);
    assertEquals(1, Expression.compile("hr.id", other, REQUIRED).issues().size());
  }
}
