package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was done, told afterwards. */
class HistoryAndShowTest {
  @TempDir private Path temporary = Path.of("");

  @Test
  void historyNamesThePlanThatWasAppliedAndShowTellsIt() {
    Path org = TinyOrg.write(temporary.resolve("org"), 20);
    Path feed = TinyOrg.feed(temporary.resolve("feed.jsonl"), 0, 21);
    assertEquals("", Ran.attune("history", org).out());
    assertEquals(0, Ran.importing(org, feed, "--apply").code());

    Ran history = Ran.attune("history", org);
    assertEquals(0, history.code());
    String line = history.out().strip();
    assertTrue(line.startsWith("2026-01-05T08:00:00.000Z  hr  0 unassigned  "), line);
    String plan = line.substring(line.lastIndexOf("  ") + 2);

    Ran shown = Ran.attune("show", plan);
    assertEquals(0, shown.code(), shown.err());
    assertTrue(shown.out().contains("UPDATE  e00010  00u00010"), shown.out());
    assertTrue(shown.out().contains("  user.title: \"Analyst\" -> \"Lead\"  toOkta.title"));
    assertFalse(shown.out().contains("e00003"), shown.out());

    Ran person = Ran.attune("show", plan, "--person", "p20@tiny.example");
    assertTrue(person.out().contains("CREATE  e00020"), person.out());
    assertFalse(person.out().contains("e00010"), person.out());
  }

  @Test
  void aFileThatIsNoPlan() {
    Path file = TinyOrg.put(temporary, "plan.jsonl", "{}\n");
    assertEquals(1, Ran.attune("show", file).code());
    assertEquals(1, Ran.attune("show", temporary.resolve("none")).code());
  }
}
