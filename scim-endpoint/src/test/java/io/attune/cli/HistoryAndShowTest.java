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
  void aPersonIsFoundByTheirLoginInTheWorkspace() {
    Path org = TinyOrg.write(temporary.resolve("org"), 20);
    Path feed = TinyOrg.feed(temporary.resolve("feed.jsonl"), 0, 21);
    Path plan = temporary.resolve("plan.jsonl");
    Ran.importing(org, feed, "--plan", plan, "--apply");

    // A new title alone: the plan does not name the login.
    Ran alone = Ran.attune("show", plan, "--person", "p10@tiny.example");
    assertFalse(alone.out().contains("e00010"), alone.out());
    assertTrue(alone.err().contains("no line of this plan is found"), alone.err());
    assertTrue(alone.err().contains(" hint: give their user id or externalId"), alone.err());

    for (String login : new String[] {"p10@tiny.example", "P10@Tiny.example", "00u00010"}) {
      Ran shown = Ran.attune("show", plan, "--workspace", org, "--person", login);
      assertTrue(shown.out().contains("UPDATE  e00010  00u00010"), login + shown.out());
      assertFalse(shown.out().contains("e00000"), shown.out());
      assertEquals("", shown.err());
    }
    String made = TinyOrg.lines(org.resolve("users.jsonl")).get(20).substring(7, 27);
    assertTrue(Ran.attune("show", plan, "--person", made).out().contains("CREATE  e00020"));
    Ran nobody = Ran.attune("show", plan, "--workspace", org, "--person", "nobody@tiny.example");
    assertEquals(0, nobody.code());
    assertTrue(nobody.err().contains(" hint: give the externalId"), nobody.err());
    assertFalse(nobody.err().contains("nobody@"), nobody.err());
  }

  @Test
  void aFeedWritesNoLineOfItsOwn() {
    Path org = TinyOrg.write(temporary.resolve("org"), 2);
    String forged = "Lead\\n\\u001b[31mREMOVED  e00001\\u202e";
    String feed = TinyOrg.record(0, forged) + "\n" + TinyOrg.record(1, "Analyst") + "\n";
    Path plan = temporary.resolve("plan.jsonl");
    Ran.importing(org, TinyOrg.put(temporary, "feed.jsonl", feed), "--plan", plan);
    String shown = Ran.attune("show", plan).out();
    assertTrue(shown.contains("\"Lead\\u000a\\u001b[31mREMOVED  e00001\\u202e\""), shown);
    assertFalse(
        shown.lines().anyMatch(line -> line.contains("REMOVED  e") && !line.contains("Lead")));
  }

  @Test
  void aFileThatIsNoPlan() {
    Path file = TinyOrg.put(temporary, "plan.jsonl", "{}\n");
    assertEquals(1, Ran.attune("show", file).code());
    assertEquals(1, Ran.attune("show", temporary.resolve("none")).code());
  }

  @Test
  void saysWhomARecordIsAndWhereItHasNoKey() {
    Path org = TinyOrg.write(temporary.resolve("org"), 2);
    TinyOrg.put(org, "apps/hr/features.json", "[]\n");
    String feed =
        TinyOrg.record(0, "Analyst").replace("e00000", "x")
            + "\n{\"title\":\"Lead\"}\n"
            + TinyOrg.record(9, "Lead")
            + "\n";
    Path plan = temporary.resolve("plan.jsonl");
    Ran.importing(org, TinyOrg.put(temporary, "feed.jsonl", feed), "--plan", plan);
    String shown = Ran.attune("show", plan).out();
    assertTrue(
        shown.contains("CONFLICT  x  00u00000\n  match: CONFLICT by EMAIL, ALREADY_LINKED\n"),
        shown);
    assertTrue(shown.contains("PENDING_NEW  e00009\n  appuser.firstName"), shown);
    assertTrue(shown.contains("ERROR  (no key)\n"), shown);
  }
}
