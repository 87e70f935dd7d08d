package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.store.Database;
import io.attune.store.ImportStore;
import io.attune.store.ResourceKind;
import io.attune.store.ResourceStore;
import io.attune.store.StoredResource;
import io.attune.store.StoredResource.Keys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups that arrive at an app's endpoint are imported, over HTTP from end to end. */
class ServedGroupScenarios {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String OKTA_GROUP =
      "{\"id\":\"00gOkta\",\"type\":\"OKTA_GROUP\",\"externalId\":\"old\","
          + "\"profile\":{\"name\":\"Ours\"},  \"members\":[\"00u00000\"]}";
  private static final String OLD =
      "{\"id\":\"00gOld\",\"type\":\"APP_GROUP\",\"source\":{\"id\":\"0oa1\"},\"externalId\":\"old\","
          + "\"profile\":{\"name\":\"Old\",\"description\":\"all of us\"},\"note\":  1.50,"
          + "\"members\":[\"00u00000\",\"00u00001\"]}";
  private static final String OTHER =
      "{\"id\":\"00gOther\",\"type\":\"APP_GROUP\",\"source\":{\"id\":\"0oa1\"},"
          + "\"externalId\":\"other\",\"profile\":{\"name\":\"Other\"},\"members\":[\"00u00003\"]}";

  @TempDir private Path temporary = Path.of("");

  private ServedFolder served;

  /** An org of four people, with a group of Okta's own and two that an import brought. */
  @BeforeEach
  void serve() throws IOException {
    Path org = ServedTinyOrg.write(temporary.resolve("org"), 4);
    TinyOrg.put(org, "groups.jsonl", OKTA_GROUP + "\n" + OLD + "\n" + OTHER + "\n");
    served = ServedFolder.start(temporary.resolve("data"), org);
  }

  /** Nothing of this is anybody's loss of the app, and no other group is ever touched. */
  @AfterEach
  void stop() {
    List<String> groups = groups();
    assertEquals(OKTA_GROUP, groups.get(0));
    assertTrue(groups.contains(OTHER), groups::toString);
    served.close();
  }

  private ServedFolder.Client client() {
    return served.client();
  }

  private List<String> groups() {
    return TinyOrg.lines(served.workspace().resolve("groups.jsonl"));
  }

  private JsonNode group(String key) throws IOException {
    for (String line : groups().subList(1, groups().size())) {
      JsonNode group = MAPPER.readTree(line);
      if (group.path("externalId").asText().equals(key)) {
        return group;
      }
    }
    return MAPPER.missingNode();
  }

  private String members(String key) throws IOException {
    return group(key).path("members").toString();
  }

  private String create(String name, String... members) {
    return ServedTinyOrg.group(client(), name, List.of(members));
  }

  private void patch(String id, String operation) {
    ServedTinyOrg.patch(client(), "/Groups/" + id, operation);
  }

  private JsonNode imported(String record, String outcome) {
    JsonNode run = ServedTinyOrg.settled(client(), record);
    assertEquals("APPLIED", run.path("status").asText(), run::toString);
    assertEquals("Group", run.path("resourceType").asText());
    assertEquals(outcome, run.path("outcome").asText(), run::toString);
    assertEquals("INCREMENTAL", run.path("mode").asText());
    assertEquals(0, run.path("unassignments").asInt());
    return run.path("report");
  }

  @Test
  void aGroupThatIsCreatedBecomesAnAppGroupWithItsMembers() throws IOException {
    String id = create("Team", "e00000", "e00002");
    JsonNode report = imported(id, "CREATE");
    assertEquals(
        "{\"scanned\":1,\"new\":1,\"updated\":0,\"unchanged\":0,\"removed\":0,\"errors\":0}",
        report.path("groups").toString());
    assertEquals(
        "{\"added\":2,\"removed\":0,\"unresolved\":0}", report.path("memberships").toString());
    assertEquals(0, report.path("users").path("scanned").asInt());
    assertEquals("APP_GROUP", group(id).path("type").asText());
    assertEquals("Team", group(id).path("profile").path("name").asText());
    assertEquals("[\"00u00000\",\"00u00002\"]", members(id));
    assertTrue(groups().contains(OLD));
  }

  @Test
  void membersComeAndGoWithWhatIsPatched() throws IOException {
    patch("old", "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"e00003\"}]}");
    assertEquals("{\"added\":1,\"removed\":0,\"unresolved\":0}", moved("old"));
    assertEquals("[\"00u00000\",\"00u00001\",\"00u00003\"]", members("old"));
    patch("old", "{\"op\":\"remove\",\"path\":\"members[value eq \\\"e00000\\\"]\"}");
    assertEquals("{\"added\":0,\"removed\":1,\"unresolved\":0}", moved("old"));
    assertEquals("[\"00u00001\",\"00u00003\"]", members("old"));
    patch("old", "{\"op\":\"replace\",\"path\":\"members\",\"value\":[]}");
    assertEquals("{\"added\":0,\"removed\":2,\"unresolved\":0}", moved("old"));
    assertEquals("[]", members("old"));
  }

  private String moved(String id) {
    return imported(id, "UPDATE").path("memberships").toString();
  }

  /** What SCIM has no word for, stays. */
  @Test
  void aGroupThatIsRenamedKeepsItsDescriptionAndItsMembers() throws IOException {
    patch("old", "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"New\"}");
    assertEquals("{\"added\":0,\"removed\":0,\"unresolved\":0}", moved("old"));
    assertEquals(
        "{\"name\":\"New\",\"description\":\"all of us\"}",
        group("old").path("profile").toString());
    assertEquals("[\"00u00000\",\"00u00001\"]", members("old"));
    assertTrue(group("old").has("note"));
  }

  @Test
  void aGroupThatIsDeletedIsRemovedAndUndoBringsItBack() throws IOException {
    client().send(ServedFolder.Client.TOKEN, "DELETE", ServedTinyOrg.SCIM + "/Groups/old", null);
    assertEquals(1, imported("old", "REMOVED").path("groups").path("removed").asInt());
    assertEquals(List.of(OKTA_GROUP, OTHER), groups());
    String hash = ServedTinyOrg.settled(client(), "old").path("sha256").asText();
    assertEquals(0, Ran.attune("undo", served.workspace(), "--plan", hash).code());
    assertTrue(groups().contains(OLD));
  }

  @Test
  void aMemberWhoIsNobodyHereIsToldAndNobodyJoins() throws IOException {
    String inner = create("Inner");
    String id = create("Outer", inner, "e00001");
    JsonNode report = imported(id, "CREATE");
    assertEquals(
        "{\"added\":1,\"removed\":0,\"unresolved\":1}", report.path("memberships").toString());
    String run = ServedTinyOrg.settled(client(), id).path("id").asText();
    String plan = client().get("/imports/" + run + "/plan").is(200).text();
    assertTrue(plan.contains("\"unresolved\":[\"" + inner + "\"]"), plan);
    assertEquals("[\"00u00001\"]", members(id));
  }

  /** Some apps count their groups as they count their users. */
  @Test
  void aMemberThatIsAGroupIsNoUserWithItsKey() throws IOException {
    served.close();
    Path org = ServedTinyOrg.write(temporary.resolve("twins"), 4);
    String twin = OTHER.replace("00gOther", "00gTwin").replace("\"other\"", "\"e00002\"");
    TinyOrg.put(org, "groups.jsonl", OKTA_GROUP + "\n" + OTHER + "\n" + twin + "\n");
    served = ServedFolder.start(temporary.resolve("twin-data"), org);
    String members = "{\"value\":\"e00002\",\"type\":\"Group\"},{\"value\":\"e00001\"}";
    String body = "{\"displayName\":\"Outer\",\"members\":[" + members + "]}";
    String id =
        client().post(ServedTinyOrg.SCIM + "/Groups", body).is(201).body().path("id").asText();
    imported(id, "CREATE");
    assertEquals("[\"00u00001\"]", members(id));

    String user = ServedTinyOrg.SCIM + "/Users/e00002";
    assertTrue(client().get(user).is(200).body().path("groups").isMissingNode());
    ServedTinyOrg.patch(
        client(), "/Users/e00002", "{\"op\":\"add\",\"path\":\"title\",\"value\":\"Lead\"}");
    assertEquals("UPDATE", ServedTinyOrg.settled(client(), "e00002").path("outcome").asText());
    assertEquals("[\"00u00001\"]", members(id));
  }

  /** All that the endpoint holds is what the directory has: nothing to do, and nothing lost. */
  @Test
  void theSeededStoreIsTheDirectory() {
    String seeded = client().get(ServedTinyOrg.SCIM + "/Groups/old").is(200).text();
    assertTrue(seeded.contains("e00000") && seeded.contains("e00001"), seeded);
    JsonNode report = ServedTinyOrg.whole(client());
    assertEquals("PROVEN", report.path("completeness").asText());
    assertEquals(
        "{\"scanned\":2,\"new\":0,\"updated\":0,\"unchanged\":2,\"removed\":0,\"errors\":0}",
        report.path("groups").toString());
    assertEquals(List.of(OKTA_GROUP, OLD, OTHER), groups());
  }

  /** One group more in the store, and still nobody else's is gone. */
  @Test
  void oneGroupMoreRemovesNoOther() throws IOException {
    String id = create("Team", "e00002");
    imported(id, "CREATE");
    JsonNode report = ServedTinyOrg.whole(client());
    assertEquals(3, report.path("groups").path("unchanged").asInt(), report::toString);
    assertFalse(group(id).isMissingNode());
    assertTrue(groups().contains(OLD));
  }

  /** Who loses the app leaves its groups, who comes back is in them again, and others stay. */
  @Test
  void membershipsFollowWhoHasTheApp() throws IOException {
    ServedTinyOrg.setActive(client(), "e00000", false);
    JsonNode gone = ServedTinyOrg.settled(client(), "e00000");
    assertEquals("REMOVED", gone.path("outcome").asText());
    assertEquals("User", gone.path("resourceType").asText());
    assertEquals("[\"00u00001\"]", members("old"));
    client().send(ServedFolder.Client.TOKEN, "DELETE", ServedTinyOrg.SCIM + "/Users/e00001", null);
    imported("old", "UPDATE");
    assertEquals("[]", members("old"));
    assertEquals("all of us", group("old").path("profile").path("description").asText());
  }

  /** A member whom a person has to confirm joins when that is done. */
  @Test
  void whoWaitsJoinsOnceTheyAreSomebody() throws IOException {
    WaitingOrg.rules(served.workspace(), "\"exactMatchCriteria\": \"EMAIL\"");
    String user = ServedTinyOrg.create(client(), 9);
    assertEquals("PENDING_NEW", ServedTinyOrg.settled(client(), user).path("outcome").asText());
    String id = create("Team", user);
    assertEquals(1, imported(id, "CREATE").path("memberships").path("unresolved").asInt());
    assertEquals("[]", members(id));
    String choice = "{\"app\":\"hr\",\"record\":\"%s\",\"choice\":{\"kind\":\"NEW\"}}";
    client().post("/pending", choice.formatted(user)).is(200);
    assertEquals(1, group(id).path("members").size(), groups()::toString);
  }

  /** What a paused import holds back is held with all that comes after it. */
  @Test
  void aPauseHoldsGroupsToo() throws IOException {
    TinyOrg.put(
        served.workspace(),
        "apps/hr/sync.json",
        "{\"profileSource\":true,\"safeguard\":{\"limits\":{\"unassigned\":0}}}");
    ServedTinyOrg.setActive(client(), "e00000", false);
    JsonNode paused = client().awaiting("e00000", "PAUSED");
    for (int write = 0; write < 18; write++) {
      String operation = write % 2 == 0 ? "add" : "remove";
      patch(
          "old",
          "{\"op\":\""
              + operation
              + "\",\"path\":\"members\","
              + "\"value\":[{\"value\":\"e00002\"}]}");
    }
    assertEquals("QUEUED", client().awaiting("old", "QUEUED").path("status").asText());
    assertTrue(groups().contains(OLD));
    client().post("/imports/" + paused.path("id").asText() + "/cancel", null).is(200);
    imported("old", "UNCHANGED");
    assertTrue(groups().contains(OLD));
    Set<String> plans = new HashSet<>();
    client()
        .get("/imports?record=old")
        .body()
        .path("imports")
        .forEach(run -> plans.add(run.path("sha256").asText()));
    assertEquals(1, plans.size(), "all 18 writes are one import");
  }

  /** One that was served before groups were imported has its users, and is given its groups. */
  @Test
  void anOlderDataFolderIsGivenItsGroups() throws IOException {
    Path older = temporary.resolve("older");
    try (Database database = Database.embedded(older)) {
      new ResourceStore(database).add(user("e00000"), "test");
      new ImportStore(database).importFromNowOn("hr");
    }
    try (ServedFolder again = ServedFolder.start(older, temporary.resolve("org"))) {
      JsonNode group = again.client().get(ServedTinyOrg.SCIM + "/Groups/old").is(200).body();
      assertEquals(1, group.path("members").size(), group::toString);
      assertEquals("e00000", group.path("members").path(0).path("value").asText());
      assertEquals(0, again.client().get("/imports").is(200).body().path("totalResults").asInt());
    }
  }

  private static StoredResource user(String id) {
    return new StoredResource(
        "hr", ResourceKind.USER, id, new Keys(id, null, null, true), 1, 1, 1, "{}");
  }
}
