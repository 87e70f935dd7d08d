package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports planned and applied through the command. Source: formats, Plan and Apply. */
class ImportCommandScenarios {
  @TempDir private Path temporary = Path.of("");
  private Path org = Path.of("");
  private Path feed = Path.of("");

  @BeforeEach
  void writeOrg() {
    org = TinyOrg.write(temporary.resolve("tiny org"), 200);
    feed = TinyOrg.feed(temporary.resolve("feed.jsonl"), 2, 203);
  }

  @Test
  void planningChangesNothing() {
    var before = TinyOrg.content(org);
    Ran ran = Ran.importing(org, feed, "--plan", temporary.resolve("plan.jsonl"));
    assertEquals(0, ran.code(), ran.err());
    assertEquals("", ran.err());
    assertEquals(before, TinyOrg.content(org));
    assertTrue(Files.exists(temporary.resolve("plan.jsonl")));
  }

  @Test
  void oneThreadAndTwoPlanTheSame() throws IOException {
    Path large = TinyOrg.write(temporary.resolve("large"), 1500);
    Path records = TinyOrg.feed(temporary.resolve("records.jsonl"), 20, 1520);
    Path one = temporary.resolve("one.jsonl");
    Path two = temporary.resolve("two.jsonl");
    Ran alone = Ran.importing(large, records, "--plan", one, "--threads", 1);
    Ran both = Ran.importing(large, records, "--plan", two, "--threads", 2);
    assertEquals(alone, both);
    assertEquals(-1, Files.mismatch(one, two));
    assertEquals(2, Ran.importing(large, records, "--threads", 3).code());
  }

  @Test
  void applyingWritesWhatThePlanSays() {
    assertEquals(0, Ran.importing(org, feed, "--apply").code());
    List<String> users = TinyOrg.lines(org.resolve("users.jsonl"));
    List<String> rows = TinyOrg.lines(org.resolve("apps/hr/app-users.jsonl"));
    assertEquals(203, users.size());
    assertEquals(203, rows.size());
    assertEquals(TinyOrg.user(3), users.get(3), "an untouched line keeps its bytes");
    assertTrue(users.get(0).contains("\"status\":\"DEPROVISIONED\""), users.get(0));
    assertTrue(rows.get(0).contains("\"status\":\"DEPROVISIONED\""), rows.get(0));
    assertTrue(users.get(10).contains("\"title\":\"Lead\""), users.get(10));
    assertTrue(users.get(10).contains("\"note\":1.50"), users.get(10));
    assertTrue(users.get(202).contains("p202@tiny.example"), users.get(202));
  }

  @Test
  void applyingTwiceChangesNothingMore() {
    Ran.importing(org, feed, "--apply");
    var after = TinyOrg.content(org);
    Ran again = Ran.importing(org, feed, "--apply", "--format", "json");
    assertEquals(0, again.code());
    assertTrue(again.out().contains("\"new\":0,\"updated\":0"), again.out());
    assertTrue(again.out().contains("\"removed\":0"), again.out());
    assertEquals(after, TinyOrg.content(org));
  }

  @Test
  void anAppliedPlanSaysSoAndAMovedOneIsRefused() {
    Path plan = temporary.resolve("plan.jsonl");
    Ran.importing(org, feed, "--plan", plan);
    assertEquals("applied\n", Ran.attune("apply", org, "--plan", plan).out());
    var after = TinyOrg.content(org);
    Ran again = Ran.attune("apply", org, "--plan", plan);
    assertEquals(0, again.code());
    assertEquals("already applied\n", again.out());
    assertEquals(after, TinyOrg.content(org));

    Path moved = temporary.resolve("moved.jsonl");
    Path smaller = TinyOrg.feed(temporary.resolve("smaller.jsonl"), 2, 190);
    Ran.importing(org, smaller, "--plan", moved);
    TinyOrg.put(org, "apps/hr/pending.jsonl", "");
    assertEquals(0, Ran.importing(org, smaller).code());
    TinyOrg.put(
        org, "users.jsonl", TinyOrg.text(org.resolve("users.jsonl")) + TinyOrg.user(900) + "\n");
    Ran refused = Ran.attune("apply", org, "--plan", moved);
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("the directory has changed"), refused.err());
  }

  @Test
  void aPausedPlanWritesNothingUntilExactlyItIsApproved() {
    Path half = TinyOrg.feed(temporary.resolve("half.jsonl"), 50, 200);
    Path plan = temporary.resolve("plan.jsonl");
    var before = TinyOrg.content(org);
    Ran paused = Ran.importing(org, half, "--apply", "--plan", plan);
    assertEquals(3, paused.code());
    assertEquals(before, TinyOrg.content(org));
    String trailer = TinyOrg.lines(plan).get(TinyOrg.lines(plan).size() - 1);
    String hash = trailer.replaceAll(".*\"sha256\":\"([0-9a-f]{64})\"}", "$1");
    assertEquals(3, Ran.attune("apply", org, "--plan", plan, "--approve", hash + ":49").code());
    assertEquals(before, TinyOrg.content(org));
    assertEquals(0, Ran.attune("apply", org, "--plan", plan, "--approve", hash + ":50").code());
    assertFalse(before.equals(TinyOrg.content(org)));
  }

  @Test
  void aChangedPlanIsRefused() {
    Path plan = temporary.resolve("plan.jsonl");
    Ran.importing(org, feed, "--plan", plan);
    TinyOrg.put(temporary, "edited.jsonl", TinyOrg.text(plan).replace("Lead", "Boss"));
    var before = TinyOrg.content(org);
    Ran refused = Ran.attune("apply", org, "--plan", temporary.resolve("edited.jsonl"));
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("edited.jsonl:"), refused.err());
    assertEquals(before, TinyOrg.content(org));
  }

  @Test
  void linesOfAnotherEndingKeepTheirBytes() {
    Path users = org.resolve("users.jsonl");
    String text = TinyOrg.text(users).replace("\n", "\r\n");
    TinyOrg.put(org, "users.jsonl", text.substring(0, text.length() - 2));
    assertEquals(0, Ran.importing(org, feed, "--apply").code());
    String after = TinyOrg.text(users);
    assertTrue(after.contains(TinyOrg.user(3) + "\r\n"));
    assertTrue(after.contains(TinyOrg.user(199) + "\n{"), "the last line gets an end");
  }
}
