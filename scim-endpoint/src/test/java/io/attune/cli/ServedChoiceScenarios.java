package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.store.AuditEntry.Operation;
import io.attune.store.Database;
import io.attune.store.ImportChoice;
import io.attune.store.ImportChoices;
import io.attune.store.ImportStatus;
import io.attune.store.ImportStore;
import io.attune.store.ImportWanted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people choose about imports stands in the audit trail, over HTTP from end to end. */
class ServedChoiceScenarios {
  @TempDir private Path temporary = Path.of("");

  private ServedFolder served;

  /** An org in which nobody goes, and nobody comes, without a person. */
  @BeforeEach
  void serve() throws IOException {
    Path org = ServedTinyOrg.write(temporary.resolve("org"), 4);
    TinyOrg.put(
        org,
        "apps/hr/sync.json",
        "{\"profileSource\":true,\"safeguard\":{\"limits\":{\"unassigned\":0}}}");
    WaitingOrg.rules(org, "\"exactMatchCriteria\": \"EMAIL\"");
    served = ServedFolder.start(temporary.resolve("data"), org);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private ServedFolder.Client client() {
    return served.client();
  }

  /** The last entries of the trail, oldest first and without number and time; the server is new. */
  private List<String> trail(int last) throws IOException {
    served.close();
    Ran ran = Ran.attune("audit", "--data", temporary.resolve("data"), "--last", last);
    assertEquals(0, ran.code(), ran.err());
    served = ServedFolder.start(temporary.resolve("data"), null);
    List<String> lines = ran.out().lines().toList();
    return lines.subList(0, lines.size() - 1).stream()
        .map(line -> line.replaceFirst("^\\d+ {2}\\S+ {2}", ""))
        .toList();
  }

  private JsonNode paused() {
    ServedTinyOrg.setActive(client(), "e00000", false);
    return client().awaiting("e00000", "PAUSED");
  }

  private static String told(String actor, String operation, JsonNode run) {
    String told = "%s  %s  hr/import/%s".formatted(actor, operation, run.path("id").asText());
    return run.has("sha256") ? told + "  plan " + run.path("sha256").asText() : told;
  }

  @Test
  void anApprovalIsToldOnceWithItsPlan() throws IOException {
    JsonNode paused = paused();
    String path = "/imports/" + paused.path("id").asText() + "/approve";
    String hash = paused.path("sha256").asText();
    client().post(path, "{\"sha256\":\"%s\",\"unassignments\":7}".formatted(hash)).is(409);
    String right = "{\"sha256\":\"%s\",\"unassignments\":1}".formatted(hash);
    client().post(path, right).is(200);
    client().post(path, right).is(200);
    assertEquals(
        List.of("test  update  hr/user/e00000", told("test", "approve", paused)), trail(2));
  }

  @Test
  void aCancellationIsToldAndSoIsWhoAskedForAnImport() throws IOException {
    JsonNode asked =
        client().post("/imports", "{\"app\":\"hr\",\"source\":\"store\"}").is(201).body();
    client().post("/imports/" + asked.path("id").asText() + "/cancel", null).is(200);
    JsonNode paused = paused();
    client().post("/imports/" + paused.path("id").asText() + "/cancel", null).is(200);
    client().post("/imports/" + paused.path("id").asText() + "/cancel", null).is(200);
    assertEquals(
        List.of(
            "test  create  hr/import/" + asked.path("id").asText(),
            told("test", "cancel", asked),
            "test  update  hr/user/e00000",
            told("test", "cancel", paused)),
        trail(4));
  }

  @Test
  void aChoiceForWhoWaitsIsToldAndSoIsThatItIsTakenBack() throws IOException {
    String record = ServedTinyOrg.create(client(), 9);
    client().awaiting(record, "APPLIED");
    String choice = "{\"app\":\"hr\",\"record\":\"%s\",\"choice\":%s}";
    client().post("/pending", choice.formatted(record, "{\"kind\":\"IGNORE\"}")).is(200);
    client().post("/pending", choice.formatted(record, "null")).is(200);
    client().post("/pending", choice.formatted("nobody", "{\"kind\":\"NEW\"}")).is(409);
    JsonNode made =
        client().post("/pending", choice.formatted(record, "{\"kind\":\"NEW\"}")).is(200).body();
    assertEquals("CREATE", made.path("import").path("outcome").asText(), made::toString);
    List<String> told = trail(7);
    assertEquals("test  create  hr/user/" + record, told.get(0));
    for (int entry = 1; entry < 7; entry += 2) {
      assertEquals("test  choose  hr/choice/" + record, told.get(entry));
      assertTrue(told.get(entry + 1).startsWith("test  create  hr/import/"), told::toString);
    }
  }

  @Test
  void whatACommandDecidesIsToldAsSuch() throws IOException {
    JsonNode paused = paused();
    Ran ran = Ran.attune("cancel", served.workspace(), "--app", "hr");
    assertEquals(0, ran.code(), ran.err());
    client().awaiting("e00000", "CANCELLED");
    assertEquals(List.of(told("command", "cancel", paused)), trail(1));
  }

  /** As a kill leaves it: noted, done in the workspace or not, and not told. */
  @Test
  void aKillLosesNeitherAChoiceNorWhoseItWas() throws IOException {
    JsonNode paused = paused();
    noted(new ImportChoice(Operation.CANCEL, "ann", 1));
    assertEquals(List.of("test  update  hr/user/e00000"), trail(1));
    assertEquals("PAUSED", client().awaiting("e00000", "PAUSED").path("status").asText());
    served.close();
    assertEquals(0, Ran.attune("cancel", served.workspace(), "--app", "hr").code());
    served = ServedFolder.start(temporary.resolve("data"), null);
    client().awaiting("e00000", "CANCELLED");
    assertEquals(List.of(told("ann", "cancel", paused)), trail(1));
  }

  private void noted(ImportChoice choice) throws IOException {
    served.close();
    try (Database database = Database.embedded(temporary.resolve("data"))) {
      ImportChoices choices = new ImportChoices(database);
      choices.note(
          new ImportStore(database).oldest(ImportWanted.status(ImportStatus.PAUSED), 9), choice);
      assertFalse(choices.noted().isEmpty());
    }
    served = ServedFolder.start(temporary.resolve("data"), null);
  }
}
