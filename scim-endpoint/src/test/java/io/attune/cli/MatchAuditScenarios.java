package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules would find, told before they are switched on: through the command. */
class MatchAuditScenarios {
  @TempDir private Path temporary = Path.of("");

  private Path org = Path.of("");
  private Path feed = Path.of("");

  /**
   * Three linked people, and two unlinked ones of whom one has a title with white space around it.
   * The feed has a linked record, both unlinked people, one of them twice, a namesake and a
   * stranger.
   */
  @BeforeEach
  void orgAndFeed() {
    org = TinyOrg.write(temporary.resolve("org"), 3);
    String more = TinyOrg.user(7) + "\n" + TinyOrg.user(8).replace("Analyst", " analyst ") + "\n";
    TinyOrg.put(org, "users.jsonl", TinyOrg.text(org.resolve("users.jsonl")) + more);
    String namesake = TinyOrg.record(8, "C").replace("p8@", "x8@").replace("e00008", "e00018");
    feed =
        TinyOrg.put(
            temporary,
            "feed.jsonl",
            String.join(
                "\n",
                TinyOrg.record(0, "A"),
                TinyOrg.record(1, "A").replace("p1@", "p2@"),
                TinyOrg.record(7, "B"),
                TinyOrg.record(7, "B").replace("e00007", "e00017"),
                namesake,
                TinyOrg.record(9, " "),
                "{\"id\":\"bad\",\"active\":\"perhaps\"}"));
  }

  private JsonNode audit(Object... more) throws IOException {
    Object[] all = new Object[6 + more.length];
    Object[] first = {"match-audit", org, "--app", "hr", "--format", "json"};
    System.arraycopy(first, 0, all, 0, 6);
    System.arraycopy(more, 0, all, 6, more.length);
    Ran ran = Ran.attune(all);
    assertEquals(0, ran.code(), ran.err());
    return new ObjectMapper().readTree(ran.out());
  }

  private static JsonNode labelled(JsonNode all, String label) {
    for (JsonNode each : all) {
      if (each.path("label").asText().equals(label)) {
        return each;
      }
    }
    throw new AssertionError("no " + label + " in " + all);
  }

  @Test
  void countsWhatTheRulesWouldFind() throws IOException {
    JsonNode audit = audit("--records", feed);
    assertEquals(
        "{\"scanned\":7,\"linked\":2,\"unlinked\":4,\"leftOut\":1}",
        audit.path("records").toString());
    JsonNode email = labelled(audit.path("rules"), "EMAIL");
    assertTrue(email.path("configured").asBoolean());
    assertEquals(
        "{\"exact\":1,\"partial\":1,\"ambiguous\":0,\"alreadyLinked\":0,\"sameUser\":1,\"none\":1}",
        email.path("unlinked").toString());
    assertEquals(
        "{\"right\":1,\"wrong\":1,\"ambiguous\":0,\"missed\":0}", email.path("linked").toString());
  }

  @Test
  void countsCoverageBlanksAndCollisions() throws IOException {
    JsonNode criteria = audit("--records", feed).path("criteria");
    JsonNode email = labelled(criteria, "EMAIL");
    assertEquals(5, email.path("people").path("usable").asInt());
    assertEquals(1, email.path("records").path("shared").path("keys").asInt());
    assertEquals(
        "[[\"e00007\",\"e00017\"]]",
        email.path("records").path("shared").path("examples").toString());
    JsonNode title = labelled(criteria, "ATTRIBUTE:title");
    assertEquals(4, title.path("people").path("shared").path("largest").asInt());
    assertEquals(1, title.path("records").path("blank").asInt());
    assertFalse(criteria.toString().contains("title ALNUM"), "a title is no identifier");
    assertTrue(criteria.toString().contains("firstName ALNUM"));
  }

  @Test
  void findsWhatNormalisationMakesEqual() throws IOException {
    String users = TinyOrg.text(org.resolve("users.jsonl"));
    for (int person : new int[] {0, 1, 2, 7}) {
      users = users.replaceFirst("\"title\":\"Analyst\"", "\"title\":\"T" + person + "\"");
    }
    TinyOrg.put(org, "users.jsonl", users.replace(" analyst ", "t-7"));
    JsonNode criteria = audit("--records", feed).path("criteria");
    JsonNode collided = labelled(criteria, "ATTRIBUTE:title ALNUM").path("people").path("collided");
    assertEquals("[[\"00u00007\",\"00u00008\"]]", collided.path("examples").toString());
    assertEquals(
        0,
        labelled(criteria, "ATTRIBUTE:title CASEFOLD")
            .path("people")
            .path("collided")
            .path("keys")
            .asInt());
  }

  @Test
  void withoutAFeedTheLinksThemselvesAreAudited() throws IOException {
    JsonNode audit = audit();
    assertEquals(3, audit.path("records").path("linked").asInt());
    assertEquals(3, labelled(audit.path("rules"), "EMAIL").path("linked").path("right").asInt());
  }

  @Test
  void theTablesShowNoValueAndNothingChanges() {
    SortedMap<String, String> before = TinyOrg.content(org);
    Ran ran = Ran.attune("match-audit", org, "--app", "hr", "--records", feed);
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("* EMAIL "), ran.out());
    assertTrue(ran.out().contains("EMAIL or USERNAME"), ran.out());
    assertFalse(ran.out().contains("@tiny.example"), ran.out());
    assertEquals(before, TinyOrg.content(org));
  }

  @Test
  void anAppOrAFileThatIsNotThere() {
    assertEquals(1, Ran.attune("match-audit", org, "--app", "none").code());
    assertEquals(1, Ran.attune("match-audit", org, "--app", "hr", "--records", "none").code());
  }
}
