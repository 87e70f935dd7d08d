package io.attune.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.profile.SchemaRules.Breach;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SchemaRulesTest {
  private static final AttributeDefinition BADGE =
      AttributeDefinition.of("badge", AttributeKind.STRING);
  private static final ProfileSchema USER = with(UserSchema.base(), BADGE);

  private static ProfileSchema with(ProfileSchema schema, AttributeDefinition... more) {
    List<AttributeDefinition> attributes = new ArrayList<>(schema.attributes());
    attributes.addAll(List.of(more));
    return ProfileSchema.of(attributes);
  }

  private static ProfileSchema changed(String name, UnaryOperator<AttributeDefinition> change) {
    return ProfileSchema.of(
        USER.attributes().stream()
            .map(each -> each.name().equals(name) ? change.apply(each) : each)
            .toList());
  }

  private static ProfileSchema without(String name) {
    return ProfileSchema.of(
        USER.attributes().stream().filter(each -> !each.name().equals(name)).toList());
  }

  private static List<String> user(ProfileSchema after) {
    return SchemaRules.ofUser(USER, after).stream().map(Breach::message).toList();
  }

  private static List<String> app(AttributeDefinition... after) {
    ProfileSchema schema = ProfileSchema.of(BADGE);
    return SchemaRules.ofApp(schema, with(schema, after)).stream().map(Breach::message).toList();
  }

  @Test
  void whatAnAdministratorMayDo() {
    assertEquals(List.of(), user(USER));
    assertEquals(List.of(), user(without("badge")));
    assertEquals(List.of(), user(with(USER, AttributeDefinition.of("x", AttributeKind.NUMBER))));
    assertEquals(List.of(), user(changed("badge", each -> each.withRequired(true))));
    assertEquals(List.of(), user(changed("firstName", each -> each.withRequired(false))));
    assertEquals(List.of(), user(changed("title", each -> each.withMaster(AttributeMaster.OKTA))));
    Constraints any = new Constraints(null, 100, null, null, ".+", List.of());
    assertEquals(List.of(), user(changed("login", each -> each.withConstraints(any))));
    assertEquals(List.of(), app(AttributeDefinition.of("y", AttributeKind.STRING)));
  }

  @Test
  void baseAttributesStay() {
    assertEquals(List.of("base attribute `title` cannot be deleted"), user(without("title")));
    assertEquals(
        List.of("this of base attribute `email` cannot be changed"),
        user(changed("email", each -> each.withRequired(false))));
    Constraints longer = Constraints.length(5, 200);
    assertEquals(
        List.of("this of base attribute `login` cannot be changed"),
        user(changed("login", each -> each.withConstraints(longer))));
  }

  @Test
  void typeAndScopeAreFixed() {
    assertEquals(
        List.of("the type of `badge` is fixed once it is there"),
        user(changed("badge", each -> AttributeDefinition.of("badge", AttributeKind.INTEGER))));
  }

  @Test
  void namesAreNewAndCanBeWritten() {
    assertEquals(
        List.of("`Title` differs from base attribute `title` by case only"),
        user(with(USER, AttributeDefinition.of("Title", AttributeKind.STRING))));
    assertEquals(
        List.of("`BADGE` differs from attribute `badge` by case only"),
        user(with(USER, AttributeDefinition.of("BADGE", AttributeKind.STRING))));
    assertEquals(
        List.of("`a-b` is no name that expressions could write"),
        user(with(USER, AttributeDefinition.of("a-b", AttributeKind.STRING))));
    assertEquals(
        List.of("`groups` is reserved in the schema of an app"),
        app(AttributeDefinition.of("groups", AttributeKind.STRING)));
  }

  @Test
  void fiveMayBeUnique() {
    ProfileSchema schema = USER;
    for (int count = 1; count <= 5; count++) {
      AttributeDefinition unique = AttributeDefinition.of("u" + count, AttributeKind.STRING);
      schema = with(schema, unique.withUnique(true));
    }
    assertEquals(List.of(), user(schema));
    AttributeDefinition sixth = AttributeDefinition.of("u6", AttributeKind.STRING);
    ProfileSchema more = with(schema, sixth.withUnique(true));
    assertEquals(
        List.of("more than 5 attributes would be unique"),
        SchemaRules.ofUser(schema, more).stream().map(Breach::message).toList());
    assertEquals(
        List.of("`u6` cannot be unique in the schema of an app"), app(sixth.withUnique(true)));
  }
}
