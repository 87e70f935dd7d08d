package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would happen under another configuration: nothing does. */
class SimulateScenarios {
  @TempDir private Path temporary = Path.of("");
  private Path org = Path.of("");
  private Path feed = Path.of("");

  @BeforeEach
  void writeOrg() {
    org = TinyOrg.write(temporary.resolve("org"), 40);
    feed = TinyOrg.feed(temporary.resolve("feed.jsonl"), 3, 42);
  }

  private Ran simulate(String change, Object... more) {
    Path file = TinyOrg.put(temporary, "change.json", change);
    Object[] all = new Object[10 + more.length];
    Object[] first = {
      "simulate", org, "--app", "hr", "--records", feed, "--change", file, "--at", TinyOrg.TIME
    };
    System.arraycopy(first, 0, all, 0, 10);
    System.arraycopy(more, 0, all, 10, more.length);
    return Ran.attune(all);
  }

  @Test
  void aLifecycleSettingMovesWhoIsGone() {
    var before = TinyOrg.content(org);
    Ran ran = simulate("{\"apps/hr/sync.json\":{\"onDeactivate\":\"SUSPEND\"}}");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(
        ran.out()
            .contains(
                "3  REMOVED, DEPROVISIONED -> REMOVED, SUSPENDED"
                    + "  (lifecycle: DEPROVISIONED -> SUSPENDED)\n    e00000  00u00000\n"),
        ran.out());
    assertEquals(before, TinyOrg.content(org));
    assertFalse(Files.exists(org.resolve(".attune")));
  }

  @Test
  void causesAreToldApart() {
    Ran ran =
        simulate(
            """
            {"apps/hr/features.json": [],
             "apps/hr/mapping.json": {"toOkta": {"properties": {"title": null}}},
             "apps/hr/sync.json": {"safeguard": {"limits": {"unassigned": 2}}}}
            """);
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("proposed: PAUSE by the limit UNASSIGNED, 3 unassigned"));
    assertTrue(ran.out().contains("3  UPDATE -> UPDATE  (values: user.title)"), ran.out());
    assertTrue(ran.out().contains("2  CREATE, STAGED -> PENDING_NEW  (confirmation)"), ran.out());
  }

  @Test
  void forPrograms() {
    Ran ran =
        simulate("{\"apps/hr/sync.json\":{\"onDeactivate\":\"NOTHING\"}}", "--format", "json");
    assertTrue(ran.out().startsWith("{\"today\":{\"users\":{\"scanned\":39,"), ran.out());
    assertTrue(
        ran.out().contains("{\"externalId\":\"e00002\",\"userId\":\"00u00002\"}"), ran.out());
  }

  /** Nobody new is confirmed, so nobody new joins; without a proof of its end no group is gone. */
  @Test
  void groupsThatWouldHoldOthers() {
    TinyOrg.put(
        org,
        "groups.jsonl",
        "{\"id\":\"00g2\",\"type\":\"APP_GROUP\",\"source\":{\"id\":\"0oa1\"},"
            + "\"externalId\":\"g2\",\"profile\":{\"name\":\"Crew\"},\"members\":[]}\n");
    TinyOrg.put(
        temporary,
        "feed.jsonl",
        TinyOrg.text(feed)
            + "{\"group\":{\"externalId\":\"g1\",\"name\":\"Team\","
            + "\"members\":[\"e00005\",\"e00041\"]}}\n");
    String change =
        """
        {"apps/hr/features.json": [], "apps/hr/sync.json": {"requireProof": true}}
        """;
    Ran ran = simulate(change);
    assertTrue(
        ran.out()
            .contains("group g1: CREATE, 2 added -> CREATE, 1 added, 1 unresolved  (members)\n"),
        ran.out());
    assertTrue(
        ran.out().contains("group g2: REMOVED -> no line  (whether absence is meant)\n"),
        ran.out());
    String json = simulate(change, "--format", "json").out();
    assertTrue(
        json.endsWith(
            ",\"groups\":[{\"externalId\":\"g1\",\"from\":\"CREATE, 2 added\","
                + "\"to\":\"CREATE, 1 added, 1 unresolved\",\"cause\":\"members\"},"
                + "{\"externalId\":\"g2\",\"groupId\":\"00g2\",\"from\":\"REMOVED\","
                + "\"to\":\"no line\",\"cause\":\"whether absence is meant\"}]}\n"),
        json);
    Ran same = simulate("{\"apps/hr/sync.json\":{\"onDeactivate\":\"DEACTIVATE\"}}");
    assertTrue(same.out().contains("nobody moves"), same.out());
  }

  @Test
  void aChangeThatChangesNothing() {
    Ran ran = simulate("{\"apps/hr/sync.json\":{\"onDeactivate\":\"DEACTIVATE\"}}");
    assertTrue(ran.out().contains("nobody moves"), ran.out());
  }

  @Test
  void unknownFilesKeysAndValuesAreErrorsWithTheirPlace() {
    Ran path = simulate("{\n  \"apps/hr/sink.json\": {}}");
    assertEquals(1, path.code());
    assertTrue(path.err().contains("change.json:2:3: error: `apps/hr/sink.json`"), path.err());
    Ran key = simulate("{\"apps/hr/sync.json\":{\"onDeactivat\":\"SUSPEND\"}}");
    assertEquals(1, key.code());
    assertTrue(key.err().contains("sync.json (as changed):"), key.err());
    assertTrue(key.err().contains("closest is `onDeactivate`"), key.err());
    assertEquals(1, simulate("{").code());
  }

  @Test
  void aFeedThatMayLackPeopleIsToldOf() {
    feed = TinyOrg.put(temporary, "twice.jsonl", (TinyOrg.record(3, "Lead") + "\n").repeat(2));
    Ran ran = simulate("{\"apps/hr/sync.json\":{\"onDeactivate\":\"SUSPEND\"}}");
    assertTrue(ran.out().contains("nobody moves"), ran.out());
    assertEquals(
        feed
            + ":1:1: warning: the feed is incomplete (DUPLICATE_RECORDS),"
            + " so nobody is treated as gone\n",
        ran.err());
  }

  @Test
  void aChangeThatIsNoJsonIsOneError() {
    Ran ran = simulate("[1] 2");
    assertEquals(1, ran.err().lines().filter(line -> line.contains("error:")).count(), ran.err());
  }
}
