package io.attune.expression;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people in Okta's documented examples, by the first name that a line gives as its scope. */
final class OktaPeople {
  private static final ProfileSchema USER =
      ProfileSchema.of(
          text("login"),
          text("email"),
          text("firstName"),
          text("lastName"),
          text("middleInitial"),
          text("city"),
          text("country"),
          text("countryAlpha2"),
          text("countryAlpha3"),
          text("stringDouble"),
          AttributeDefinition.of("strArray", AttributeKind.STRING_ARRAY),
          AttributeDefinition.of("intArray", AttributeKind.INTEGER_ARRAY),
          AttributeDefinition.of("groupCode", AttributeKind.INTEGER),
          AttributeDefinition.of("salary", AttributeKind.INTEGER),
          AttributeDefinition.of("isContractor", AttributeKind.BOOLEAN));
  private static final ProfileSchema APP =
      ProfileSchema.of(
          text("firstName"),
          text("middleInitial"),
          text("lastName"),
          text("courtesyTitle"),
          text("honorificPrefix"));
  private static final ProfileSchema DIRECTORY =
      ProfileSchema.of(text("managerUpn"), text("employeeID"));
  private static final Profile JOHN =
      Profile.empty(USER)
          .with("email", "john.doe@okta.com")
          .with("firstName", "John")
          .with("middleInitial", "Q")
          .with("lastName", "Doe")
          .with("country", "United States")
          .with("countryAlpha2", "US")
          .with("countryAlpha3", "USA")
          .with("stringDouble", "1.1")
          .with("strArray", List.of("one", "two"))
          .with("intArray", List.of(1L, 2L, 3L))
          .with("isContractor", false);
  private static final Profile WINSTON =
      Profile.empty(USER)
          .with("login", "winston.churchill@gmail.com")
          .with("email", "winston.churchill@gmail.com")
          .with("firstName", "Winston")
          .with("lastName", "Churchill")
          .with("city", "London")
          .with("groupCode", 123L)
          .with("salary", 1_000_000L)
          .with("isContractor", false);
  private static final List<Group> GROUPS =
      List.of(
          Group.of("00gak46y5hydV6NdM0g4", "Everyone", "BUILT_IN"),
          Group.of("00g1emaKYZTWRYYRRTSK", "West Coast Users", "OKTA_GROUP"),
          Group.of("00garwpuyxHaWOkdV0g4", "West Coast Admins", "OKTA_GROUP"),
          Group.of("00gjitX9HqABSoqTB0g3", "Engineering Users", "APP_GROUP"));
  private static final EvaluationRun RUN =
      new EvaluationRun(
          Map.of(), Map.of(), Instant.parse("2015-07-31T17:18:37.979Z"), OktaPeople::related);

  private OktaPeople() {}

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.of(name, AttributeKind.STRING);
  }

  /** The scope of somebody: Alexander, in two spellings, comes from an app. */
  static ExpressionScope scope(String person) {
    ExpressionScope scope =
        person.startsWith("Alex")
            ? ExpressionScope.toOkta(USER, "acme", APP)
            : ExpressionScope.toApp(USER, "acme", APP);
    return scope.withApp("google", APP);
  }

  static EvaluationInput input(String person) {
    if (person.startsWith("Alex")) {
      Profile alexander =
          Profile.empty(APP)
              .with("firstName", person)
              .with("middleInitial", "Graham")
              .with("lastName", "Bell")
              .with("courtesyTitle", "Prof.");
      return EvaluationInput.ofAppUser(RUN, alexander);
    }
    UserRecord user =
        new UserRecord(
            person.equals("john") ? JOHN : WINSTON,
            "00u1",
            "ACTIVE",
            "2015-07-30T23:58:32.000Z",
            null,
            null,
            null);
    return EvaluationInput.ofUser(RUN, user).withGroups(GROUPS);
  }

  private static List<Profile> related(
      EvaluationInput person,
      RelatedUsers.Relation relation,
      @Nullable String source,
      @Nullable String attributeSource) {
    Profile okta = Profile.empty(USER);
    Profile app = Profile.empty(APP);
    Profile found =
        switch (relation) {
          case MANAGER_USER, LINKED_OBJECT ->
              okta.with("firstName", "Bill").with("lastName", "Gates");
          case MANAGER_APP_USER -> app.with("firstName", "Bill");
          case ASSISTANT_USER -> okta.with("firstName", "Miriam");
          case ASSISTANT_APP_USER -> app.with("firstName", "Miriam");
          case DIRECTORY_USER -> Profile.empty(DIRECTORY).with("managerUpn", "bob@okta.com");
          case WORKDAY_USER -> Profile.empty(DIRECTORY).with("employeeID", "123456");
        };
    return List.of(found);
  }
}
