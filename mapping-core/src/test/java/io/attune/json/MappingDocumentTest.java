package io.attune.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.expression.Direction;
import io.attune.expression.ExpressionScope;
import io.attune.mapping.AttributeMapping;
import io.attune.mapping.MappingProgram;
import io.attune.mapping.OnError;
import io.attune.mapping.PushStatus;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.ProfileSchema;
import io.attune.profile.UserSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingDocumentTest {
  private static final ExpressionScope SCOPE =
      ExpressionScope.toOkta(
          UserSchema.base(),
          "acme_hr",
          ProfileSchema.of(AttributeDefinition.of("givenName", AttributeKind.STRING)));

  private static String render(List<Problem> problems) {
    return String.join("\n", problems.stream().map(each -> each.render("mapping.json")).toList());
  }

  @Test
  void readsBothTables() {
    MappingDocument document =
        MappingDocument.read(
            JsonDocument.read(
                """
                {"toOkta": {"id": "prm1", "properties": {
                  "firstName": {"expression": "appuser.givenName", "pushStatus": "PUSH"},
                  "title": {"expression": "'x'", "onError": "NULL"},
                  "city": null}},
                 "toApp": {"properties": {
                  "givenName": {"expression": "user.firstName", "pushStatus": "DONT_PUSH"}}}}
                """));
    assertEquals("", render(document.problems()));
    assertEquals(
        List.of(
            new AttributeMapping("firstName", "appuser.givenName", PushStatus.PUSH),
            new AttributeMapping("title", "'x'", null)),
        document.toOkta().mappings());
    assertEquals(
        List.of(new AttributeMapping("givenName", "user.firstName", PushStatus.DONT_PUSH)),
        document.toApp().mappings());
    assertEquals(Map.of("title", OnError.NULL), document.onError(Direction.TO_OKTA));
    assertEquals(new Place(3, 3), document.place(Direction.TO_OKTA, "title"));
  }

  @Test
  void tellsEverythingThatIsWrongAtItsPlace() {
    MappingDocument document =
        MappingDocument.read(
            JsonDocument.read(
                """
                {"toOkta": {"properties": {
                  "firstName": {"expresion": "appuser.givenName"},
                  "lastName": "appuser.familyName",
                  "title": {"expression": 7, "pushStatus": "DONT_PUSHH"}}},
                 "toapp": {}}
                """));
    assertEquals(
        """
        mapping.json:2:17: warning: `expresion` means nothing here and is ignored
         hint: closest is `expression`
        mapping.json:2:16: error: `firstName` has no `expression`
         hint: to map nothing, write `null` or leave the attribute out
        mapping.json:3:15: error: `lastName` must be an object with an `expression`
        mapping.json:4:27: error: `expression` must be a string, not a number
        mapping.json:4:44: error: `pushStatus` has a value that is not known
         hint: closest is `DONT_PUSH`
        mapping.json:5:2: warning: `toapp` means nothing here and is ignored
         hint: closest is `toApp`""",
        render(document.problems()));
  }

  @Test
  void issuesOfExpressionsStandAtTheirPlaceInTheFile() {
    MappingDocument document =
        MappingDocument.read(
            JsonDocument.read(
                """
                {"toOkta": {"properties": {
                  "titel": {"expression": "appuser.givenName"},
                  "firstName": {"expression": "\\"é\\" + appuser.givnName"}}}}
                """));
    List<Problem> problems =
        document.locate(
            Direction.TO_OKTA, MappingProgram.compile(document.toOkta(), SCOPE).issues());
    assertEquals(
        """
        mapping.json:2:3: error: the schema has no attribute `titel`
         hint: closest is `title`
        mapping.json:3:48: error: appuser has no attribute `givnName`
         hint: closest is `givenName`
         | "é" + appuser.givnName
         | ..............^^^^^^^^""",
        render(problems));
  }
}
