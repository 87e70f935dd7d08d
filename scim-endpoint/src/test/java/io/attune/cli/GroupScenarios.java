package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups and memberships in an import, through the command. */
class GroupScenarios {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String OKTA_GROUP =
      "{\"id\":\"00gOkta\",\"type\":\"OKTA_GROUP\",\"externalId\":\"g1\","
          + "\"profile\":{\"name\":\"Ours\"},  \"members\":[\"00u00000\"]}";

  @TempDir private Path temporary = Path.of("");

  private Path folder = Path.of("");

  @BeforeEach
  void anOrgOfFourPeople() {
    folder = TinyOrg.write(temporary.resolve("org"), 4);
    TinyOrg.put(folder, "groups.jsonl", OKTA_GROUP + "\n");
  }

  /** An app group of hr as an earlier import left it. */
  private static String appGroup(String key, String... members) {
    return "{\"id\":\"00g-%1$s\",\"type\":\"APP_GROUP\",\"source\":{\"id\":\"0oa1\"},"
            .formatted(key)
        + "\"externalId\":\"%1$s\",\"profile\":{\"name\":\"Team %1$s\"},".formatted(key)
        + "\"note\":1.50,\"members\":[%s]}".formatted(quoted(members));
  }

  private static String quoted(String... texts) {
    return texts.length == 0 ? "" : "\"" + String.join("\",\"", texts) + "\"";
  }

  private static String scim(String key, String... members) {
    StringBuilder list = new StringBuilder();
    for (String member : members) {
      list.append(list.isEmpty() ? "" : ",").append("{\"value\":\"").append(member).append("\"}");
    }
    return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"id\":\"%1$s\","
            .formatted(key)
        + "\"displayName\":\"Team %s\",\"members\":[%s]}".formatted(key, list);
  }

  private Path feed(String... groups) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < 4; index++) {
      text.append(TinyOrg.record(index, "Analyst")).append('\n');
    }
    for (String group : groups) {
      text.append(group).append('\n');
    }
    return TinyOrg.put(temporary, "feed.jsonl", text.toString());
  }

  private JsonNode report(Path feed, Object... more) throws IOException {
    Object[] all = new Object[more.length + 2];
    System.arraycopy(more, 0, all, 0, more.length);
    all[more.length] = "--format";
    all[more.length + 1] = "json";
    return MAPPER.readTree(Ran.importing(folder, feed, all).out()).path("report");
  }

  private List<String> groups() {
    return TinyOrg.lines(folder.resolve("groups.jsonl"));
  }

  @Test
  void bringsAGroupAndThePeopleOfTheSamePlan() throws IOException {
    Path feed = feed(TinyOrg.record(9, "New"), scim("g1", "e00000", "e00009", "stranger"));
    JsonNode report = report(feed, "--apply");
    assertEquals(
        "{\"scanned\":1,\"new\":1,\"updated\":0,\"unchanged\":0,\"removed\":0,\"errors\":0}",
        report.path("groups").toString());
    assertEquals(
        "{\"added\":2,\"removed\":0,\"unresolved\":1}", report.path("memberships").toString());
    assertEquals(5, report.path("users").path("scanned").asInt());
    assertEquals(OKTA_GROUP, groups().get(0));
    JsonNode group = MAPPER.readTree(groups().get(1));
    assertEquals("APP_GROUP", group.path("type").asText());
    assertEquals("0oa1", group.path("source").path("id").asText());
    assertEquals("Team g1", group.path("profile").path("name").asText());
    assertTrue(group.path("id").asText().startsWith("00g"));
    String created =
        MAPPER.readTree(TinyOrg.lines(folder.resolve("users.jsonl")).get(4)).path("id").asText();
    assertTrue(group.path("members").toString().contains("\"00u00000\""));
    assertTrue(group.path("members").toString().contains("\"" + created + "\""));
    assertEquals(2, group.path("members").size());

    JsonNode again = report(feed);
    assertEquals(1, again.path("groups").path("unchanged").asInt());
    assertEquals(1, again.path("memberships").path("unresolved").asInt());
    assertEquals(5, again.path("users").path("unchanged").asInt());
  }

  /** Neither list is believed: the group keeps the members that it has. */
  @Test
  void twoListsOfMembersAreAnError() throws IOException {
    TinyOrg.put(folder, "groups.jsonl", OKTA_GROUP + "\n" + appGroup("g1", "00u00000"));
    var before = groups();
    String twice =
        "{\"group\":{\"externalId\":\"g1\",\"name\":\"Other\","
            + "\"members\":[\"e00001\"],\"MEMBERS\":[\"e00002\"]}}";
    JsonNode report = report(feed(twice), "--apply");
    assertEquals(1, report.path("groups").path("errors").asInt());
    assertEquals(before, groups());
  }

  @Test
  void movesMembersAndKeepsWhatItDoesNotKnow() throws IOException {
    TinyOrg.put(folder, "groups.jsonl", OKTA_GROUP + "\n" + appGroup("g1", "00u00000", "00u00001"));
    JsonNode report = report(feed(scim("g1", "e00001", "e00002")), "--apply");
    assertEquals(
        "{\"added\":1,\"removed\":1,\"unresolved\":0}", report.path("memberships").toString());
    JsonNode group = MAPPER.readTree(groups().get(1));
    assertEquals("[\"00u00001\",\"00u00002\"]", group.path("members").toString());
    assertTrue(groups().get(1).contains("\"note\":1.50"));
    assertEquals(OKTA_GROUP, groups().get(0));
  }

  /** The safe part of a plan leaves the groups to a whole one. */
  @Test
  void theSafePartOfAPlanTouchesNoGroup() throws IOException {
    String team = appGroup("g1", "00u00000", "00u00001");
    TinyOrg.put(folder, "groups.jsonl", team + "\n" + appGroup("gone"));
    TinyOrg.put(
        folder,
        "apps/hr/sync.json",
        "{\"profileSource\":true,\"safeguard\":{\"limits\":{\"unassigned\":0}}}");
    Path feed = feed(scim("g1", "e00001", "e00002"), scim("g2", "e00003"));
    String without = TinyOrg.text(feed).replace(TinyOrg.record(0, "Analyst") + "\n", "");
    TinyOrg.put(temporary, "feed.jsonl", without.replace("Analyst", "Lead"));
    Path plan = temporary.resolve("held.jsonl");
    JsonNode report = report(feed, "--hold", "--apply", "--plan", plan);
    assertEquals("PROCEED", report.path("safeguard").path("verdict").asText());
    assertEquals(1, report.path("safeguard").path("held").path("lines").asInt());
    assertTrue(report.path("groups").isMissingNode(), report.toString());
    assertFalse(TinyOrg.text(plan).contains("\"group\""));
    assertEquals(List.of(team, appGroup("gone")), groups());
    assertTrue(TinyOrg.lines(folder.resolve("users.jsonl")).get(1).contains("Lead"));

    TinyOrg.put(temporary, "feed.jsonl", without + TinyOrg.record(0, "Analyst") + "\n");
    JsonNode whole = report(feed, "--hold", "--apply");
    assertEquals(
        "{\"scanned\":2,\"new\":1,\"updated\":1,\"unchanged\":0,\"removed\":1,\"errors\":0}",
        whole.path("groups").toString());
    assertEquals(2, groups().size());
  }

  @Test
  void whoLosesTheAppIsNoMember() throws IOException {
    TinyOrg.put(folder, "groups.jsonl", appGroup("g1", "00u00000", "00u00001"));
    String inactive = TinyOrg.record(0, "Analyst").replace("{", "{\"active\":false,");
    Path feed = feed(scim("g1", "e00000", "e00001"));
    TinyOrg.put(
        temporary,
        "feed.jsonl",
        TinyOrg.text(feed).replace(TinyOrg.record(0, "Analyst"), inactive));
    JsonNode report = report(feed);
    assertEquals(
        "{\"added\":0,\"removed\":1,\"unresolved\":1}", report.path("memberships").toString());
  }

  @Test
  void aRecordWithoutMembersSaysNothingOfThem() throws IOException {
    TinyOrg.put(folder, "groups.jsonl", appGroup("g1", "00u00000"));
    JsonNode report =
        report(feed("{\"group\":{\"externalId\":\"g1\",\"name\":\"Renamed\"}}"), "--apply");
    assertEquals(1, report.path("groups").path("updated").asInt());
    JsonNode group = MAPPER.readTree(groups().get(0));
    assertEquals("Renamed", group.path("profile").path("name").asText());
    assertEquals("[\"00u00000\"]", group.path("members").toString());
  }

  @Test
  void removesAGroupThatIsGoneButNotByAFeedWithoutGroups() throws IOException {
    String stored = OKTA_GROUP + "\n" + appGroup("g1") + "\n" + appGroup("g2") + "\n";
    TinyOrg.put(folder, "groups.jsonl", stored);
    assertFalse(report(feed(), "--apply").has("groups"));
    assertEquals(stored, TinyOrg.text(folder.resolve("groups.jsonl")));
    assertEquals(0, removed(report(feed(scim("g1")), "--incremental")));
    assertEquals(0, removed(report(feed(scim("g1"), "{\"group\":{\"name\":\"No key\"}}"))));
    assertEquals(0, removed(report(feed(scim("g1"), scim("g1", "e00000")))));
    assertEquals(0, removed(report(feed(scim("g1")), "--expect", "9")));
    assertEquals(1, removed(report(feed(scim("g1")), "--apply")));
    assertEquals(List.of(OKTA_GROUP, appGroup("g1")), groups());
  }

  private static int removed(JsonNode report) {
    return report.path("groups").path("removed").asInt(-1);
  }

  @Test
  void waitsForAPersonWhereFewerThanHalfOfTheGroupsAreSeen() throws IOException {
    TinyOrg.put(
        folder,
        "groups.jsonl",
        appGroup("g1") + "\n" + appGroup("g2") + "\n" + appGroup("g3") + "\n");
    Path feed = feed(scim("g1"));
    JsonNode safeguard = report(feed).path("safeguard");
    assertEquals("COMPLETENESS", safeguard.path("limit").asText());
    assertEquals(3, Ran.importing(folder, feed, "--apply").code());
    assertEquals(3, groups().size());
  }

  @Test
  void totalsOfGroupsAndOfPeopleProveEachTheirOwn() throws IOException {
    String people =
        "{\"totalResults\":4,\"Resources\":[%s,%s,%s,%s]}"
            .formatted(
                TinyOrg.record(0, "Analyst"),
                TinyOrg.record(1, "Analyst"),
                TinyOrg.record(2, "Analyst"),
                TinyOrg.record(3, "Analyst"));
    String groups = "{\"totalResults\":%d,\"Resources\":[%s]}";
    Path whole =
        TinyOrg.put(
            temporary, "feed.jsonl", people + "\n" + groups.formatted(1, scim("g1")) + "\n");
    assertEquals("PROVEN", report(whole).path("completeness").asText());
    Path cut =
        TinyOrg.put(
            temporary, "feed.jsonl", people + "\n" + groups.formatted(2, scim("g1")) + "\n");
    assertEquals("COUNT_MISMATCH", report(cut).path("incomplete").asText());
  }

  @Test
  void undoGivesTheGroupsBack() throws IOException {
    String stored = OKTA_GROUP + "\n" + appGroup("g1", "00u00000") + "\n" + appGroup("g2") + "\n";
    TinyOrg.put(folder, "groups.jsonl", stored);
    report(feed(scim("g1", "e00001"), scim("g3")), "--apply");
    assertFalse(TinyOrg.text(folder.resolve("groups.jsonl")).equals(stored));
    String history = TinyOrg.text(folder.resolve(".attune/history.jsonl"));
    String hash = MAPPER.readTree(history).path("sha256").asText();
    Ran undone = Ran.attune("undo", folder, "--plan", hash);
    assertEquals(0, undone.code(), undone.err());
    assertEquals(stored, TinyOrg.text(folder.resolve("groups.jsonl")));
  }

  @Test
  void showTellsOfGroups() throws IOException {
    Path plan = temporary.resolve("plan.jsonl");
    report(feed(scim("g1", "e00000", "stranger")), "--plan", plan);
    Ran shown = Ran.attune("show", plan);
    assertTrue(shown.out().contains("group CREATE  g1"), shown.out());
    assertTrue(shown.out().contains("  joins: e00000"), shown.out());
    assertTrue(shown.out().contains("  unresolved: stranger"), shown.out());
  }

  @Test
  void showTellsOfOnePersonsGroupsToo() throws IOException {
    TinyOrg.put(folder, "groups.jsonl", appGroup("g1", "00u00000") + "\n" + appGroup("g2"));
    Path plan = temporary.resolve("plan.jsonl");
    String joined = scim("g1", "e00001", "e00009");
    report(feed(TinyOrg.record(9, "New"), joined, scim("g2", "e00001")), "--plan", plan);
    Ran left = Ran.attune("show", plan, "--workspace", folder, "--person", "p0@tiny.example");
    assertTrue(left.out().endsWith("group UPDATE  g1\n  leaves: 00u00000\n"), left.out());
    Ran created = Ran.attune("show", plan, "--person", "p9@tiny.example");
    assertTrue(created.out().contains("CREATE  e00009"), created.out());
    assertTrue(created.out().endsWith("group UPDATE  g1\n  joins: e00009\n"), created.out());
  }
}
