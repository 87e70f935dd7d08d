package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.scim.server.ServedEndpoint.Answer;
import io.attune.store.StoreKind;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What identity providers send, and what RFC 7643 and 7644 want answered, over real HTTP. */
@ParameterizedClass
@EnumSource(StoreKind.class)
class ScimEndpointTest {
  @Parameter StoreKind kind = StoreKind.SQLITE;
  ServedEndpoint scim;

  @BeforeEach
  void serve(@TempDir Path folder) throws IOException {
    scim = ServedEndpoint.over(kind.open(folder));
  }

  @AfterEach
  void stop() {
    scim.close();
  }

  static String encoded(String filter) {
    return URLEncoder.encode(filter, StandardCharsets.UTF_8);
  }

  long total(String path, String filter) {
    Answer answer = scim.get(path + "?filter=" + encoded(filter));
    assertEquals(200, answer.status(), () -> filter + ": " + answer.body());
    return answer.body().path("totalResults").asLong(-1);
  }

  @Test
  void createsReadsReplacesAndDeletesAUser() {
    Answer created = scim.createUser("ada@example.com");
    assertEquals(201, created.status(), () -> created.body().toString());
    assertEquals(scim.base() + "/Users/" + created.id(), created.header("Location"));
    assertEquals("W/\"1\"", created.header("ETag"));
    assertEquals("User", created.body().path("meta").path("resourceType").asText());
    Answer read = scim.get("/Users/" + created.id());
    assertEquals(created.body(), read.body());
    Answer replaced =
        scim.send(
            "PUT",
            "/Users/" + created.id(),
            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"ada@example.com\",\"title\":\"Lead\",\"active\":true}");
    assertEquals(200, replaced.status(), () -> replaced.body().toString());
    assertEquals("Lead", replaced.body().path("title").asText());
    assertFalse(replaced.body().has("name"));
    assertEquals("W/\"2\"", replaced.header("ETag"));
    assertEquals(204, scim.send("DELETE", "/Users/" + created.id(), null).status());
    assertEquals(404, scim.get("/Users/" + created.id()).status());
    assertEquals(404, scim.send("DELETE", "/Users/" + created.id(), null).status());
  }

  @Test
  void aUserNameIsUniqueInAnyCase() {
    scim.createUser("ada@example.com");
    Answer twice = scim.createUser("ADA@example.com");
    assertEquals(409, twice.status());
    assertEquals("uniqueness", twice.body().path("scimType").asText());
    assertEquals("409", twice.body().path("status").asText());
    assertEquals(1, total("/Users", "userName eq \"ADA@EXAMPLE.COM\""));
  }

  @Test
  void passwordsAreKeptNowhereAndCannotBeAskedAbout() {
    Answer created =
        scim.post(
            "/Users",
            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"p\",\"password\":\"c4nary\"}");
    assertEquals(201, created.status());
    assertFalse(created.body().has("password"));
    assertEquals(400, scim.get("/Users?filter=" + encoded("password sw \"c\"")).status());
  }

  @Test
  void filtersAllOperators() {
    scim.createUser("ada@example.com");
    scim.createUser("bob@example.org");
    assertEquals(2, total("/Users", "userName pr"));
    assertEquals(1, total("/Users", "userName sw \"ada\""));
    assertEquals(1, total("/Users", "userName ew \".org\""));
    assertEquals(2, total("/Users", "userName co \"example\""));
    assertEquals(1, total("/Users", "userName ne \"ada@example.com\""));
    assertEquals(1, total("/Users", "not (userName eq \"ada@example.com\")"));
    assertEquals(2, total("/Users", "meta.lastModified gt \"2020-01-01T00:00:00Z\""));
    assertEquals(1, total("/Users", "emails[type eq \"work\" and value co \"org\"]"));
    assertEquals(1, total("/Users", "emails.value eq \"ADA@example.com\" and active eq true"));
    assertEquals(0, total("/Users", "userName eq \"\""));
    assertEquals(0, total("/Users", "userName eq \"a\\\"b\""));
    assertEquals(2, total("/Users", "name.familyName eq \"b\" or title pr"));
    String either = "(userName eq \"ada@example.com\" or externalId eq \"x\" or id eq \"x\")";
    assertEquals(1, total("/Users", either));
    assertEquals(1, total("/Users", "not " + either));
    assertEquals(1, total("/Users", "active eq true and " + either));
    assertEquals(
        0, total("/Groups", "displayName eq \"x\" or " + either.replace("userName", "id")));
    assertEquals(0, total("/Users", "userName sw \"%\""));
    assertEquals(
        1,
        total(
            "/Users",
            "urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"ada@example.com\""));
  }

  /** Those that the index answers, and the same with a part that only the bodies can answer. */
  @Test
  void findsUsersByTheirEmails() {
    String ada = "/Users/" + scim.createUser("ada@example.com").id();
    scim.createUser("bob@example.org");
    String home =
        "[{\"op\":\"add\",\"path\":\"emails\",\"value\":[{\"value\":\"Same@example.com\",\"type\":\"home\"},"
            + "{\"value\":\"untyped@example.com\"}]}]";
    assertEquals(200, scim.patch(ada, home).status());
    Map<String, Integer> totals =
        Map.ofEntries(
            Map.entry("emails.value eq \"ADA@example.com\"", 1),
            Map.entry("emails eq \"ada@example.com\"", 1),
            Map.entry("emails.value eq \"nobody@example.com\"", 0),
            Map.entry("emails[type eq \"work\"].value eq \"ada@example.com\"", 1),
            Map.entry("emails[type eq \"HOME\"].value eq \"same@example.com\"", 1),
            Map.entry("emails[type eq \"work\"].value eq \"same@example.com\"", 0),
            Map.entry("emails[value eq \"same@example.com\" and type eq \"home\"]", 1),
            Map.entry("emails[value eq \"untyped@example.com\"]", 1),
            Map.entry("emails[type eq \"home\"]", 1),
            Map.entry("emails[value eq \"a\" and value eq \"ada@example.com\"]", 0),
            Map.entry("not (emails.value eq \"ada@example.com\")", 1),
            Map.entry("emails.value eq \"ada@example.com\" or userName eq \"bob@example.org\"", 2),
            Map.entry("emails.value eq \"same@example.com\" and userName sw \"bob\"", 0),
            Map.entry("emails.value ne \"nobody@example.com\"", 2));
    totals.forEach(
        (filter, total) -> {
          assertEquals(total.longValue(), total("/Users", filter), filter);
          String read = "(" + filter + ") and schemas pr";
          assertEquals(total.longValue(), total("/Users", read), read);
        });
    String other =
        "[{\"op\":\"replace\",\"path\":\"emails\",\"value\":[{\"value\":\"new@example.com\"}]}]";
    assertEquals(200, scim.patch(ada, other).status());
    assertEquals(0, total("/Users", "emails.value eq \"same@example.com\""));
    assertEquals(1, total("/Users", "emails.value eq \"new@example.com\""));
    assertEquals(204, scim.send("DELETE", ada, null).status());
    assertEquals(0, total("/Users", "emails.value eq \"new@example.com\""));
    assertEquals(0, total("/Groups", "emails.value eq \"bob@example.org\""));
  }

  @Test
  void listsPageByPage() {
    for (int i = 0; i < 5; i++) {
      scim.createUser("user" + i);
    }
    Answer page = scim.get("/Users?startIndex=2&count=2");
    assertEquals(5, page.body().path("totalResults").asInt());
    assertTrue(page.body().path("totalResults").isInt());
    assertEquals(2, page.body().path("itemsPerPage").asInt());
    assertEquals("user1", page.body().path("Resources").path(0).path("userName").asText());
    Answer none = scim.get("/Users?startIndex=10");
    assertTrue(none.body().path("Resources").isArray());
    assertEquals(5, scim.get("/Users?count=0").body().path("totalResults").asInt());
    Answer sorted = scim.get("/Users?sortBy=userName&sortOrder=descending&count=1");
    assertEquals("user4", sorted.body().path("Resources").path(0).path("userName").asText());
  }

  @Test
  void projectsAttributes() {
    String id = scim.createUser("ada").id();
    Answer some = scim.get("/Users/" + id + "?attributes=userName");
    assertTrue(some.body().has("id"));
    assertFalse(some.body().has("name"));
    assertFalse(scim.get("/Users/" + id + "?excludedAttributes=emails").body().has("emails"));
  }

  @Test
  void searchesByPost() {
    scim.createUser("ada");
    Answer found =
        scim.post(
            "/Users/.search",
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"filter\":\"userName eq \\\"ada\\\"\",\"startIndex\":1,\"count\":10}");
    assertEquals(200, found.status(), () -> found.body().toString());
    assertEquals(1, found.body().path("totalResults").asInt());
  }

  @Test
  void patchesAsOktaAndEntraDo() {
    String path = "/Users/" + scim.createUser("ada").id();
    Answer okta = scim.patch(path, "[{\"op\":\"replace\",\"value\":{\"active\":false}}]");
    assertEquals(200, okta.status(), () -> okta.body().toString());
    assertFalse(okta.body().path("active").asBoolean(true));
    Answer entra =
        scim.patch(
            path,
            "[{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"True\"},{\"op\":\"Add\",\"path\":\"name.familyName\",\"value\":\"Byron\"},"
                + "{\"op\":\"Replace\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":\"new@example.com\"}]");
    assertEquals(200, entra.status(), () -> entra.body().toString());
    assertTrue(entra.body().path("active").asBoolean());
    assertEquals("Byron", entra.body().path("name").path("familyName").asText());
    assertEquals("new@example.com", entra.body().path("emails").path(0).path("value").asText());
    Answer dotted =
        scim.patch(
            path,
            "[{\"op\":\"add\",\"value\":{\"name.givenName\":\"Augusta\",\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department\":\"R\"}}]");
    assertEquals(200, dotted.status(), () -> dotted.body().toString());
    assertEquals("Augusta", dotted.body().path("name").path("givenName").asText());
    assertEquals(
        "R",
        dotted
            .body()
            .path("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")
            .path("department")
            .asText());
    assertEquals(
        400, scim.patch(path, "[{\"op\":\"replace\",\"path\":\"id\",\"value\":\"x\"}]").status());
    assertEquals(400, scim.patch(path, "[{\"op\":\"burn\",\"path\":\"title\"}]").status());
  }

  @Test
  void membersComeAndGo() {
    String ada = scim.createUser("ada").id();
    String bob = scim.createUser("bob").id();
    Answer group =
        scim.post(
            "/Groups",
            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"Team\",\"members\":[]}");
    assertEquals(201, group.status(), () -> group.body().toString());
    assertTrue(group.body().path("members").isArray());
    String path = "/Groups/" + group.id();
    Answer added =
        scim.patch(
            path,
            "[{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\""
                + ada
                + "\",\"display\":\"Ada\"},{\"value\":\""
                + bob
                + "\"}]}]");
    assertEquals(204, added.status());
    assertEquals(2, scim.get(path).body().path("members").size());
    assertEquals(1, scim.get("/Users/" + ada).body().path("groups").size());
    assertEquals(1, total("/Groups", "members.value eq \"" + ada + "\""));
    assertEquals(
        204,
        scim.patch(path, "[{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + ada + "\\\"]\"}]")
            .status());
    assertEquals(1, scim.get(path).body().path("members").size());
    Answer renamed =
        scim.patch(
            path,
            "[{\"op\":\"replace\",\"value\":{\"id\":\""
                + group.id()
                + "\",\"displayName\":\"Crew\"}}]");
    assertEquals(200, renamed.status(), () -> renamed.body().toString());
    assertEquals("Crew", renamed.body().path("displayName").asText());
    assertEquals(1, renamed.body().path("members").size());
    assertFalse(scim.get(path + "?excludedAttributes=members").body().has("members"));
    assertEquals(
        204, scim.patch(path, "[{\"op\":\"replace\",\"path\":\"members\",\"value\":[]}]").status());
    assertTrue(scim.get(path).body().path("members").isEmpty());
  }

  @Test
  void versionsGuardAgainstLostUpdates() {
    String path = "/Users/" + scim.createUser("ada").id();
    assertEquals(304, scim.get(path, "If-None-Match", "W/\"1\"").status());
    String title = "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"T\"}]";
    assertEquals(412, scim.patch(path, title, "If-Match", "W/\"9\"").status());
    assertEquals(200, scim.patch(path, title, "If-Match", "W/\"9\", W/\"1\"").status());
    assertEquals(200, scim.patch(path, title.replace("T\"", "U\""), "If-Match", "*").status());
    assertEquals(412, scim.send("DELETE", path, null, "If-Match", "W/\"1\"").status());
    replaceGuards(path, scim.get(path).body());
    Answer team =
        scim.post(
            "/Groups",
            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"Team\"}");
    replaceGuards("/Groups/" + team.id(), team.body());
  }

  private void replaceGuards(String path, JsonNode now) {
    String body = now.toString();
    String current = now.path("meta").path("version").asText();
    assertEquals(412, scim.send("PUT", path, body, "If-Match", "W/\"9\"").status());
    assertEquals(now, scim.get(path).body());
    String other = body.replace("\"displayName\":\"Team\"", "\"displayName\":\"Crew\"");
    assertEquals(200, scim.send("PUT", path, other, "If-Match", current).status());
  }

  @Test
  void bulkResolvesIdsOfItsOwn() {
    Answer bulk =
        scim.post(
            "/Bulk",
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":["
                + "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"u1\",\"data\":{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"ada\"}},"
                + "{\"method\":\"POST\",\"path\":\"/Groups\",\"bulkId\":\"g1\",\"data\":{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"T\",\"members\":[{\"value\":\"bulkId:u1\"}]}}]}");
    assertEquals(200, bulk.status(), () -> bulk.body().toString());
    assertEquals("201", bulk.body().path("Operations").path(0).path("status").textValue());
    assertEquals(1, total("/Groups", "members pr"));
  }

  @Test
  void describesItself() {
    assertTrue(
        scim.get("/ServiceProviderConfig").body().path("patch").path("supported").asBoolean());
    Answer types = scim.get("/ResourceTypes");
    assertEquals(2, types.body().path("totalResults").asInt(), () -> types.body().toString());
    assertFalse(types.body().toString().contains("urn:gold"));
    assertEquals(200, scim.get("/Schemas/urn:ietf:params:scim:schemas:core:2.0:User").status());
    assertEquals(405, scim.post("/Schemas", "{}").status());
    assertEquals(501, scim.get("/Me").status());
    assertEquals(403, scim.get("/Schemas?filter=" + encoded("id eq \"x\"")).status());
  }

  @Test
  void asksWhoComes() {
    Answer nobody = scim.get("/Users", "Authorization", "Bearer wrong");
    assertEquals(401, nobody.status());
    assertTrue(String.valueOf(nobody.header("WWW-Authenticate")).contains("Bearer"));
    assertEquals("401", nobody.body().path("status").asText());
    assertEquals(200, scim.get("/Users", "Authorization", ServedEndpoint.TOKEN).status());
    assertEquals(200, scim.get("/Users", "Authorization", "Basic b2t0YTpzM2NyZXQ=").status());
    assertEquals(
        403,
        scim.post("/Users", "{}", "Authorization", "Bearer " + ServedEndpoint.READER).status());
  }

  @Test
  void refusesWhatIsTooMuch() {
    assertEquals(413, scim.post("/Users", "{\"x\":\"" + "y".repeat(1 << 20) + "\"}").status());
    assertEquals(400, scim.post("/Users", "[".repeat(40) + "]".repeat(40)).status());
    assertEquals(400, scim.post("/Users", "{\"userName\":\"a\",\"USERNAME\":\"b\"}").status());
    assertEquals(
        400,
        scim.get("/Users?filter=" + encoded("(".repeat(30) + "id pr" + ")".repeat(30))).status());
    assertEquals(
        400, scim.get("/Users?filter=" + encoded("id pr" + " or id pr".repeat(100))).status());
    assertEquals(415, scim.post("/Users", "{}", "Content-Type", "text/plain").status());
    assertEquals(404, scim.get("/Nothing").status());
  }
}
