package io.attune.cli;

import static io.attune.cli.AcceptanceOrg.record;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.cli.AcceptanceOrg.Planned;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources by attribute, and sources that lose people, through the command. */
class SourcesScenarios {
  @TempDir private Path folder = Path.of("");

  private AcceptanceOrg org() {
    AcceptanceOrg org = new AcceptanceOrg(folder).twoSources().person("a", "ACTIVE");
    org.org().putObject("safeguard").put("enabled", false);
    return org;
  }

  private static String source(Planned plan, String attribute) {
    for (JsonNode change : plan.line("e-a").path("changes")) {
      if (!change.has("on") && change.path("attribute").asText().equals(attribute)) {
        return change.path("source").asText();
      }
    }
    return "";
  }

  /** The list names hr, then crm, by name and by id. */
  @ParameterizedTest(name = "case 25: {0} says so, crm has the person: {1}: {2}")
  @CsvSource({"hr, true, Lead", "crm, true, ''", "crm, false, ''"})
  void case25TheFirstOfTheListWhoHasThePersonWrites(String app, boolean both, String written) {
    AcceptanceOrg org = org().overrides("title", "hr", "0oa-crm").link(app, "a", "ACTIVE");
    if (both) {
      org.link(app.equals("hr") ? "crm" : "hr", "a", "ACTIVE");
    }
    Planned plan = org.feed(record("a").put("title", "Lead")).plan(app);
    assertEquals(both ? written : "Lead", plan.written("e-a", "title"));
  }

  @Test
  void case25WithNoneOfTheListTheValueStays() {
    AcceptanceOrg org = org().overrides("title", "crm").link("hr", "a", "ACTIVE");
    Planned plan = org.feed(record("a").put("title", "Lead").put("lastName", "King")).plan();
    assertEquals("", plan.written("e-a", "title"));
    assertEquals("King", plan.written("e-a", "lastName"));
  }

  @Test
  void anOverridingSourceWritesItsAttributeThoughItIsNotThePersonsSource() {
    AcceptanceOrg org = org().overrides("title", "crm").link("hr", "a", "ACTIVE");
    org.link("crm", "a", "ACTIVE");
    Planned plan = org.feed(record("a").put("title", "Lead").put("lastName", "King")).plan("crm");
    assertEquals("Lead", plan.written("e-a", "title"));
    assertEquals("", plan.written("e-a", "lastName"));
  }

  @ParameterizedTest(name = "hr {0}: where it has no title, crm''s is written: {1}")
  @CsvSource({"STRICT, false", "FIRST_NON_NULL, true"})
  void aSourceKeepsWhatItHasNoValueForOrPassesItOn(String fallback, boolean passes) {
    AcceptanceOrg org = org().link("hr", "a", "ACTIVE").link("crm", "a", "ACTIVE");
    org.says("crm", "title", "Sales").maps("division", "appuser.place");
    org.sync("hr").put("attributeFallback", fallback);
    Planned plan = org.feed(record("a").put("place", "Here")).plan();
    assertEquals(passes ? "Sales" : "", plan.written("e-a", "title"));
    assertEquals(passes ? "crm" : "", source(plan, "title"));
    assertEquals("hr", source(plan, "division"));
  }

  @Test
  void whoLosesASourceFallsToTheNextOne() {
    AcceptanceOrg org = org().link("hr", "a", "ACTIVE");
    org.link("crm", "a", "ACTIVE").says("crm", "title", "Sales");
    org.sync("hr").put("onDeactivate", "NOTHING");
    Planned plan = org.feed(record("a").put("active", false)).plan();
    assertEquals("REMOVED", plan.outcome("e-a"));
    assertEquals("Sales", plan.written("e-a", "title"));
    assertEquals("crm", source(plan, "title"));
    assertEquals(List.of("SOURCE_CHANGED"), plan.diagnostics("e-a"));
    assertEquals(
        "from `hr` to `crm`",
        plan.line("e-a").path("diagnostics").path(0).path("message").asText());
  }

  @Test
  void whoLosesTheLastSourceKeepsEverything() {
    AcceptanceOrg org = org().link("hr", "a", "ACTIVE");
    org.sync("hr").put("onDeactivate", "SUSPEND");
    Planned plan = org.feed(record("a").put("active", false)).plan();
    assertEquals("SUSPENDED", plan.statusAfter("e-a"));
    assertEquals(0, plan.line("e-a").path("changes").size());
    assertEquals(List.of("SOURCE_CHANGED"), plan.diagnostics("e-a"));
  }

  @Test
  void whoIsDeactivatedWithItKeepsEverythingToo() {
    AcceptanceOrg org = org().link("hr", "a", "ACTIVE");
    org.link("crm", "a", "ACTIVE").says("crm", "title", "Sales");
    Planned plan = org.feed(record("a").put("active", false)).plan();
    assertEquals("DEPROVISIONED", plan.statusAfter("e-a"));
    assertEquals(0, plan.line("e-a").path("changes").size());
  }

  @Test
  void linkingToTheFirstSourceWritesAtOnce() {
    AcceptanceOrg org = org().link("crm", "a", "ACTIVE");
    Planned plan = org.feed(record("a").put("title", "Lead")).plan();
    assertEquals("LINK", plan.outcome("e-a"));
    assertEquals("Lead", plan.written("e-a", "title"));
    assertEquals(List.of("SOURCE_CHANGED"), plan.diagnostics("e-a"));
  }

  @Test
  void aListThatNamesNoAppIsAnError() throws IOException {
    org().overrides("title", "hr", "0oa-gone").write();
    Ran ran = Ran.attune("check", folder);
    assertEquals(1, ran.code());
    assertTrue(
        ran.err().contains("the priority of `title` names the app `0oa-gone`, which is not there"),
        ran.err());
  }

  @Test
  void sourcesTellsWhoOwnsWhatAndWhy() throws IOException {
    AcceptanceOrg org = org().overrides("title", "crm", "hr").link("hr", "a", "ACTIVE");
    org.write();
    Ran ran = Ran.attune("sources", folder, "--user", "A@X.test", "--format", "json");
    JsonNode answer = new ObjectMapper().readTree(ran.out());
    assertEquals("hr", answer.path("profileSource").asText());
    for (JsonNode each : answer.path("attributes")) {
      boolean title = each.path("attribute").asText().equals("title");
      assertEquals("hr", each.path("owner").asText());
      assertEquals(title ? "OVERRIDE" : "PROFILE_MASTER", each.path("master").asText());
      assertEquals(
          "[{\"app\":\"crm\",\"reason\":\"NOT_ASSIGNED\"}]", each.path("passedOver").toString());
    }
    Ran text = Ran.attune("sources", folder, "--user", "a");
    assertTrue(text.out().startsWith("a: the profile source is hr\n"), text.out());
    assertTrue(text.out().contains("first of its own list; not crm (not assigned)"), text.out());
  }

  @Test
  void sourcesAsksForSomebodyWhoIsThere() throws IOException {
    org().write();
    Ran ran = Ran.attune("sources", folder, "--user", "secret@x.test");
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("users.jsonl:1:1: error: nobody has this login or id"));
  }

  @ParameterizedTest(name = "crm is a source: {0}")
  @CsvSource({"false, crm as a source", "true, an active link to crm"})
  void whySaysWhatWouldMakeAnAttributeThatOfASource(boolean source, String needed)
      throws IOException {
    AcceptanceOrg org = org().overrides("title", "crm").link("hr", "a", "ACTIVE");
    org.sync("crm").put("profileSource", source);
    if (!source) {
      org.link("crm", "a", "ACTIVE");
    }
    org.write();
    Ran ran = Ran.attune("why", folder, "--person", "a", "--attribute", "title");
    assertTrue(
        ran.out().contains("    would change it: an edit in Okta, or " + needed + "\n"), ran.out());
    assertTrue(
        ran.out().contains("Okta, no source of its own list has the person: the value stays"),
        ran.out());
  }

  @Test
  void whyNamesTheSourceThatHasNoValueYet() throws IOException {
    AcceptanceOrg org = org().link("hr", "a", "ACTIVE").link("crm", "a", "ACTIVE");
    org.sync("hr").put("attributeFallback", "FIRST_NON_NULL");
    org.write();
    Ran ran = Ran.attune("why", folder, "--person", "a", "--attribute", "title");
    assertTrue(
        ran.out()
            .contains(
                "an import of crm for which `appuser.title` gives another value,"
                    + " or one of hr that has a value for it\n"),
        ran.out());
  }
}
