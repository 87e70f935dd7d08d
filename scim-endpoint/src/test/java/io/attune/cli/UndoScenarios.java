package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans taken back through the command, with and without something in the way. */
class UndoScenarios {
  @TempDir private Path temporary = Path.of("");
  private Path org = Path.of("");
  private String plan = "";

  @BeforeEach
  void apply() {
    org = TinyOrg.write(temporary.resolve("org"), 20);
    Path feed = TinyOrg.feed(temporary.resolve("feed.jsonl"), 1, 22);
    assertEquals(0, Ran.importing(org, feed, "--apply").code());
    plan =
        Ran.attune("history", org, "--format", "json")
            .out()
            .replaceAll("(?s).*\"sha256\":\"([0-9a-f]+)\".*", "$1");
  }

  private Ran undo(Object... more) {
    Object[] all = new Object[6 + more.length];
    Object[] first = {"undo", org, "--plan", plan, "--at", "2026-01-07T08:00:00Z"};
    System.arraycopy(first, 0, all, 0, 6);
    System.arraycopy(more, 0, all, 6, more.length);
    return Ran.attune(all);
  }

  private void edit(String file, String from, String to) {
    String text = TinyOrg.text(org.resolve(file));
    assertTrue(text.contains(from), text);
    TinyOrg.put(org, file, text.replace(from, to));
  }

  private void assertRefused(String message) {
    var before = TinyOrg.content(org);
    Ran refused = undo();
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains(message), refused.err());
    assertEquals(before, TinyOrg.content(org));
  }

  @Test
  void aLaterChangeOfSomethingElseStays() {
    edit("users.jsonl", "\"lastName\":\"Last10\"", "\"lastName\":\"Married\"");
    assertEquals(0, undo().code());
    String users = TinyOrg.text(org.resolve("users.jsonl"));
    assertTrue(users.contains("\"lastName\":\"Married\""), users);
    assertFalse(users.contains("\"title\":\"Lead\""), users);
    assertTrue(users.contains("\"lastUpdated\":\"2026-01-07T08:00:00.000Z\""), users);
  }

  @Test
  void aLaterChangeOfTheSameAttributeIsInTheWayByName() {
    edit("users.jsonl", "\"title\":\"Lead\"", "\"title\":\"Boss\"");
    assertRefused("users.jsonl:11:1: error: `00u00010` has changed since in [profile.title]");
  }

  @Test
  void whoWasCreatedAndChangedSinceIsNotTakenAway() {
    edit("users.jsonl", "Last21", "Married");
    assertRefused("was changed after this plan added it");
  }

  @Test
  void whoWasCreatedAndHasAnotherAppSinceIsNotTakenAway() {
    List<String> rows = TinyOrg.lines(org.resolve("apps/hr/app-users.jsonl"));
    TinyOrg.put(org, "apps/crm/app-users.jsonl", rows.get(rows.size() - 1) + "\n");
    assertRefused("has this app, but would not exist any more");
  }

  @Test
  void whoWasCreatedAndIsInAGroupIsNotTakenAway() {
    String users = TinyOrg.text(org.resolve("users.jsonl"));
    String id = users.substring(users.lastIndexOf("\"id\":\"") + 6).substring(0, 20);
    TinyOrg.put(org, "groups.jsonl", "{\"id\":\"00g1\",\"members\":[\"" + id + "\"]}\n");
    assertRefused("`00g1` has the member `" + id + "`");
  }

  @Test
  void aPlanThatIsUndoneCanBeAppliedAgain() {
    var after = TinyOrg.content(org);
    Path archived = org.resolve(".attune/plans/" + plan + ".jsonl");
    assertEquals(0, undo().code());
    Ran history = Ran.attune("history", org);
    assertTrue(history.out().contains("hr  undid plan " + plan), history.out());
    assertEquals("applied\n", Ran.attune("apply", org, "--plan", archived).out());
    assertEquals(after, TinyOrg.content(org));
    assertEquals("already applied\n", Ran.attune("apply", org, "--plan", archived).out());
  }

  @Test
  void anUndonePlanThatNoLongerFitsIsRefused() {
    Path archived = org.resolve(".attune/plans/" + plan + ".jsonl");
    assertEquals(0, undo().code());
    edit("users.jsonl", "Last3\"", "Married\"");
    Ran refused = Ran.attune("apply", org, "--plan", archived);
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("the directory has changed"), refused.err());
  }

  @Test
  void aPlanThatNobodyKnows() {
    Ran refused = Ran.attune("undo", org, "--plan", "00000000");
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("no plan that was applied"), refused.err());
  }
}
