package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrong match: linked, taken back, and imported again. */
class UnlinkScenarios {
  private static final String RECORD =
      "{\"externalId\":\"wrong\",\"firstName\":\"Other\",\"lastName\":\"Person\","
          + "\"email\":\"p3@tiny.example\",\"title\":\"Boss\"}\n";

  @TempDir private Path temporary = Path.of("");
  private Path org = Path.of("");
  private Path feed = Path.of("");
  private SortedMap<String, String> before = new TreeMap<>();

  @BeforeEach
  void link() {
    org = TinyOrg.write(temporary.resolve("org"), 6);
    // Person 3 has no link of their own, so the record of somebody else matches by e-mail.
    String rows = TinyOrg.text(org.resolve("apps/hr/app-users.jsonl"));
    TinyOrg.put(org, "apps/hr/app-users.jsonl", rows.replaceAll("(?m)^.*\"e00003\".*\\n", ""));
    before = TinyOrg.content(org);
    feed = TinyOrg.put(temporary, "feed.jsonl", RECORD);
    assertEquals(0, Ran.importing(org, feed, "--incremental", "--apply").code());
    assertTrue(TinyOrg.text(org.resolve("users.jsonl")).contains("\"lastName\":\"Person\""));
  }

  private Ran unlink(Object... more) {
    Object[] all = new Object[8 + more.length];
    Object[] first = {
      "unlink", org, "--app", "hr", "--record", "wrong", "--at", "2026-01-07T08:00:00Z"
    };
    System.arraycopy(first, 0, all, 0, 8);
    System.arraycopy(more, 0, all, 8, more.length);
    return Ran.attune(all);
  }

  private String user() {
    return TinyOrg.lines(org.resolve("users.jsonl")).get(3);
  }

  @Test
  void theProfileIsAsBeforeTheLinkGoesAndThePairIsNotMatchedAgain() {
    Ran unlinked = unlink("--by", "ann");
    assertEquals(0, unlinked.code(), unlinked.err());
    assertTrue(unlinked.out().contains("[firstName, lastName, title]"), unlinked.out());
    assertTrue(user().contains("\"lastName\":\"Last3\""), user());
    assertTrue(user().contains("\"title\":\"Analyst\""), user());
    assertEquals(
        before.get("apps/hr/app-users.jsonl"), TinyOrg.content(org).get("apps/hr/app-users.jsonl"));
    String waits = TinyOrg.text(org.resolve("apps/hr/pending.jsonl"));
    assertTrue(
        waits.contains("\"choice\":{\"kind\":\"NOT_USER\",\"userId\":\"00u00003\",\"by\":\"ann\""),
        waits);
    assertTrue(Ran.attune("history", org).out().contains("unlinked record wrong from 00u00003"));

    var after = TinyOrg.content(org);
    Ran again = Ran.importing(org, feed, "--incremental", "--apply", "--format", "json");
    assertEquals(0, again.code());
    assertTrue(again.out().contains("\"linked\":0"), again.out());
    assertEquals(after.get("users.jsonl"), TinyOrg.content(org).get("users.jsonl"));
    assertTrue(
        TinyOrg.text(org.resolve("apps/hr/pending.jsonl")).contains("\"NOT_USER\""),
        "the ban outlives the import");
  }

  @Test
  void whatTheLinkWroteLaterIsTakenBackToo() {
    Path later = TinyOrg.put(temporary, "later.jsonl", RECORD.replace("Boss", "Chief"));
    assertEquals(0, Ran.importing(org, later, "--incremental", "--apply").code());
    assertTrue(user().contains("Chief"), user());
    assertEquals(0, unlink().code());
    assertTrue(user().contains("\"title\":\"Analyst\""), user());
  }

  @Test
  void whatSomebodyElseChangedSinceIsInTheWayByName() {
    String users = TinyOrg.text(org.resolve("users.jsonl"));
    TinyOrg.put(org, "users.jsonl", users.replace("\"Boss\"", "\"Queen\""));
    var changed = TinyOrg.content(org);
    Ran refused = unlink();
    assertEquals(1, refused.code());
    assertTrue(
        refused.err().contains("users.jsonl:4:1: error: `00u00003` has changed since in"),
        refused.err());
    assertTrue(refused.err().contains("[profile.title]"), refused.err());
    assertEquals(changed, TinyOrg.content(org));
    assertEquals(0, unlink("--keep-profile").code());
    assertTrue(user().contains("\"Queen\""), user());
    assertFalse(TinyOrg.text(org.resolve("apps/hr/app-users.jsonl")).contains("wrong"));
  }

  @Test
  void aLinkThatNoPlanMadeAndARecordThatIsNoLink() {
    Object[] known = {"unlink", org, "--app", "hr", "--record", "e00001"};
    Ran refused = Ran.attune(known);
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("no plan of the history linked"), refused.err());
    Object[] unknown = {"unlink", org, "--app", "hr", "--record", "nobody"};
    assertTrue(Ran.attune(unknown).err().contains("no link has the externalId"));
  }
}
