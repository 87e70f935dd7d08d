package io.attune.expression;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeFormat;
import io.attune.profile.AttributeKind;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.profile.UnusableNumber;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The person of whom the conformance file speaks, in every scope that it names. */
final class Person {
  static final ProfileSchema USER =
      ProfileSchema.of(
          AttributeDefinition.of("login", AttributeKind.STRING),
          AttributeDefinition.of("email", AttributeKind.STRING),
          AttributeDefinition.of("firstName", AttributeKind.STRING),
          AttributeDefinition.of("middleName", AttributeKind.STRING),
          AttributeDefinition.of("lastName", AttributeKind.STRING),
          AttributeDefinition.of("blank", AttributeKind.STRING),
          AttributeDefinition.of("country", AttributeKind.STRING),
          AttributeDefinition.of("combined", AttributeKind.STRING),
          AttributeDefinition.of("astral", AttributeKind.STRING),
          AttributeDefinition.of("hebrew", AttributeKind.STRING),
          AttributeDefinition.of("age", AttributeKind.INTEGER),
          AttributeDefinition.of("absentAge", AttributeKind.INTEGER),
          AttributeDefinition.of("score", AttributeKind.NUMBER),
          AttributeDefinition.of("unusable", AttributeKind.NUMBER),
          AttributeDefinition.of("active", AttributeKind.BOOLEAN),
          AttributeDefinition.of("absentFlag", AttributeKind.BOOLEAN),
          AttributeDefinition.of("tags", AttributeKind.STRING_ARRAY),
          AttributeDefinition.of("noTags", AttributeKind.STRING_ARRAY),
          AttributeDefinition.of("emptyTags", AttributeKind.STRING_ARRAY),
          AttributeDefinition.of("numbers", AttributeKind.INTEGER_ARRAY),
          AttributeDefinition.of("id2", AttributeKind.STRING),
          AttributeDefinition.of("password", AttributeKind.STRING),
          AttributeDefinition.of("pin", AttributeKind.STRING)
              .withFormat(AttributeFormat.ENCRYPTED));
  static final ProfileSchema APP =
      ProfileSchema.of(
          AttributeDefinition.of("userName", AttributeKind.STRING),
          AttributeDefinition.of("email", AttributeKind.STRING),
          AttributeDefinition.of("grade", AttributeKind.INTEGER),
          AttributeDefinition.of("nickName", AttributeKind.STRING));
  private static final ProfileSchema PAYROLL =
      ProfileSchema.of(AttributeDefinition.of("salary", AttributeKind.INTEGER));

  private static final Profile ADA =
      Profile.empty(USER)
          .with("login", "ada@example.com")
          .with("email", "Ada.Lovelace@example.com")
          .with("firstName", "Ada")
          .with("lastName", "Lovelace")
          .with("blank", "")
          .with("country", "US")
          .with("combined", "e\u0301t\u0301")
          .with("astral", "a\ud83d\ude00b")
          .with("hebrew", "\u05e9\u05dc\u05d5\u05dd")
          .with("age", 42L)
          .with("score", 7.5)
          .with("unusable", UnusableNumber.INSTANCE)
          .with("active", true)
          .with("tags", List.of("red", "green", "blue"))
          .with("emptyTags", List.of())
          .with("numbers", List.of(3L, 1L, 2L))
          .with("password", "canary")
          .with("pin", "canary");
  private static final Profile CHARLES =
      Profile.empty(USER)
          .with("login", "charles@example.com")
          .with("email", "charles@example.com")
          .with("firstName", "Charles");
  private static final Profile ADA_AT_ACME =
      Profile.empty(APP)
          .with("userName", "ada.l")
          .with("email", "ada@acme.example")
          .with("grade", 7L);

  private static final List<Group> GROUPS =
      List.of(
          Group.of("00g1", "Everyone", "BUILT_IN"),
          Group.of("00g2", "Engineering", "OKTA_GROUP"),
          new Group("00g3", "Eng-Leads", "OKTA_GROUP", null, "Leads", null, null, null),
          new Group("00g4", "Sales/EMEA", "APP_GROUP", "0oa1", null, null, null, null));

  private static final EvaluationRun RUN =
      new EvaluationRun(
          properties("name", "acme", "domain", "acme.example"),
          properties("name", "Example Org", "subDomain", "example"),
          Instant.parse("2015-07-31T17:18:37.979Z"),
          Person::related);

  private Person() {}

  /** The scope of a line; somebody of {@link OktaPeople} is one, too. */
  static ExpressionScope scope(String name) {
    return switch (name) {
      case "app", "noclock" -> withApps(ExpressionScope.toApp(USER, "acme", APP));
      case "okta" -> withApps(ExpressionScope.toOkta(USER, "acme", APP));
      case "format" -> withApps(ExpressionScope.usernameFormat(USER, "acme", APP));
      case "untyped" -> ExpressionScope.untyped(Set.of("user", "payroll"));
      case "john", "winston", "Alexander", "AlexANDER" -> OktaPeople.scope(name);
      default -> throw new IllegalArgumentException("no scope " + name);
    };
  }

  private static ExpressionScope withApps(ExpressionScope scope) {
    return scope.withApp("payroll", PAYROLL).withApp("unassigned", PAYROLL);
  }

  /** What an expression of that scope reads. */
  static EvaluationInput input(String scope) {
    if (List.of("john", "winston", "Alexander", "AlexANDER").contains(scope)) {
      return OktaPeople.input(scope);
    }
    UserRecord user =
        new UserRecord(
            ADA,
            "00u1",
            "ACTIVE",
            "2015-01-01T00:00:00.000Z",
            "2015-02-01T00:00:00.000Z",
            null,
            "2015-07-30T00:00:00.000Z");
    Profile payroll = Profile.empty(PAYROLL).with("salary", 1000L);
    EvaluationInput input =
        EvaluationInput.ofUser(scope.equals("noclock") ? EvaluationRun.EMPTY : RUN, user)
            .withAppUser(ADA_AT_ACME)
            .withOtherApps(index -> index == 0 ? payroll : null)
            .withGroups(GROUPS);
    return scope.equals("untyped") ? untyped(input) : input;
  }

  private static EvaluationInput untyped(EvaluationInput input) {
    Map<String, Object> user =
        properties("login", "ada@example.com", "age", 42L, "tags", List.of("red", "green"));
    Map<String, Map<String, Object>> roots = new LinkedHashMap<>();
    roots.put("user", user);
    roots.put("payroll", properties("salary", 1000L));
    return new EvaluationInput(input.run(), null, null, OtherApps.NONE, GROUPS, roots);
  }

  private static Map<String, Object> properties(Object... namesAndValues) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      properties.put((String) namesAndValues[index], namesAndValues[index + 1]);
    }
    return properties;
  }

  private static List<Profile> related(
      EvaluationInput person,
      RelatedUsers.Relation relation,
      @Nullable String source,
      @Nullable String attributeSource) {
    return switch (relation) {
      case MANAGER_USER -> "active_directory".equals(source) ? List.of(CHARLES) : List.of();
      case LINKED_OBJECT -> "manager".equals(source) ? List.of(CHARLES) : List.of();
      case DIRECTORY_USER -> List.of(ADA_AT_ACME);
      default -> List.of();
    };
  }
}
