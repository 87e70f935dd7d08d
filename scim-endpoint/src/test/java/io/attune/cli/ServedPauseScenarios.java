package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several plans and one pause: each decision is about its own plan, and no write is lost. */
class ServedPauseScenarios {
  @TempDir private Path temporary = Path.of("");

  private ServedFolder served;

  /** Twenty people, of whom two may be taken from the app; a third waits. */
  @BeforeEach
  void serve() throws IOException {
    Path source = ServedTinyOrg.write(temporary.resolve("org"), 20);
    TinyOrg.put(
        source,
        "apps/hr/sync.json",
        "{\"profileSource\":true,\"onDeactivate\":\"DEACTIVATE\","
            + "\"safeguard\":{\"percent\":10,\"moreThanUsers\":0}}");
    served = ServedFolder.start(temporary.resolve("data"), source);
    for (String leaver : List.of("e00000", "e00001")) {
      ServedTinyOrg.setActive(client(), leaver, false);
      assertEquals("APPLIED", settled(leaver));
    }
    ServedTinyOrg.setActive(client(), "e00002", false);
    assertEquals("PAUSED", settled("e00002"));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private ServedFolder.Client client() {
    return served.client();
  }

  private String settled(String record) {
    return ServedTinyOrg.settled(client(), record).path("status").asText();
  }

  private static String leavers(int from, int to) {
    StringBuilder feed = new StringBuilder();
    for (int number = from; number < to; number++) {
      feed.append("{\"externalId\":\"e%05d\",\"active\":false}\n".formatted(number));
    }
    return feed.toString();
  }

  @Test
  void aWriteThatIsPausedIsPlannedAgainWhereAnotherPlanIsApproved() {
    String records = "[" + leavers(10, 15).strip().replace("\n", ",") + "]";
    JsonNode other =
        client()
            .post("/imports", "{\"app\":\"hr\",\"source\":\"scim\",\"records\":" + records + "}")
            .is(201)
            .body();
    String approval =
        "{\"sha256\":\"%s\",\"unassignments\":5}".formatted(other.path("sha256").asText());
    client().post("/imports/" + other.path("id").asText() + "/approve", approval).is(200);
    client().awaiting("e00002", "APPLIED"); // what a person approved starts the count again
  }

  @Test
  void whoeverCancelsAnImportEndsNoPauseOfAnother() throws IOException {
    JsonNode paused = ServedTinyOrg.settled(client(), "e00002");
    Path feed = temporary.resolve("feed.jsonl");
    Files.writeString(feed, leavers(10, 15));
    Ran newer =
        Ran.attune(
            "import",
            served.workspace(),
            "--app",
            "hr",
            "--incremental",
            "--apply",
            "--records",
            feed);
    assertEquals(3, newer.code(), newer.err());
    client().post("/imports/" + paused.path("id").asText() + "/cancel", null).is(200);
    String roadblock = Ran.attune("roadblock", served.workspace()).out();
    assertTrue(roadblock.contains("5 unassigned"), roadblock);
  }
}
