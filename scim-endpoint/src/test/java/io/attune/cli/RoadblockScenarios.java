package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pause, what it keeps from leaking, and how a person ends it. Source: okta-behaviour 6.9. */
class RoadblockScenarios {
  private static final int PEOPLE = 150;

  @TempDir private Path temporary = Path.of("");
  private Path org = Path.of("");
  private SortedMap<String, String> before = new TreeMap<>();

  @BeforeEach
  void writeOrg() {
    org = TinyOrg.write(temporary.resolve("org"), PEOPLE);
    before = TinyOrg.content(org);
  }

  private void sync(String more) {
    TinyOrg.put(org, "apps/hr/sync.json", "{\"profileSource\": true" + more + "}\n");
    before = TinyOrg.content(org);
  }

  /** A full feed that lacks the first people. */
  private Path lacking(int people) {
    return TinyOrg.feed(temporary.resolve("lacking" + people + ".jsonl"), people, PEOPLE);
  }

  /** A delta in which some people are inactive. */
  private Path inactive(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int index = from; index < to; index++) {
      String record = TinyOrg.record(index, "Analyst");
      text.append(record.replaceFirst("\\{", "{\"active\":false,")).append('\n');
    }
    return TinyOrg.put(temporary, "inactive.jsonl", text.toString());
  }

  private String approval() {
    String shown = Ran.attune("roadblock", org).out();
    return shown.replaceAll("(?s).*--approve ([0-9a-f]{64}:\\d+).*", "$1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"roadblock", "cancel", "resume"})
  void anAppThatIsNotThereIsAnError(String command) {
    List<Object> words = new ArrayList<>(List.of(command, org, "--app", "hrr"));
    if (command.equals("resume")) {
      words.addAll(List.of("--approve", "0".repeat(64) + ":1"));
    }
    Ran ran = Ran.attune(words.toArray());
    assertEquals(1, ran.code());
    assertEquals("", ran.out());
    assertTrue(ran.err().contains("there is no app `hrr`"), ran.err());
    assertTrue(ran.err().contains("hint: the apps are [hr"), ran.err());
  }

  @Test
  void aPausedPlanNamesEverybodyConcernedAndTheHeadRoom() {
    Ran paused = Ran.importing(org, lacking(31), "--apply");
    assertEquals(3, paused.code());
    assertTrue(paused.out().contains("app: 31 of 30 allowed, of 150 people (20 %)"), paused.out());
    assertTrue(
        paused.out().contains("00u00030  e00030  not in the feed, ACTIVE -> DEPROVISIONED"),
        paused.out());
    assertEquals(before, TinyOrg.content(org));
    Ran listed = Ran.attune("roadblock", org, "--app", "hr");
    assertEquals(0, listed.code());
    assertTrue(listed.out().contains("limit APP, 31 unassigned, 30 allowed of 150"), listed.out());
    assertTrue(listed.out().contains("00u00030  e00030  not in the feed"), listed.out());
    Ran json = Ran.attune("roadblock", org, "--format", "json");
    assertTrue(json.out().startsWith("{\"app\":\"hr\",\"time\":\"2026-01-05T08:00:00.000Z\""));
    assertEquals(32, json.out().lines().count());
  }

  @Test
  void planningAlonePausesNothing() {
    assertEquals(3, Ran.importing(org, lacking(31)).code());
    assertEquals("", Ran.attune("roadblock", org).out());
    assertEquals(0, Ran.importing(org, lacking(10), "--apply").code());
  }

  @Test
  void aPauseKeepsSmallDeltasFromLeakingTheSameChange() {
    assertEquals(3, Ran.importing(org, lacking(31), "--apply").code());
    Ran leak = Ran.importing(org, inactive(0, 10), "--incremental", "--apply");
    assertEquals(3, leak.code());
    assertTrue(leak.err().contains("imports of `hr` are paused since"), leak.err());
    assertEquals(before, TinyOrg.content(org));
    Ran planned = Ran.importing(org, inactive(0, 10), "--incremental");
    assertEquals(3, planned.code(), "a plan alone says so too");
    assertFalse(planned.out().contains("\"PAUSE\""), "but not in the plan");
  }

  @Test
  void cancelDiscardsThePlanAndLetsImportsRunAgain() {
    assertEquals(3, Ran.importing(org, lacking(31), "--apply").code());
    Ran cancelled = Ran.attune("cancel", org, "--app", "hr");
    assertEquals(0, cancelled.code(), cancelled.err());
    assertEquals("", Ran.attune("roadblock", org).out());
    assertFalse(Files.exists(org.resolve(".attune/paused/" + hashOf(cancelled) + ".jsonl")));
    assertEquals(0, Ran.importing(org, lacking(0), "--apply").code());
    assertEquals(1, Ran.attune("cancel", org, "--app", "hr").code());
  }

  private static String hashOf(Ran cancelled) {
    return cancelled.out().replaceAll("(?s).*sha256:([0-9a-f]{64}).*", "$1");
  }

  @Test
  void resumeAppliesExactlyThePlanThatIsApproved() {
    assertEquals(3, Ran.importing(org, lacking(31), "--apply").code());
    String approval = approval();
    String wrongCount = approval.replace(":31", ":30");
    Ran refused = Ran.attune("resume", org, "--app", "hr", "--approve", wrongCount);
    assertEquals(3, refused.code());
    assertTrue(
        refused.err().contains("the approval counts 30 unassignments, and this plan has 31"),
        refused.err());
    assertEquals(before, TinyOrg.content(org));
    Ran resumed = Ran.attune("resume", org, "--app", "hr", "--approve", approval);
    assertEquals(0, resumed.code(), resumed.err());
    assertEquals("", Ran.attune("roadblock", org).out());
    assertTrue(TinyOrg.text(org.resolve("users.jsonl")).contains("DEPROVISIONED"));
    assertTrue(Ran.attune("history", org).out().contains("31 unassigned (approved)"));
  }

  @Test
  void anApprovalOfYesterdaysFeedSaysWhatHasMoved() {
    assertEquals(3, Ran.importing(org, lacking(31), "--apply").code());
    String approval = approval();
    Ran again = Ran.importing(org, lacking(40), "--apply", "--approve", approval);
    assertEquals(3, again.code());
    assertTrue(
        again.err().contains("the approval is of another plan: since then the records changed"),
        again.err());
    assertEquals(before, TinyOrg.content(org));
    // The newest plan is the one that a person decides about.
    assertEquals(0, Ran.importing(org, lacking(40), "--apply", "--approve", approval()).code());
  }

  @Test
  void onlyThisAppStandsStillUnlessTheScopeIsTheOrg() {
    TinyOrg.put(org, "apps/crm/app.json", "{\"name\":\"crm\",\"status\":\"ACTIVE\"}\n");
    TinyOrg.put(org, "apps/crm/app-users.jsonl", "");
    Path crm = TinyOrg.put(temporary, "crm.jsonl", "{\"externalId\":\"c1\"}\n");
    assertEquals(3, Ran.importing(org, lacking(31), "--apply").code());
    Object[] other = {
      "import", org, "--app", "crm", "--records", crm, "--at", TinyOrg.TIME, "--apply"
    };
    assertEquals(0, Ran.attune(other).code());

    assertEquals(0, Ran.attune("cancel", org, "--app", "hr").code());
    sync(",\"safeguard\":{\"blockScope\":\"ORG\"}");
    assertEquals(3, Ran.importing(org, lacking(31), "--apply").code());
    Ran blocked = Ran.attune(other);
    assertEquals(3, blocked.code());
    assertTrue(blocked.err().contains("all imports are paused"), blocked.err());
  }

  @Test
  void theSafePartIsAppliedAndTheRestIsHeld() {
    Path plan = temporary.resolve("held.jsonl");
    Ran held = Ran.importing(org, lacking(31), "--hold", "--apply", "--plan", plan);
    assertEquals(0, held.code(), held.err());
    String users = TinyOrg.text(org.resolve("users.jsonl"));
    assertFalse(users.contains("DEPROVISIONED"));
    assertTrue(users.contains("\"title\":\"Lead\""), "what is safe is applied");
    String text = TinyOrg.text(plan);
    assertTrue(text.contains("{\"externalId\":\"e00030\",\"outcome\":\"HELD\""), text);
    assertTrue(text.contains("\"HELD_BY_SAFEGUARD\""));
    assertTrue(
        text.contains("\"held\":{\"limit\":\"APP\",\"lines\":31,\"records\":0,\"people\":["));
    assertTrue(text.contains("\"limits\":{\"unassigned\":{\"people\":31,\"allowed\":30}}}"));

    // What is held does not leak in small pieces; what takes nobody away goes on.
    Ran leak = Ran.importing(org, inactive(0, 10), "--incremental", "--apply");
    assertEquals(3, leak.code());
    assertTrue(leak.err().contains("unassignments of `hr` are held"), leak.err());
    Path delta = TinyOrg.feed(temporary.resolve("delta.jsonl"), 100, 120);
    assertEquals(0, Ran.importing(org, delta, "--incremental", "--apply").code());
    // A whole feed that has everybody again ends it.
    assertEquals(0, Ran.importing(org, lacking(0), "--apply").code());
    assertEquals("", Ran.attune("roadblock", org).out());
  }

  @Test
  void fiveRunsOfNineteenPercentTripTheWindow() {
    sync(",\"safeguard\":{\"window\":{\"days\":7}}");
    assertEquals(0, Ran.importing(org, lacking(28), "--apply").code());
    Ran second = Ran.importing(org, lacking(50), "--apply");
    assertEquals(3, second.code());
    assertTrue(
        second.err().contains("limit WINDOW, 22 unassigned, 2 allowed of 150"), second.err());
    assertEquals(3, Ran.importing(org, lacking(50)).code());
    assertEquals(0, Ran.attune("cancel", org, "--app", "hr").code());
    assertEquals(0, Ran.importing(org, lacking(30), "--apply").code(), "two more may go");
    Object[] later = {
      "import",
      org,
      "--app",
      "hr",
      "--records",
      lacking(50),
      "--at",
      "2026-01-13T08:00:00Z",
      "--apply"
    };
    assertEquals(0, Ran.attune(later).code(), "a week later they do not count");
  }

  @Test
  void limitsInNumbers() {
    sync(",\"safeguard\":{\"limits\":{\"unassigned\":5,\"blanked\":2}}");
    Ran six = Ran.importing(org, lacking(6), "--format", "json");
    assertEquals(3, six.code());
    assertTrue(six.out().contains("\"limit\":\"UNASSIGNED\",\"unassignments\":6"), six.out());
    assertTrue(
        six.out().contains("\"limits\":{\"unassigned\":{\"people\":6,\"allowed\":5}"), six.out());
    assertEquals(0, Ran.importing(org, lacking(5)).code());

    String feed = TinyOrg.text(lacking(0)).replaceAll("\"title\":\"Lead\"", "\"title\":null");
    Path blank = TinyOrg.put(temporary, "blank.jsonl", feed);
    Ran blanked = Ran.importing(org, blank);
    assertEquals(3, blanked.code());
    assertTrue(blanked.out().contains("pause by the limit BLANKED"), blanked.out());
    assertTrue(blanked.out().contains("blanked: 15 of 2 allowed"), blanked.out());
    Ran applied = Ran.importing(org, blank, "--apply");
    String told = "paused: limit BLANKED, 15 of 2 allowed, 0 unassigned";
    assertTrue(applied.err().contains(told), applied.err());
    assertEquals(0, Ran.attune("cancel", org, "--app", "hr").code());
    Ran held = Ran.importing(org, blank, "--hold", "--apply");
    assertEquals(0, held.code(), held.err());
    assertEquals(before.get("users.jsonl"), TinyOrg.content(org).get("users.jsonl"));
  }

  @Test
  void whatIsHeldTellsTheHeadRoomOfItsOwnLimit() {
    sync(",\"safeguard\":{\"enabled\":false}");
    TinyOrg.put(org, "org.json", "{\"profileSources\":[\"hr\"],\"safeguard\":{\"enabled\":false}}");
    Ran held = Ran.importing(org, lacking(76), "--hold", "--apply");
    assertEquals(0, held.code(), held.err());
    String told = Ran.attune("roadblock", org).out();
    assertTrue(told.contains("limit COMPLETENESS, 76 unassigned, 75 allowed of 150"), told);
  }

  @Test
  void aMisspelledLimitIsAnErrorWithASuggestion() {
    sync(",\"safeguard\":{\"limits\":{\"unassignd\":5},\"window\":{\"weeks\":1}}");
    Ran refused = Ran.importing(org, lacking(0));
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("unknown key `unassignd`"), refused.err());
    assertTrue(refused.err().contains("closest is `unassigned`"), refused.err());
    assertTrue(refused.err().contains("unknown key `weeks`"), refused.err());
  }

  @Test
  void aFeedFromYesterdayIsWarnedOfOrRefused() {
    Path today = lacking(0);
    Path yesterday = lacking(3);
    assertEquals(0, Ran.importing(org, yesterday, "--apply").code());
    assertEquals(0, Ran.importing(org, today, "--apply").code());
    Ran warned = Ran.importing(org, yesterday);
    assertEquals(0, warned.code());
    assertTrue(warned.err().contains("these very records were applied before"), warned.err());
    assertTrue(warned.out().endsWith("; --apply applies this plan\n"), warned.out());
    sync(",\"olderFeed\":\"REFUSE\"");
    Ran planned = Ran.importing(org, yesterday);
    assertTrue(planned.out().endsWith("; --apply --accept-older applies this plan\n"));
    Ran refused = Ran.importing(org, yesterday, "--apply");
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("--accept-older"), refused.err());
    assertEquals(before, TinyOrg.content(org));
    assertEquals(0, Ran.importing(org, yesterday, "--apply", "--accept-older").code());
    Object[] earlier = {
      "import", org, "--app", "hr", "--records", today, "--at", "2026-01-04T08:00:00Z", "--apply"
    };
    Ran early = Ran.attune(earlier);
    assertEquals(1, early.code());
    assertTrue(early.err().contains("of an earlier time"), early.err());
  }

  @Test
  void aFeedWithoutRecordsMakesNoOtherOlderAndIsNone() {
    sync(",\"olderFeed\":\"REFUSE\"");
    Path some = lacking(0);
    Path none = TinyOrg.put(temporary, "none.jsonl", "{\"end\":true,\"count\":0}\n");
    for (Path feed : List.of(some, none, some, none, none)) {
      Ran ran = Ran.importing(org, feed, "--incremental", "--apply");
      assertEquals(0, ran.code(), ran.err());
      assertEquals("", ran.err());
    }
  }

  @Test
  void aFeedOfAnotherAppIsWarnedOf() {
    String rows = TinyOrg.text(org.resolve("apps/hr/app-users.jsonl"));
    TinyOrg.put(org, "apps/crm/app-users.jsonl", rows.replace("\"e0", "\"c0"));
    String crm = TinyOrg.text(lacking(0)).replace("\"e0", "\"c0");
    Path feed = TinyOrg.put(temporary, "crm.jsonl", crm);
    Ran warned = Ran.importing(org, feed, "--apply");
    assertEquals(3, warned.code(), "nobody is seen, so nobody goes without a person");
    assertTrue(
        warned.err().contains("have the keys of links of `crm`: is this its feed?"), warned.err());
    assertEquals(
        "", Ran.importing(org, lacking(1)).err().replaceAll("(?m)^(paused| hint).*\n", ""));
  }

  @Test
  void whatACrashLeftOfAResumeIsFinished() {
    assertEquals(3, Ran.importing(org, lacking(31), "--apply").code());
    String paused = ".attune/paused/" + approval().replaceAll(":.*", "") + ".jsonl";
    assertTrue(Files.exists(org.resolve(paused)));
    TinyOrg.put(org, ".attune/commit.json", "{\"files\":[],\"deleted\":[\"" + paused + "\"]}");
    assertEquals(0, Ran.attune("history", org).code());
    assertFalse(Files.exists(org.resolve(paused)));
    assertFalse(Files.exists(org.resolve(".attune/commit.json")));
  }
}
