package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the mapping screen does, through the command. */
class MappingCommandScenarios {
  private static final String MAPPING =
      """
      {
        "toOkta": {"id": "prm1", "properties": {
          "firstName": {"expression": "appuser.firstName", "x": 1.0},
          "broken": {"expression": "appuser.gone"}
        }},
        "toApp": {
          "properties": {
            "title": {
              "expression": "user.title",
              "pushStatus": "PUSH"
            }
          }
        }
      }
      """;

  @TempDir private Path temporary = Path.of("");
  private Path org = Path.of("");

  @BeforeEach
  void writeOrg() {
    org = TinyOrg.write(temporary.resolve("org"), 2);
    TinyOrg.put(org, "apps/hr/mapping.json", MAPPING);
  }

  private Ran mapping(String direction, Object... action) {
    List<Object> words =
        new ArrayList<>(List.of("mapping", org, "--app", "hr", "--direction", direction));
    words.addAll(List.of(action));
    return Ran.attune(words.toArray());
  }

  private String text() {
    return TinyOrg.text(org.resolve("apps/hr/mapping.json"));
  }

  private void done(Ran ran) {
    assertEquals(0, ran.code(), ran.err());
  }

  @Test
  void theThreeWaysOfTheScreen() {
    done(mapping("to-app", "set", "email", "--from", "email", "--apply-on", "create"));
    done(mapping("to-app", "set", "lastName", "--same", "O'Neill"));
    done(
        mapping(
            "to-okta",
            "set",
            "lastName",
            "--expression",
            "appuser.lastName ?: 'x'",
            "--on-error",
            "fail_user"));
    assertEquals(
        MAPPING
            .replace(
                "      }\n    }\n  }\n",
                """
                      },
                      "email": {
                        "expression": "user.email",
                        "pushStatus": "DONT_PUSH"
                      },
                      "lastName": {
                        "expression": "'O''Neill'"
                      }
                    }
                  }
                """)
            .replace(
                "\"appuser.gone\"}\n",
                """
                "appuser.gone"},
                    "lastName": {
                      "expression": "appuser.lastName ?: 'x'",
                      "onError": "FAIL_USER"
                    }
                """),
        text());
    assertEquals(
        """
        title  map from user.title  (create and update)
        email  map from user.email  (create)
        lastName  same value 'O''Neill'  (create and update)
        """,
        mapping("to-app", "list").out());
  }

  @Test
  void changesOnlyWhatIsNamedOfARow() {
    done(mapping("to-app", "set", "title", "--apply-on", "create"));
    assertEquals(MAPPING.replace("\"PUSH\"", "\"DONT_PUSH\""), text());
    done(mapping("to-okta", "set", "firstName", "--expression", "'x'"));
    assertTrue(text().contains("{\"expression\": \"'x'\", \"x\": 1.0}"), text());
  }

  @Test
  void aMappingThatDoesNotCompileIsRefusedWithItsPlace() {
    Ran ran = mapping("to-app", "set", "email", "--expression", "user.emial");
    assertEquals(1, ran.code());
    assertEquals(
        org
            + "/apps/hr/mapping.json:13:29: error: user has no attribute `emial`\n"
            + " hint: closest is `email`\n"
            + " | user.emial\n"
            + " | .....^^^^^\n"
            + "attune: nothing was written\n",
        ran.err());
    assertEquals(1, mapping("to-app", "set", "emial", "--same", "x").code());
    assertEquals(1, mapping("to-okta", "set", "email", "--from", "gone").code());
    assertEquals(1, mapping("to-app", "set", "email", "--apply-on", "create").code());
    assertEquals(MAPPING, text());
  }

  @Test
  void toOktaTheSourceDecidesWhenARowApplies() {
    Ran ran = mapping("to-okta", "set", "email", "--from", "email", "--apply-on", "create");
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("a profile source applies its mappings only as `PUSH`"));
    done(mapping("to-okta", "set", "email", "--from", "email", "--apply-on", "create-and-update"));
  }

  @Test
  void removingIsNotMapping() {
    done(mapping("to-okta", "remove", "broken"));
    assertEquals(
        MAPPING.replace(",\n    \"broken\": {\"expression\": \"appuser.gone\"}", ""), text());
    done(mapping("to-okta", "remove", "broken"));
  }

  @Test
  void mergesAsTheApiDoes() {
    Path body =
        TinyOrg.put(
            temporary,
            "body.json",
            """
        {"properties": {
          "email": {"expression": "appuser.email"},
          "firstName": {"expression": "appuser.userName"},
          "broken": null}}
        """);
    done(mapping("to-okta", "merge", body));
    assertEquals(
        """
        firstName  map from appuser.userName  (create and update)
        email  map from appuser.email  (create and update)
        """,
        mapping("to-okta", "list").out());
    done(mapping("to-okta", "merge", body));
    String before = text();
    TinyOrg.put(
        temporary,
        "body.json",
        "{\"properties\": {\"title\": {\"expression\": \"'x'\"}, \"titel\": {\"expression\": \"'x'\"}}}");
    Ran refused = mapping("to-okta", "merge", body);
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("the schema has no attribute `titel`"), refused.err());
    assertEquals(before, text());
  }

  @Test
  void whatIsWrongWithAMergedFileHasItsPlace() {
    Path body =
        TinyOrg.put(
            temporary, "body.json", "{\"properties\": {\n  \"title\": null,\n  \"title\": null}}");
    assertTrue(
        mapping("to-app", "merge", body)
            .err()
            .startsWith(body + ":3:3: error: `title` stands twice in this object\n"));
  }

  @Test
  void listsInTheShapeOfTheApi() {
    assertEquals(
        """
        {
          "properties" : {
            "title" : {
              "expression" : "user.title",
              "pushStatus" : "PUSH",
              "kind" : "MAP_FROM"
            }
          }
        }
        """,
        mapping("to-app", "list", "--format", "json").out());
  }

  @Test
  void wrongUse() {
    assertEquals(2, mapping("to-app").code());
    assertEquals(2, mapping("to-app", "set", "email").code());
    assertEquals(2, mapping("sideways", "list").code());
    assertEquals(2, mapping("to-app", "set", "email", "--from", "a", "--same", "b").code());
    assertEquals(
        1, Ran.attune("mapping", org, "--app", "x", "--direction", "to-app", "list").code());
  }
}
