package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is held by a limit on anything but unassignments, and how it stays held. */
class HeldScenarios {
  private static final int PEOPLE = 20;

  @TempDir private Path temporary = Path.of("");
  private Path org = Path.of("");

  @BeforeEach
  void writeOrg() {
    org = TinyOrg.write(temporary.resolve("org"), PEOPLE);
    limits("\"usernames\":2");
    TinyOrg.put(
        org,
        "apps/hr/mapping.json",
        """
        {"toOkta": {"properties": {
          "login": {"expression": "appuser.userName ?: appuser.email", "pushStatus": "PUSH"},
          "title": {"expression": "appuser.title", "pushStatus": "PUSH"}
        }}}
        """);
  }

  private void limits(String limits) {
    TinyOrg.put(
        org,
        "apps/hr/sync.json",
        "{\"profileSource\":true,\"safeguard\":{\"limits\":{" + limits + "}}}\n");
  }

  /** Records of some people, of whom the first few ask for another login. */
  private Path feed(String name, int from, int to, int renamed) {
    StringBuilder text = new StringBuilder();
    for (int index = from; index < to; index++) {
      String record = TinyOrg.record(index, "Analyst");
      String login = index < from + renamed ? "new" + index : "p" + index;
      text.append(record.replaceFirst("\\{", "{\"userName\":\"" + login + "@tiny.example\","))
          .append('\n');
    }
    return TinyOrg.put(temporary, name, text.toString());
  }

  private static String hold(Ran ran) {
    assertEquals(0, ran.code(), ran.err());
    return ran.out();
  }

  @Test
  void theHeadRoomOfWhatIsHeldIsTold() {
    String told = hold(Ran.importing(org, feed("f", 0, PEOPLE, 3), "--hold"));
    assertTrue(told.contains("not part of this plan: usernames: 3 of 2 allowed"), told);
    assertTrue(told.contains("00u00002  e00002  HELD, would be UPDATE, limit USERNAMES"), told);
    assertTrue(told.matches("(?s).*  held +3\n.*"), told);
  }

  @Test
  void whatIsHeldDoesNotLeakInSmallPieces() {
    hold(Ran.importing(org, feed("f", 0, PEOPLE, 3), "--hold", "--apply"));
    SortedMap<String, String> before = TinyOrg.content(org);
    Path one = feed("one", 0, 1, 1);
    Ran leak = Ran.importing(org, one, "--incremental", "--apply");
    assertEquals(3, leak.code(), leak.out());
    assertTrue(leak.err().contains("paused: changed usernames of `hr` are held since"), leak.err());
    assertTrue(leak.err().contains("limit USERNAMES, 3 of 2 allowed\n"), leak.err());
    assertEquals(before, TinyOrg.content(org));
    String approval = leak.err().replaceAll("(?s).*--approve ([0-9a-f]{64}:0)`.*", "$1");
    Ran approved = Ran.importing(org, one, "--incremental", "--apply", "--approve", approval);
    assertEquals(0, approved.code(), approved.err());
    assertTrue(TinyOrg.text(org.resolve("users.jsonl")).contains("new0@tiny.example"));
    assertFalse(Ran.attune("roadblock", org).out().isEmpty(), "the others are held still");
  }

  @Test
  void whatIsNotHeldGoesOn() {
    hold(Ran.importing(org, feed("f", 0, PEOPLE, 3), "--hold", "--apply"));
    String gone = TinyOrg.text(feed("g", 7, 8, 0)).replaceFirst("\\{", "{\"active\":false,");
    Path delta = TinyOrg.put(temporary, "gone", gone);
    hold(Ran.importing(org, delta, "--incremental", "--apply"));
    assertTrue(TinyOrg.text(org.resolve("users.jsonl")).contains("DEPROVISIONED"));
  }

  @Test
  void whatAnEarlierPlanHoldsIsHeldStillBesideWhatALaterOneDoes() {
    limits("\"usernames\":2,\"blanked\":0");
    hold(Ran.importing(org, feed("f", 0, PEOPLE, 3), "--hold", "--apply"));
    String blank = TinyOrg.text(feed("g", 7, 8, 0)).replace("\"Analyst\"", "null");
    Path delta = TinyOrg.put(temporary, "blank", blank);
    hold(Ran.importing(org, delta, "--incremental", "--hold", "--apply"));
    assertEquals(3, Ran.importing(org, feed("one", 0, 1, 1), "--incremental", "--apply").code());
    String told = Ran.attune("roadblock", org).out();
    assertTrue(told.startsWith("blanked attributes, changed usernames of `hr` held since"), told);
    // A whole feed in which nothing of either is left ends both.
    hold(Ran.importing(org, feed("f", 0, PEOPLE, 0), "--apply"));
    assertEquals("", Ran.attune("roadblock", org).out());
  }

  @Test
  void theRoadblockNamesWhomTheLimitIsAboutAndNobodyElse() {
    Path feed = feed("f", 0, PEOPLE - 1, 3);
    assertEquals(3, Ran.importing(org, feed, "--apply").code());
    String paused = Ran.attune("roadblock", org, "--format", "json").out();
    assertEquals(5, paused.lines().count(), "three whom it is about, one who would go: " + paused);
    assertTrue(paused.contains("{\"externalId\":\"e00002\",\"outcome\":\"UPDATE\""), paused);
    assertEquals(0, Ran.attune("cancel", org, "--app", "hr").code());
    hold(Ran.importing(org, feed, "--hold", "--apply"));
    String held = Ran.attune("roadblock", org).out();
    assertTrue(held.contains("e00002"), held);
    assertFalse(held.contains("e00019"), "who is gone already is not held: " + held);
    String hash = held.replaceAll("(?s).*plan sha256:([0-9a-f]{64}).*", "$1");
    String shown = Ran.attune("show", hash, "--workspace", org).out();
    assertTrue(shown.contains("HELD_BY_SAFEGUARD: would be UPDATE, limit USERNAMES"), shown);
    Ran resumed = Ran.attune("resume", org, "--app", "hr", "--approve", "0".repeat(64) + ":0");
    assertEquals(1, resumed.code());
    assertTrue(resumed.err().contains("hint: its safe part was applied"), resumed.err());
  }

  @Test
  void aPauseByTheWindowIsToldAsOneInTheReportToo() {
    TinyOrg.put(
        org,
        "apps/hr/sync.json",
        "{\"profileSource\":true,\"safeguard\":{\"moreThanUsers\":5,\"window\":{\"days\":7}}}\n");
    hold(Ran.importing(org, feed("f", 3, PEOPLE, 0), "--apply"));
    Ran second = Ran.importing(org, feed("g", 5, PEOPLE, 0));
    assertEquals(3, second.code());
    String told = second.out();
    assertTrue(told.contains("safeguard: pause by the limit WINDOW"), told);
    assertTrue(told.contains("earlier imports with this one: 2 of 1 more allowed"), told);
    assertTrue(told.contains("00u00004  e00004  not in the feed"), told);
    assertTrue(told.contains("paused: nothing is applied without an approval"), told);
    String approval = told.replaceAll("(?s).*--approve ([0-9a-f]{64}:2)\n.*", "$1");
    hold(Ran.importing(org, feed("g", 5, PEOPLE, 0), "--apply", "--approve", approval));
  }
}
