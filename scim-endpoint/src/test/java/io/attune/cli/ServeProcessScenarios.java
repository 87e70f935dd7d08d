package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code attune serve --import} as a process of its own, killed while its engine has work. */
class ServeProcessScenarios {
  private static final int WRITES = 40;

  @TempDir private Path temporary = Path.of("");

  @Test
  void whatWasAcknowledgedBeforeAKillIsImportedOnceAfterIt() throws Exception {
    Path acme = Path.of(System.getProperty("attune.root"), "examples", "acme");
    Path data = temporary.resolve("data");
    SortedMap<String, String> before = TinyOrg.content(acme);
    Process process = ServedFolder.process("--data", data.toString(), "--import", acme.toString());
    List<String> records = new ArrayList<>();
    try (BufferedReader said = process.inputReader()) {
      assertEquals("workspace: " + data.resolve("workspace"), said.readLine());
      String at = said.readLine();
      assertNotNull(at);
      URI address = URI.create(at.replace("SCIM 2.0 at ", "")).resolve("/");
      ServedFolder.Client client = new ServedFolder.Client(address);
      for (int index = 0; index < WRITES; index++) {
        records.add(client.create("Given" + index, "Quell", email(index)));
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertEquals(before, TinyOrg.content(acme));
    assertFalse(Files.exists(acme.resolve(".attune")));

    try (ServedFolder served = ServedFolder.start(data, null)) {
      for (String record : records) {
        served.client().awaiting(record, "APPLIED");
        JsonNode runs = served.client().get("/imports?record=" + record).is(200).body();
        assertEquals(1, runs.path("totalResults").asInt());
        assertEquals("CREATE", runs.path("imports").path(0).path("outcome").asText());
      }
      List<String> users = TinyOrg.lines(served.workspace().resolve("users.jsonl"));
      for (int index = 0; index < WRITES; index++) {
        String login = "\"login\":\"" + email(index) + "\"";
        assertEquals(1, users.stream().filter(line -> line.contains(login)).count(), login);
      }
    }
  }

  private static String email(int index) {
    return "quell." + index + "@acme.example";
  }
}
