package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that are known but for case, in flat records and groups, and feeds without any record. */
class FlatNameScenarios {
  private static final int PEOPLE = 20;

  @TempDir private Path temporary = Path.of("");
  private Path org = Path.of("");

  @BeforeEach
  void writeOrg() {
    org = TinyOrg.write(temporary.resolve("org"), PEOPLE);
  }

  private Path put(String name, String text) {
    return TinyOrg.put(temporary, name, text);
  }

  /** Half of the records are of the right shape, so that one is learned before and between. */
  @Test
  void anAttributeWhoseNameDiffersInCaseIsAnErrorAndClearsNothing() {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < PEOPLE; index++) {
      String record = TinyOrg.record(index, "Analyst");
      text.append(index % 2 == 0 ? record : record.replace("\"title\"", "\"TITLE\"")).append('\n');
    }
    SortedMap<String, String> before = TinyOrg.content(org);
    Path feed = put("feed.jsonl", text.toString());
    for (String threads : List.of("1", "2")) {
      Ran ran = Ran.importing(org, feed, "--apply", "--threads", threads);
      assertEquals(0, ran.code(), ran.err());
      assertTrue(ran.out().matches("(?s).*  errors +10\n.*"), ran.out());
      String told = "feed.jsonl:2:1: error: `TITLE` differs from `title` in case";
      assertTrue(ran.err().contains(told), ran.err());
      assertTrue(ran.err().contains("hint: write `title`"), ran.err());
      SortedMap<String, String> after = TinyOrg.content(org);
      assertEquals(before.get("users.jsonl"), after.get("users.jsonl"));
      assertEquals(before.get("apps/hr/app-users.jsonl"), after.get("apps/hr/app-users.jsonl"));
    }
    Ran array =
        Ran.importing(org, put("feed.json", "[" + text.toString().trim().replace("\n", ",") + "]"));
    assertTrue(array.out().matches("(?s).*  errors +10\n.*"), array.out());
  }

  @Test
  void whatIsNoAttributeMayBeSpeltInAnyWay() {
    String schema = TinyOrg.text(org.resolve("apps/hr/schema.json"));
    TinyOrg.put(
        org,
        "apps/hr/schema.json",
        schema.replace(
            "\"userName\":", "\"ID\": {\"title\":\"Id\",\"type\":\"string\"},\"userName\":"));
    String record = TinyOrg.record(0, "Analyst");
    String more = record.replaceFirst("\\{", "{\"id\":\"x\",\"Active\":true,\"Unknown\":1,");
    Ran ran = Ran.importing(org, put("feed.jsonl", more + "\n"), "--incremental");
    assertTrue(ran.out().matches("(?s).*  unchanged +1\n.*"), ran.out() + ran.err());
  }

  @Test
  void aFlatGroupWithMembersInAnotherCaseIsAnError() {
    String group = "{\"group\":{\"externalId\":\"g\",\"name\":\"G\",\"Members\":[\"e00000\"]}}\n";
    Ran ran = Ran.importing(org, put("feed.jsonl", group), "--incremental");
    assertTrue(ran.out().matches("(?s).*groups in error +1\n.*"), ran.out());
    assertTrue(ran.err().contains("`Members` differs from `members` in case"), ran.err());
  }

  @Test
  void theNamesOfAScimGroupCountInAnyCase() {
    String group =
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"id\":\"g\","
            + "\"DisplayName\":\"G\",\"Members\":[{\"value\":\"e00000\"}]}\n";
    Ran ran = Ran.importing(org, put("feed.jsonl", group), "--incremental");
    assertTrue(ran.out().matches("(?s).*memberships added +1\n.*"), ran.out() + ran.err());
  }

  @Test
  void aGroupWithoutNameOrKeyIsToldWithAHint() {
    String groups = "{\"group\":{\"externalId\":\"g\"}}\n{\"group\":{\"name\":\"G\"}}\n";
    Ran ran = Ran.importing(org, put("feed.jsonl", groups), "--incremental");
    assertTrue(ran.err().contains("no name\n hint: give it a `name`\n"), ran.err());
    assertTrue(ran.err().contains("hint: give it an `externalId` or an `id`\n"), ran.err());
  }

  @Test
  void aPreviewOfGroupsAloneIsNoSilentSuccess() {
    Path groups = put("g.jsonl", "{\"group\":{\"externalId\":\"g\",\"name\":\"G\"}}\n");
    Ran ran = Ran.attune("preview", org, "--app", "hr", "--record", groups);
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("error: there is no record of a person\n hint: "), ran.err());
  }

  @Test
  void aMissingFeedIsToldWithAHint() {
    Ran ran = Ran.importing(org, temporary.resolve("nope.jsonl"));
    assertEquals(1, ran.code());
    assertFalse(ran.err().endsWith("there is no such file\n"), ran.err());
    assertTrue(ran.err().contains(" hint: give a file of records, or - for"), ran.err());
  }
}
