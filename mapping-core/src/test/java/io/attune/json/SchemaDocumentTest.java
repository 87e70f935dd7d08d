package io.attune.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.AttributeMaster;
import io.attune.profile.AttributeScope;
import io.attune.profile.ExternalAttribute;
import io.attune.profile.UserSchema;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SchemaDocumentTest {
  private static SchemaDocument app(String custom) {
    return SchemaDocument.readApp(
        JsonDocument.read("{\"definitions\":{\"custom\":{\"properties\":{\n" + custom + "}}}}")
            .root());
  }

  private static String problems(SchemaDocument document) {
    return String.join(
        "\n", document.problems().stream().map(each -> each.render("schema.json")).toList());
  }

  private static AttributeDefinition attribute(SchemaDocument document, String name) {
    return Objects.requireNonNull(document.schema().attribute(name));
  }

  @Test
  void readsEveryKeyword() {
    SchemaDocument document =
        app(
            """
            "level": {"title": "Level", "description": "1 to 9", "type": "integer",
              "minimum": 1, "maximum": 9, "enum": [1, 2], "default": 2,
              "oneOf": [{"const": 1, "title": "low"}, {"const": 2, "title": "high"}],
              "required": true, "unique": "UNIQUE_VALIDATED", "scope": "SELF",
              "mutability": "READ_WRITE", "externalName": "level", "externalNamespace": "urn:x",
              "permissions": [{"principal": "SELF", "action": "READ_ONLY"}],
              "master": {"type": "OVERRIDE", "priority": [{"type": "APP", "value": "0oa1"}]}},
            "tags": {"type": "array", "items": {"type": "string", "enum": ["a", "b"]},
              "union": "DISABLE"}
            """);
    assertEquals("", problems(document));
    AttributeDefinition level = attribute(document, "level");
    assertEquals(AttributeKind.INTEGER, level.kind());
    assertEquals(List.of(1L, 2L), level.constraints().enumeration());
    assertEquals(9L, level.constraints().maximum());
    assertEquals(2L, level.defaultValue());
    assertTrue(level.required() && level.unique());
    assertEquals(AttributeScope.SELF, level.scope());
    assertEquals(new ExternalAttribute("level", "urn:x"), level.external());
    assertEquals(List.of("0oa1"), level.master().priority());
    assertEquals(AttributeKind.STRING_ARRAY, attribute(document, "tags").kind());
    assertEquals(new Place(2, 1), document.place("level"));
  }

  @Test
  void tellsEveryMistakeAtItsPlace() {
    SchemaDocument document =
        app(
            """
            "a": {"type": "string", "minLength": 9, "maxLength": 3, "maxLenght": 4},
            "b": {"type": "strnig"},
            "c": {"type": "string", "enum": []},
            "d": {"type": "string", "pattern": "(?=x)y"},
            "e": {"type": "integer", "default": "1", "maxLength": 3},
            "f": {"type": "string", "enum": ["x", "y"], "oneOf": [{"const": "y"}, {"const": "x"}]},
            "g": {"title": "no type"},
            "h": {"type": "string", "required": "yes"},
            "H": {"type": "boolean", "master": {"type": "OKTA", "priority": [7]}}
            """);
    assertEquals(
        """
        schema.json:2:38: error: `minLength` is larger than `maxLength`
        schema.json:2:57: warning: `maxLenght` means nothing here and is ignored
         hint: closest is `maxLength`
        schema.json:3:15: error: `type` has a value that is not known
         hint: closest is `string`
        schema.json:4:33: error: `enum` has no members
        schema.json:5:36: error: the pattern cannot be read: invalid or unsupported Perl syntax
         hint: look-around and back-references are not linear and not supported
        schema.json:6:37: error: `default` of `e` is no integer
        schema.json:6:55: warning: `maxLength` means nothing for kind integer
        schema.json:7:54: error: `oneOf` must name the values of `enum`, in their order
        schema.json:7:55: warning: a member of `oneOf` needs a `const` and a `title`
        schema.json:7:71: warning: a member of `oneOf` needs a `const` and a `title`
        schema.json:8:6: error: attribute `g` has no `type`
        schema.json:9:37: error: `required` must be true or false, not a string
        schema.json:10:1: warning: attributes `h` and `H` differ only by case
        schema.json:10:66: error: a priority must be an object with `type` and `value`""",
        problems(document));
    assertEquals(7, document.schema().size());
  }

  @Test
  void warnsOfTwoAttributesWithOnePlaceAtTheApp() {
    SchemaDocument document =
        app(
            """
            "a": {"type": "string", "externalName": "name.x", "externalNamespace": "urn:core:1"},
            "b": {"type": "string", "externalName": "Name", "externalNamespace": "urn:core:2"},
            "c": {"type": "string", "externalName": "name.x", "externalNamespace": "urn:x"},
            "d": {"type": "string", "externalName": "e.^[p==true].v", "externalNamespace": "urn:x"},
            "e": {"type": "string", "externalName": "e.^[p=='TRUE'].V", "externalNamespace": "URN:x"}
            """);
    assertEquals(
        """
        schema.json:3:1: warning: `a` and `b` have one place at the app
         hint: only `a` is sent; give the other a place of its own
        schema.json:6:1: warning: `d` and `e` have one place at the app
         hint: only `d` is sent; give the other a place of its own""",
        problems(document));
  }

  @Test
  void baseAttributesOfTheUserAreChangedNotReplaced() {
    SchemaDocument document =
        SchemaDocument.readUser(
            JsonDocument.read(
                    """
                    {"id": "https://x/meta/schemas/user/osc1", "definitions": {
                      "base": {"properties": {
                        "login": {"title": "Username", "pattern": ".+"},
                        "firstName": {"type": "string", "required": false}},
                        "required": ["email", "emial"]},
                      "custom": {"properties": {
                        "badge": {"type": "string"}, "title": {"type": "string"}, "old": null}}}}
                    """)
                .root());
    assertEquals(
        """
        schema.json:5:27: error: required attribute `emial` is not defined
         hint: closest is `email`
        schema.json:7:34: error: custom attribute `title` has the name of a base attribute
         hint: choose another name""",
        problems(document));
    assertEquals(32, document.schema().size());
    AttributeDefinition login = attribute(document, "login");
    assertEquals("Username", login.title());
    assertNull(login.constraints().minLength());
    assertEquals(100, login.constraints().maxLength());
    assertEquals(false, attribute(document, "firstName").required());
    assertEquals(AttributeMaster.PROFILE_MASTER, login.master());
  }

  @Test
  void withoutADocumentTheUserHasTheBaseAttributes() {
    assertEquals(UserSchema.base(), SchemaDocument.readUser(null).schema());
    assertEquals(31, SchemaDocument.readUser(null).schema().size());
    assertNotNull(SchemaDocument.readApp(null).schema());
  }
}
