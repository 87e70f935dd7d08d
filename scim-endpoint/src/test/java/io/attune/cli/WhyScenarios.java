package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a value came from, through the command. */
class WhyScenarios {
  @TempDir private Path temporary = Path.of("");

  private Path folder = Path.of("");

  private JsonNode why(String person, String attribute) throws IOException {
    Ran ran =
        Ran.attune("why", folder, "--person", person, "--attribute", attribute, "--format", "json");
    assertEquals(0, ran.code(), ran.err());
    return new ObjectMapper().readTree(ran.out()).path("attributes").path(0);
  }

  private void importing(String... records) {
    Path feed = TinyOrg.put(temporary, "feed.jsonl", String.join("\n", records) + "\n");
    Ran ran = Ran.importing(folder, feed, "--incremental", "--apply");
    assertEquals(0, ran.code(), ran.err());
  }

  @Test
  void namesThePlanThatWroteAValueLast() throws IOException {
    folder = TinyOrg.write(temporary.resolve("org"), 2);
    importing(TinyOrg.record(0, "Lead"));
    importing(TinyOrg.record(0, "Chief"), TinyOrg.record(1, "Lead"));
    JsonNode title = why("p0@tiny.example", "title");
    assertEquals("Chief", title.path("value").asText());
    JsonNode from = title.path("from");
    assertEquals("toOkta.title", from.path("by").asText());
    assertEquals("hr", from.path("source").asText());
    assertEquals("e00000", from.path("externalId").asText());
    assertEquals("UPDATE", from.path("outcome").asText());
    assertEquals("2026-01-05T08:00:00.000Z", from.path("time").asText());
    String history = TinyOrg.lines(folder.resolve(".attune/history.jsonl")).get(1);
    assertTrue(history.contains(from.path("plan").asText()));
    assertEquals("false", from.path("changedSince").asText());
    assertEquals("appuser.title", title.path("mapping").asText());
    assertEquals("IMPORT_OF_OWNER", title.path("next").asText());
  }

  @Test
  void knowsThePersonWhomAPlanCreated() throws IOException {
    folder = TinyOrg.write(temporary.resolve("org"), 1);
    importing(TinyOrg.record(7, "Analyst"));
    JsonNode login = why("p7@tiny.example", "login");
    assertEquals("usernameFormat", login.path("from").path("by").asText());
    assertEquals("CREATE", login.path("from").path("outcome").asText());
    assertEquals("MAPPING_OF_OWNER", login.path("next").asText());
  }

  @Test
  void saysWhereNoImportWroteAndWhereSomebodyElseDid() throws IOException {
    folder = TinyOrg.write(temporary.resolve("org"), 1);
    assertTrue(why("00u00000", "title").path("from").isNull());
    importing(TinyOrg.record(0, "Lead"));
    String users = TinyOrg.text(folder.resolve("users.jsonl"));
    TinyOrg.put(folder, "users.jsonl", users.replace("\"Lead\"", "\"By hand\""));
    assertEquals("true", why("00u00000", "title").path("from").path("changedSince").asText());
    Ran text = Ran.attune("why", folder, "--person", "00u00000");
    assertTrue(
        text.out().contains("  title: \"By hand\"\n    from: changed outside of imports since"));
    assertTrue(text.out().contains("    owner: hr, first of the org's sources\n"), text.out());
  }

  @Test
  void saysWhatKeepsAnAttributeInOkta() throws IOException {
    folder = TinyOrg.write(temporary.resolve("org"), 1);
    TinyOrg.put(
        folder,
        "user-schema.json",
        "{\"definitions\":{\"base\":{\"properties\":{\"title\":{\"master\":{\"type\":\"OKTA\"}}}}}}");
    assertEquals("EDIT_IN_OKTA", why("00u00000", "title").path("next").asText());
    TinyOrg.put(folder, "apps/hr/app-users.jsonl", "");
    assertEquals("EDIT_OR_LINK", why("00u00000", "email").path("next").asText());
  }

  @Test
  void asksForAnAttributeThatIsThere() {
    folder = TinyOrg.write(temporary.resolve("org"), 1);
    Ran ran = Ran.attune("why", folder, "--person", "00u00000", "--attribute", "titel");
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("users have no attribute `titel`"), ran.err());
  }
}
