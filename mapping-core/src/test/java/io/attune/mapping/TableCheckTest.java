package io.attune.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.expression.Direction;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.ExternalAttribute;
import io.attune.profile.ProfileSchema;
import io.attune.profile.UserSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableCheckTest {
  private static List<String> codes(List<MappingIssue> issues) {
    return issues.stream().map(issue -> issue.target() + " " + issue.code()).toList();
  }

  @Test
  void namesWhatIsRequiredAndUnmapped() {
    MappingTable table =
        new MappingTable(
            List.of(
                AttributeMapping.of("firstName", "appuser.givenName"),
                AttributeMapping.of("email", "appuser.email")));
    assertEquals(
        List.of("lastName REQUIRED_UNMAPPED"),
        codes(TableCheck.of(table, Direction.TO_OKTA, UserSchema.base(), true, false)));
  }

  @Test
  void namesTwoWritersNamesByCaseAndIdlePushStatus() {
    ProfileSchema user =
        ProfileSchema.of(
            AttributeDefinition.of("login", AttributeKind.STRING),
            AttributeDefinition.of("team", AttributeKind.STRING),
            AttributeDefinition.of("Team", AttributeKind.STRING));
    MappingTable table =
        new MappingTable(
            List.of(
                AttributeMapping.of("login", "appuser.email"),
                new AttributeMapping("team", "'a'", PushStatus.DONT_PUSH),
                new AttributeMapping("Team", "'b'", PushStatus.PUSH)));
    assertEquals(
        List.of("login TWO_WRITERS", "team NAMES_BY_CASE", "team PUSH_STATUS_DERIVED"),
        codes(TableCheck.of(table, Direction.TO_OKTA, user, true, true)));
  }

  @Test
  void namesWhatIsNeverSent() {
    ProfileSchema app =
        ProfileSchema.of(
            AttributeDefinition.of("badge", AttributeKind.STRING)
                .withExternal(new ExternalAttribute("badge", null)));
    MappingTable table = new MappingTable(List.of(AttributeMapping.of("badge", "user.title")));
    assertEquals(
        List.of("badge NEVER_SENT"),
        codes(TableCheck.of(table, Direction.TO_APP, app, false, false)));
  }
}
