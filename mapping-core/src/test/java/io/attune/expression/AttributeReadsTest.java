package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which attributes a text names, compiled or not. */
class AttributeReadsTest {
  private static final ProfileSchema USER = schema("login", "email", "title");
  private static final ProfileSchema APP = schema("userName", "title");
  private static final ProfileSchema OTHER = schema("salary");

  private static final Profile WHOLE =
      Profile.empty(
              ProfileSchema.of(
                  AttributeDefinition.of("login", AttributeKind.STRING),
                  AttributeDefinition.of("middleName", AttributeKind.STRING),
                  AttributeDefinition.of("age", AttributeKind.INTEGER),
                  AttributeDefinition.of("count", AttributeKind.INTEGER),
                  AttributeDefinition.of("score", AttributeKind.NUMBER),
                  AttributeDefinition.of("active", AttributeKind.BOOLEAN),
                  AttributeDefinition.of("tags", AttributeKind.STRING_ARRAY)))
          .with("login", "ada")
          .with("middleName", "zz")
          .with("age", 42L)
          .with("count", 3L)
          .with("score", 7.5)
          .with("active", true)
          .with("tags", List.of("red", "green"));

  private static ProfileSchema schema(String... names) {
    return ProfileSchema.of(
        List.of(names).stream()
            .map(name -> AttributeDefinition.of(name, AttributeKind.STRING))
            .toList());
  }

  private static String reads(String text, ExpressionScope scope) {
    return AttributeReads.of(text, scope).stream()
        .map(read -> (read.app() == null ? "user" : read.app()) + "." + read.attribute())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "user.login + ' ' + user.email | user.login user.email",
        "source.title | user.title",
        "title | user.title",
        "title.toUpperCase() | user.title",
        "user['title'] | user.title",
        "user.profile.title | user.profile user.title",
        "user?.title | user.title",
        "String.len(title) > 3 ? user.email : login | user.title user.email user.login",
        "{user.login, {title}} | user.login user.title",
        "!(user.login matches 'a') and title == null | user.login user.title",
        "hr.title | hr.title",
        "crm.salary | crm.salary",
        "getManagerUser('x').title | user.title",
        "getManagerAppUser('x', 'crm').salary | crm.salary",
        "getManagerAppUser('x', title).salary | user.title hr.salary crm.salary",
        "findDirectoryUser().title | hr.title crm.title",
        "user.getLinkedObject('boss').email | user.email",
        "user.gone | user.gone",
        "gone | user.gone",
        "app.title | ``",
        "'user.title' | ``",
        "user.title + | user.title",
        "${source.login} | user.login",
        "${fn:toLowerCase(source.email)} | user.fn user.toLowerCase user.email",
        "'title' + = user.profile.email | user.profile user.email",
      })
  void namesThemAll(String text, String expected) {
    ExpressionScope scope = ExpressionScope.toApp(USER, "hr", APP).withApp("crm", OTHER);
    assertEquals(expected, reads(text, scope));
  }

  @ParameterizedTest
  @CsvSource({
    "appuser.title, hr.title",
    "appUser.title, hr.title",
    "title, hr.title",
    "user.title, user.title",
    "hr.title, hr.title"
  })
  void onTheWayToOktaBareNamesAreTheApps(String text, String expected) {
    assertEquals(expected, reads(text, ExpressionScope.toOkta(USER, "hr", APP)));
  }

  /** What is not named is not read: a result does not change with it. */
  @Test
  void aResultDependsOnWhatIsNamedOnly() {
    WellTyped generator = new WellTyped(4711);
    ExpressionScope scope = ExpressionScope.toApp(WHOLE.schema(), "hr", APP);
    int compared = 0;
    for (int count = 0; count < 2000; count++) {
      String text = generator.expression().replace("~", "");
      if (!(Expression.compile(text, scope, null) instanceof Compilation.Compiled compiled)) {
        continue;
      }
      List<AttributeRead> reads = AttributeReads.of(text, scope);
      Profile named = WHOLE;
      for (AttributeDefinition attribute : WHOLE.schema().attributes()) {
        if (reads.stream().noneMatch(read -> read.isOf(null, attribute.name()))) {
          named = named.with(attribute.name(), null);
        }
      }
      assertEquals(
          compiled.expression().evaluate(input(WHOLE)),
          compiled.expression().evaluate(input(named)),
          text);
      compared++;
    }
    assertEquals(2000, compared);
  }

  private static EvaluationInput input(Profile user) {
    return EvaluationInput.ofUser(EvaluationRun.EMPTY, UserRecord.of(user));
  }
}
