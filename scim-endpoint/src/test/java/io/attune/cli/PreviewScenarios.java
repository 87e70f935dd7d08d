package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code attune preview}: what becomes of every attribute, and why. */
class PreviewScenarios {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir private Path temporary = Path.of("");
  private Path org = Path.of("");

  @BeforeEach
  void layOut() {
    org = TinyOrg.write(temporary.resolve("org"), 3);
  }

  private Ran preview(Object... more) {
    Object[] all = new Object[6 + more.length];
    Object[] first = {"preview", org, "--app", "hr", "--at", TinyOrg.TIME};
    System.arraycopy(first, 0, all, 0, 6);
    System.arraycopy(more, 0, all, 6, more.length);
    return Ran.attune(all);
  }

  private Path record(String title) {
    return TinyOrg.put(temporary, "record.jsonl", TinyOrg.record(1, title) + "\n");
  }

  @Test
  void showsEachValueWithItsDerivation() {
    Ran ran = preview("--record", record("Lead"));
    assertEquals("", ran.err());
    assertEquals(
        """
        UPDATE  e00001  00u00001
          login: "p1@tiny.example"  (not mapped)
          email: "p1@tiny.example"  (mapped, and it has this value already)
            1:1: appuser.email = 'p1@tiny.example'
          firstName: "First1"  (mapped, and it has this value already)
            1:1: appuser.firstName = 'First1'
          lastName: "Last1"  (mapped, and it has this value already)
            1:1: appuser.lastName = 'Last1'
          title: "Analyst" -> "Lead"  (mapped)
            1:1: appuser.title = 'Lead'
        """,
        ran.out().lines().limit(10).map(line -> line + "\n").reduce("", String::concat));
  }

  @Test
  void takesTheStoredAppUserForARecord() {
    Ran ran = preview("--user", "00u00002");
    assertTrue(ran.out().startsWith("UNCHANGED  e00002  00u00002\n"), ran.out());
    assertEquals(1, preview("--user", "00u9").code());
    assertEquals(2, preview().code());
  }

  @Test
  void saysWhatHasNoSayAndWhatFails() {
    TinyOrg.put(org, "apps/hr/sync.json", "{}\n");
    assertTrue(
        preview("--record", record("Lead")).out().contains("title: \"Analyst\"  (create only)"));
    TinyOrg.put(org, "apps/hr/sync.json", "{\"profileSource\": true}\n");
    TinyOrg.put(
        org,
        "apps/hr/mapping.json",
        """
        {"toOkta": {"properties": {
          "firstName": {"expression": "appuser.firstName"},
          "title": {"expression": "String.append(appuser.title, 1 / (appuser.title.length() - 4))"}
        }}}
        """);
    Ran ran = preview("--record", record("Lead"));
    assertTrue(
        ran.out().contains("title: \"Analyst\"  (expression failed: DIVISION_BY_ZERO"), ran.out());
    assertTrue(ran.out().contains("EXPRESSION_FAILED title"), ran.out());
  }

  @Test
  void jsonHoldsTheLineOfThePlan() throws IOException {
    Path plan = temporary.resolve("plan.jsonl");
    Path record = record("Lead");
    Ran.importing(org, record, "--plan", plan);
    List<String> lines = TinyOrg.lines(plan);
    String planned =
        lines.stream().filter(line -> line.contains("\"e00001\"")).findFirst().orElseThrow();
    JsonNode preview = MAPPER.readTree(preview("--record", record, "--format", "json").out());
    assertEquals(planned, preview.get("line").toString());
    JsonNode title = preview.get("attributes").get(8);
    assertEquals(
        "{\"attribute\":\"title\",\"from\":\"Analyst\",\"to\":\"Lead\",\"rule\":\"MAPPED\","
            + "\"because\":\"mapped\",\"expression\":\"appuser.title\",\"read\":[\"appuser.title\"],"
            + "\"derivation\":{\"text\":\"appuser.title\",\"column\":1,\"value\":\"Lead\"}}",
        title.toString());
  }
}
