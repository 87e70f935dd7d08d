package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Profile Editor does, through the command. */
class SchemaCommandScenarios {
  private static final String SCHEMA =
      """
      {
        "id" : "https://tiny.example/meta/schemas/user/osc1", "$schema": "draft-04",
        "definitions": {
          "custom": {
            "id": "#custom",
            "properties": {
              "badge": {"type": "string", "x-note": [1.50, {}], "maxLength": 9},
              "floor": {
                "type" : "integer",
                "minimum": 1
              }
            },
            "required": ["badge", "floor"]
          }
        },
        "_links": {"self": {"href": "x"}}
      }
      """;

  @TempDir private Path temporary = Path.of("");
  private Path org = Path.of("");

  @BeforeEach
  void writeOrg() {
    org = TinyOrg.write(temporary.resolve("org"), 2);
    TinyOrg.put(org, "user-schema.json", SCHEMA);
  }

  private Ran schema(String owner, Object... action) {
    List<Object> words = new ArrayList<>(List.of("schema", org));
    words.addAll(List.of(owner.split(" ")));
    words.addAll(List.of(action));
    return Ran.attune(words.toArray());
  }

  private String userSchema() {
    return TinyOrg.text(org.resolve("user-schema.json"));
  }

  private void refused(Ran ran, String... errors) {
    assertEquals(1, ran.code(), ran.out() + ran.err());
    for (String error : errors) {
      assertTrue(ran.err().contains(error), () -> "expected " + error + " in\n" + ran.err());
    }
    assertTrue(ran.err().contains("nothing was written"), ran.err());
  }

  @Test
  void addsChangesAndRemovesAndLeavesTheRestAsItWas() {
    Ran added = schema("--user", "add", "team", "type=string array", "scope=SELF", "title=7");
    assertEquals(0, added.code(), added.err());
    String team =
        """
        ,
                "team": {
                  "title": "7",
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "scope": "SELF"
                }
        """;
    String floor = "\"minimum\": 1\n        }";
    assertEquals(SCHEMA.replace(floor + "\n", floor + team), userSchema());
    assertEquals(0, schema("--user", "set", "floor", "maximum=9", "minimum=null").code());
    assertTrue(userSchema().contains("\"type\" : \"integer\",\n          \"maximum\": 9\n"));
    assertEquals(0, schema("--user", "set", "floor", "minimum=1", "maximum=null").code());
    assertEquals(0, schema("--user", "remove", "team").code());
    assertEquals(SCHEMA, userSchema());
  }

  @Test
  void whatIsRemovedOrOptionalIsNoLongerListedAsRequired() {
    assertEquals(0, schema("--user", "remove", "badge").code());
    assertFalse(userSchema().contains("badge"), userSchema());
    assertEquals(0, schema("--user", "set", "floor", "required=false").code());
    assertTrue(userSchema().contains("\"required\": []"), userSchema());
  }

  @Test
  void anAttributeThatIsNamedCannotBeRemoved() {
    TinyOrg.put(
        org,
        "apps/hr/mapping.json",
        """
        {"toOkta": {"properties": {
          "badge": {"expression": "appuser.title"},
          "title": {"expression": "appuser.title +"}}},
         "toApp": {"properties": {
          "title": {"expression": "'é' + user.badge"}}}}
        """);
    TinyOrg.put(
        org,
        "apps/hr/sync.json",
        "{\"matching\": {\"normalize\": {\"badge\": \"TRIM\"},"
            + "\n \"attributes\": [\"badge\"]}}");
    TinyOrg.put(
        org,
        "apps/hr/app.json",
        "{\"credentials\": {\"userNameTemplate\": {\"template\": \"${source.badge}\"}}}");
    var before = TinyOrg.content(org);
    refused(
        schema("--user", "remove", "badge"),
        org + "/user-schema.json:7:9: error: `badge` is in use, in 5 places",
        org + "/apps/hr/mapping.json:2:3: error: `badge` is written by a mapping of `toOkta`",
        org + "/apps/hr/mapping.json:5:39: error: `badge` is read by the mapping `toApp.title`",
        org + "/apps/hr/app.json:1:61: error: `badge` is read by the username template",
        org + "/apps/hr/sync.json:2:17: error: `badge` is named by `matching.attributes`",
        org + "/apps/hr/sync.json:1:29: error: `badge` is named by `matching.normalize`");
    refused(
        schema("--app hr", "remove", "title"),
        "`title` is in use, in 3 places",
        "mapping.json:2:36: error: `title` is read by the mapping `toOkta.badge`",
        "mapping.json:3:36: error: `title` is read by the mapping `toOkta.title`",
        "mapping.json:5:3: error: `title` is written by a mapping of `toApp`");
    assertEquals(before, TinyOrg.content(org));
  }

  @Test
  void theUsernameFormatHoldsAnAttributeToo() {
    TinyOrg.put(
        org,
        "apps/hr/features.json",
        """
        [{"name": "INBOUND_PROVISIONING", "capabilities": {"importSettings": {"username": {
          "usernameFormat": "CUSTOM", "userNameExpression": "appuser.userName"}}}}]
        """);
    refused(
        schema("--app hr", "remove", "userName"),
        "features.json:2:62: error: `userName` is read by the username format");
  }

  @Test
  void refusesWhatTheRulesForbid() {
    refused(schema("--user", "remove", "email"), "base attribute `email` cannot be removed");
    refused(
        schema("--user", "set", "email", "maxLength=9"),
        "`maxLength` of base attribute `email` cannot be changed",
        " hint: only these can: ");
    refused(schema("--user", "set", "badge", "type=boolean"), "the type of `badge` is fixed");
    refused(schema("--user", "set", "badge", "scope=SELF"), "the scope of `badge` is fixed");
    refused(schema("--user", "add", "Email", "type=string"), "differs from base attribute `email`");
    refused(schema("--user", "add", "badge", "type=string"), "attribute `badge` is there already");
    refused(schema("--user", "set", "bagde", "title=x"), " hint: closest is `badge`");
    refused(schema("--app hr", "add", "groups", "type=string"), "`groups` is reserved");
    refused(
        schema("--user", "add", "size", "type=sting"),
        "`type` has a value that is not known\n hint: closest is `string`");
    refused(schema("--user", "add", "size", "title=Size"), "attribute `size` has no `type`");
    refused(
        schema("--user", "add", "size", "type=string", "minLength=9", "maxLength=3"),
        "`minLength` is larger than `maxLength`");
    assertEquals(SCHEMA, userSchema());
  }

  @Test
  void refusesWhatWouldBreakAMapping() {
    TinyOrg.put(
        org,
        "apps/hr/mapping.json",
        "{\"toApp\": {\"properties\": {\"title\": {\"expression\": \"user.badge\"}}}}");
    refused(
        schema("--user", "set", "badge", "format=encrypted"),
        "apps/hr/mapping.json:1:57: error: `badge` is secret and cannot be read by an expression");
    assertEquals(SCHEMA, userSchema());
  }

  @Test
  void anAttributeThatTwoPeopleShareCannotBeUnique() {
    String users = TinyOrg.text(org.resolve("users.jsonl"));
    TinyOrg.put(
        org, "users.jsonl", users.replace("\"profile\":{", "\"profile\":{\"badge\":\"secret\","));
    Ran ran = schema("--user", "set", "badge", "unique=true");
    refused(ran, "users.jsonl:2:1: error: this person has the same `badge` as the one of line 1");
    assertFalse(ran.err().contains("secret"), ran.err());
    assertEquals(0, schema("--user", "set", "floor", "unique=true").code());
  }

  @Test
  void aKeywordThatMeansNothingIsKeptAndToldOf() {
    Ran ran = schema("--user", "set", "badge", "maxLenght=3");
    assertEquals(0, ran.code());
    assertTrue(
        ran.err().contains("warning: `maxLenght` means nothing here and is ignored"), ran.err());
    assertTrue(ran.err().contains("closest is `maxLength`"), ran.err());
    assertTrue(userSchema().contains("\"maxLenght\": 3"), userSchema());
  }

  @Test
  void aFileOfAnotherShapeIsLeftToItsAuthor() {
    TinyOrg.put(org, "user-schema.json", "{\"definitions\": {\"custom\": [1]}}");
    refused(
        schema("--user", "add", "badge", "type=string"),
        "user-schema.json:1:28: error: `definitions.custom` is no object");
    TinyOrg.put(org, "user-schema.json", "{\"a\": 1, \"a\": 2}");
    refused(schema("--user", "add", "badge", "type=string"), "`a` stands twice in this object");
    TinyOrg.put(org, "user-schema.json", "{");
    refused(schema("--user", "remove", "badge"), "the JSON ends too early");
  }

  @Test
  void theNullabilityOfANameMayChange() {
    Ran ran = schema("--user", "set", "firstName", "required=false");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(
        userSchema()
            .contains(
                "\"base\": {\n      \"properties\": {\n        \"firstName\": {\n"
                    + "          \"required\": false\n        }\n      }\n    }"),
        userSchema());
    assertTrue(schema("--user", "list").out().contains("firstName  base, string\n"));
  }

  @Test
  void makesTheFileWhereThereIsNone() throws IOException {
    Files.delete(org.resolve("user-schema.json"));
    assertEquals(0, schema("--user", "add", "badge", "type=string").code());
    assertTrue(userSchema().startsWith("{\n  \"definitions\": {\n    \"base\": {\n"));
    assertTrue(schema("--user", "list").out().endsWith("badge  custom, string\n"));
  }

  @Test
  void listsWhatIsInForce() {
    Ran text = schema("--app hr", "list");
    assertEquals(
        """
        userName  custom, string
        firstName  custom, string
        lastName  custom, string
        email  custom, string
        title  custom, string
        """,
        text.out());
    Ran json = schema("--user", "list", "--format", "json");
    assertEquals(0, json.code(), json.err());
    assertTrue(json.out().contains("\"x-note\": [\n"), json.out());
    assertTrue(json.out().contains("\"login\": {"), json.out());
  }

  @Test
  void wrongUse() {
    assertEquals(2, Ran.attune("schema", org, "list").code());
    assertEquals(2, schema("--user").code());
    assertEquals(2, schema("--user", "add", "x").code());
    assertEquals(2, schema("--user", "add", "x", "type").code());
    assertEquals(1, schema("--app nope", "list").code());
    assertEquals(1, schema("--app nope", "add", "x", "type=string").code());
  }
}
