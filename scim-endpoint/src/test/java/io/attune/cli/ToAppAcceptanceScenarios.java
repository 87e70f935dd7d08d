package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The acceptance cases of okta-behaviour 14 that say what To App makes of a person, through {@code
 * attune preview --direction to-app}; each method says its number.
 */
class ToAppAcceptanceScenarios {
  @TempDir private Path org = Path.of("");

  @BeforeEach
  void layOut() {
    TinyOrg.put(org, "org.json", "{\"name\":\"Tiny\"}");
    TinyOrg.put(org, "apps/crm/app.json", "{\"name\":\"crm\"}");
    TinyOrg.put(
        org,
        "apps/crm/schema.json",
        """
        {"definitions": {"custom": {"properties": {
          "userName": {"type": "string"}, "title": {"type": "string"},
          "roles": {"type": "array", "items": {"type": "string"}}}}}}
        """);
    TinyOrg.put(
        org,
        "users.jsonl",
        "{\"id\":\"00u1\",\"status\":\"ACTIVE\","
            + "\"profile\":{\"login\":\"ann@x.test\",\"title\":\"Lead\"}}\n");
  }

  private JsonNode attribute(String name) throws IOException {
    Ran ran =
        Ran.attune(
            "preview",
            org,
            "--app",
            "crm",
            "--user",
            "00u1",
            "--direction",
            "to-app",
            "--format",
            "json");
    assertEquals(0, ran.code(), ran.err());
    for (JsonNode each : new ObjectMapper().readTree(ran.out()).path("attributes")) {
      if (each.path("attribute").asText().equals(name)) {
        return each;
      }
    }
    throw new AssertionError(ran.out());
  }

  @ParameterizedTest(name = "case 13: {0}: {1}")
  @CsvSource({"DONT_PUSH, Analyst", "PUSH, Lead"})
  void case13ACreateOnlyValueStaysAndIsStillThere(String pushStatus, String value)
      throws IOException {
    TinyOrg.put(
        org,
        "apps/crm/mapping.json",
        "{\"toApp\":{\"properties\":{\"title\":"
            + "{\"expression\":\"user.title\",\"pushStatus\":\"%s\"}}}}".formatted(pushStatus));
    TinyOrg.put(
        org,
        "apps/crm/app-users.jsonl",
        "{\"id\":\"00u1\",\"externalId\":\"c1\",\"scope\":\"USER\",\"status\":\"ACTIVE\","
            + "\"profile\":{\"userName\":\"ann\",\"title\":\"Analyst\"}}\n");
    assertEquals(value, attribute("title").path("to").asText());
  }

  @Test
  void case13ANewAppUserHasTheMappedValue() throws IOException {
    TinyOrg.put(
        org,
        "apps/crm/mapping.json",
        "{\"toApp\":{\"properties\":{\"title\":"
            + "{\"expression\":\"user.title\",\"pushStatus\":\"DONT_PUSH\"}}}}");
    assertEquals("Lead", attribute("title").path("to").asText());
  }

  @ParameterizedTest(name = "case 22: combined {0}: {1}")
  @CsvSource({"'', '[\"a\",\"b\"]'", "'\"roles\"', '[\"a\",\"b\",\"c\"]'"})
  void case22ValuesOfGroups(String combined, String roles) throws IOException {
    TinyOrg.put(
        org, "apps/crm/sync.json", "{\"toApp\":{\"combineGroupValues\":[" + combined + "]}}");
    TinyOrg.put(
        org,
        "groups.jsonl",
        """
        {"id":"00g1","type":"OKTA_GROUP","profile":{"name":"One"},"members":["00u1"]}
        {"id":"00g2","type":"OKTA_GROUP","profile":{"name":"Two"},"members":["00u1"]}
        """);
    TinyOrg.put(
        org,
        "apps/crm/app-groups.jsonl",
        """
        {"id":"00g2","priority":1,"profile":{"roles":["b","c"]}}
        {"id":"00g1","priority":0,"profile":{"roles":["a","b"]}}
        """);
    assertEquals(roles, attribute("roles").path("to").toString());
  }
}
