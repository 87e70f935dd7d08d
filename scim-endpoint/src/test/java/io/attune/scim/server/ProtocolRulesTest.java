package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.scim.server.ServedEndpoint.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of RFC 7643 and 7644, and of Okta's own suite, that the library below us does not keep. */
class ProtocolRulesTest {
  private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
  private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";

  ServedEndpoint scim;

  @BeforeEach
  void serve(@TempDir Path folder) throws IOException {
    scim = ServedEndpoint.over(folder);
  }

  @AfterEach
  void stop() {
    scim.close();
  }

  static void refused(int status, String scimType, Answer answer) {
    assertEquals(status, answer.status(), () -> answer.body().toString());
    assertEquals(ERROR, answer.body().path("schemas").path(0).asText());
    assertEquals(Integer.toString(status), answer.body().path("status").textValue());
    assertFalse(answer.body().path("detail").asText().isBlank());
    if (!scimType.isEmpty()) {
      assertEquals(scimType, answer.body().path("scimType").asText());
    }
    assertTrue(
        String.valueOf(answer.header("Content-Type")).startsWith("application/scim+json"),
        () -> String.valueOf(answer.header("Content-Type")));
  }

  /** Okta's suite: okta-behaviour 7.22. */
  @Test
  void oktasSuite() {
    Answer list = scim.get("/Users?count=1&startIndex=1");
    assertEquals(200, list.status());
    assertTrue(list.body().path("Resources").isArray());
    assertTrue(list.body().path("startIndex").isInt());
    assertTrue(list.body().path("itemsPerPage").isInt());
    Answer created = scim.createUser("ada@example.com");
    assertEquals(201, created.status());
    assertFalse(created.id().isBlank());
    refused(404, "", scim.get("/Users/010101001010101011001010101011"));
    refused(409, "uniqueness", scim.createUser("ada@example.com"));
    Answer capitals = scim.get("/Users?filter=userName%20eq%20%22ADA%40EXAMPLE.COM%22");
    assertEquals(200, capitals.status());
    assertEquals(1, capitals.body().path("totalResults").asInt());
    refused(401, "", scim.get("/Users", "Authorization", "Bearer nobody"));
    assertEquals(200, scim.get("/Groups").status());
  }

  @Test
  void membersAreThere() {
    String ada = scim.createUser("ada").id();
    String stranger = "{\"value\":\"nobody\"}";
    String group = "{\"schemas\":[\"" + GROUP + "\"],\"displayName\":\"T\",\"members\":[%s]}";
    refused(400, "invalidValue", scim.post("/Groups", group.formatted(stranger)));
    assertEquals(0, scim.get("/Groups").body().path("totalResults").asInt());
    Answer made = scim.post("/Groups", group.formatted("{\"value\":\"" + ada + "\"}"));
    assertEquals(201, made.status());
    String path = "/Groups/" + made.id();
    String add = "[{\"op\":\"add\",\"path\":\"members\",\"value\":[" + stranger + "]}]";
    refused(400, "invalidValue", scim.patch(path, add));
    refused(400, "invalidValue", scim.send("PUT", path, group.formatted(stranger)));
    assertEquals(1, scim.get(path).body().path("members").size());
    assertEquals(204, scim.send("DELETE", "/Users/" + ada, null).status());
    refused(400, "invalidValue", scim.patch(path, add.replace("nobody", ada)));
  }

  /** A client that sends valid JSON is not told that it cannot be read. */
  @Test
  void aLimitOfTheBodyIsNamed() {
    for (String value :
        List.of("[".repeat(40) + "]".repeat(40), "\"" + "x".repeat(70_000) + "\"")) {
      Answer refused = scim.post("/Users", "{\"userName\":\"ada\",\"title\":" + value + "}");
      refused(400, "invalidSyntax", refused);
      String detail = refused.body().path("detail").asText();
      assertTrue(detail.contains("a depth of 32, a text of 64 KiB"), detail);
    }
  }

  @Test
  void aHeadSaysHowLongTheBodyWouldBe() {
    String ada = "/Users/" + scim.createUser("ada").id();
    String length = scim.get(ada).header("Content-Length");
    assertEquals(scim.get(ada).http().body().length(), Integer.parseInt(String.valueOf(length)));
    assertEquals(length, scim.send("HEAD", ada, null).header("Content-Length"));
  }

  @Test
  void theTypeOfAMemberIsWhatItIs() {
    String ada = scim.createUser("ada").id();
    String inner = scim.post("/Groups", "{\"displayName\":\"Inner\"}").id();
    String member = "{\"value\":\"%s\",\"type\":\"%s\"}";
    for (String type : List.of("User", "user", "direct", "")) {
      Answer made =
          scim.post(
              "/Groups",
              "{\"displayName\":\"T\",\"members\":[%s]}".formatted(member.formatted(ada, type)));
      assertEquals(201, made.status(), made::toString);
      var shown = made.body().path("members").path(0);
      assertEquals("User", shown.path("type").asText(), shown::toString);
      assertTrue(shown.path("$ref").asText().endsWith("/Users/" + ada), shown::toString);
    }
    String team = scim.post("/Groups", "{\"displayName\":\"Team\"}").id();
    String add = "[{\"op\":\"add\",\"path\":\"members\",\"value\":[%s]}]";
    refused(
        400,
        "invalidValue",
        scim.patch("/Groups/" + team, add.formatted(member.formatted(ada, "Group"))));
    refused(
        400,
        "invalidValue",
        scim.patch("/Groups/" + team, add.formatted(member.formatted(inner, "User"))));
    String put =
        "{\"displayName\":\"Team\",\"members\":[%s]}".formatted(member.formatted(inner, "user"));
    refused(400, "invalidValue", scim.send("PUT", "/Groups/" + team, put));
    assertEquals(0, scim.get("/Groups/" + team).body().path("members").size());
  }

  /** Memberships are rows and no part of bodies: what is asked about them is never just false. */
  @Test
  void filtersAskAboutMemberships() {
    String ada = scim.createUser("ada").id();
    String bob = scim.createUser("bob").id();
    scim.patch("/Users/" + ada, "[{\"op\":\"add\",\"path\":\"title\",\"value\":\"Boss\"}]");
    String group = "{\"displayName\":\"%s\",\"members\":[%s]}";
    String both = "{\"value\":\"%s\"},{\"value\":\"%s\"}".formatted(ada, bob);
    String team = scim.post("/Groups", group.formatted("Team", both)).id();
    scim.post("/Groups", group.formatted("Outer", "{\"value\":\"" + team + "\"}"));
    scim.createUser("eve");

    assertEquals(2, found("/Users", "groups.display eq \"TEAM\""));
    assertEquals(2, found("/Users", "groups[display sw \"te\" and value eq \"" + team + "\"]"));
    assertEquals(0, found("/Users", "groups[display eq \"Outer\"]"));
    assertEquals(2, found("/Users", "groups pr"));
    assertEquals(1, found("/Users", "groups.value eq \"" + team + "\" and title eq \"boss\""));
    assertEquals(1, found("/Users", "title pr and not (groups.display eq \"Outer\")"));
    assertEquals(1, found("/Groups", "members.type eq \"group\""));
    assertEquals(1, found("/Groups", "members[type eq \"User\" and value eq \"" + bob + "\"]"));
    assertEquals(0, found("/Groups", "members[type eq \"Group\" and value eq \"" + bob + "\"]"));
    assertEquals(2, found("/Groups", "members.value pr"));
    for (String filter : List.of("groups.type eq \"direct\"", "groups pr or title eq \"Boss\"")) {
      refused(400, "invalidFilter", scim.get("/Users?filter=" + encoded(filter)));
    }
    String display = "not (title pr and members.display co \"a\")";
    refused(400, "invalidFilter", scim.get("/Groups?filter=" + encoded(display)));
  }

  /** RFC 7644, 3.4.2.2: times compare by their place in time. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          meta.created gt "2020-01-01T00:00:00Z"                                    | 1
          meta.created gt "2020-01-01T00:00:00"                                     | 1
          META.lastModified lt "2020-01-01T01:00:00+02:00"                          | 0
          meta.created ne "2020-01-01T00:00:00.5Z"                                  | 1
          title pr and meta.created ge "2020-01-01T00:00:00Z"                       | 0
          userName co "d" and name.familyName pr or meta.created lt "9999-01-01T00:00:00Z" | 1
          meta.created lt "nonsense"                                                | -1
          meta.created gt "2020-01-01"                                              | -1
          meta.lastModified eq 5                                                    | -1
          title pr or not (meta.created le "soon")                                  | -1
          urn:ietf:params:scim:schemas:core:2.0:User:meta.created le "soon"         | -1
          """)
  void timesInFiltersAreTimes(String filter, int found) {
    scim.createUser("dora");
    if (found < 0) {
      refused(400, "invalidFilter", scim.get("/Users?filter=" + encoded(filter)));
    } else {
      assertEquals(found, found("/Users", filter));
    }
  }

  private int found(String path, String filter) {
    Answer answer = scim.get(path + "?filter=" + encoded(filter));
    assertEquals(200, answer.status(), () -> filter + ": " + answer.body());
    return answer.body().path("totalResults").asInt();
  }

  private static String encoded(String filter) {
    return URLEncoder.encode(filter, StandardCharsets.UTF_8);
  }

  /** An answer says of every user whether they are active, as filters find them. */
  @Test
  void aUserIsActiveUnlessSaidOtherwise() {
    Answer ada = scim.createUser("ada");
    assertTrue(ada.body().path("active").asBoolean());
    String path = "/Users/" + ada.id();
    String inactive = "[{\"op\":\"replace\",\"path\":\"active\",\"value\":false}]";
    assertFalse(scim.patch(path, inactive).body().path("active").asBoolean(true));
    assertEquals(0, found("/Users", "active eq true"));
    assertTrue(scim.send("PUT", path, "{\"userName\":\"ada\"}").body().path("active").asBoolean());
    assertEquals(1, found("/Users", "active eq true and active pr"));
  }

  /** RFC 7643, 2.4; RFC 7644, 3.5.2.1: who becomes primary stays one value. */
  @Test
  void anAddOfThePrimaryValueThatIsThereChangesNothing() {
    String path = "/Users/" + scim.createUser("ada").id();
    String add =
        "[{\"op\":\"add\",\"path\":\"emails\",\"value\":[{\"value\":\"a@example.com\",\"primary\":%s}]}]";
    scim.patch(path, add.formatted("false"));
    Answer first = scim.patch(path, add.formatted("true"));
    assertEquals(2, first.body().path("emails").size(), first.body()::toString);
    assertTrue(first.body().at("/emails/1/primary").asBoolean());
    assertEquals("W/\"3\"", first.header("ETag"));
    assertEquals("W/\"3\"", scim.patch(path, add.formatted("true")).header("ETag"));
  }

  @Test
  void whatIsNotThereOrCannotBeReadIsSaid() {
    String path = "/Users/" + scim.createUser("ada").id();
    for (String op : List.of("add", "replace")) {
      String nothing = "[{\"op\":\"" + op + "\",\"path\":\"title\"}]";
      refused(400, "invalidValue", scim.patch(path, nothing));
    }
    refused(404, "", scim.get("/ResourceTypes/Nobody"));
    refused(404, "", scim.get("/Schemas/urn:nobody"));
  }

  @Test
  void aSearchFromTheRootFindsAllTypes() {
    scim.createUser("ada");
    scim.createUser("bob");
    scim.post("/Groups", "{\"schemas\":[\"" + GROUP + "\"],\"displayName\":\"ada\"}");
    String search = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"]%s}";
    Answer all = scim.post("/.search", search.formatted(""));
    assertEquals(200, all.status(), () -> all.body().toString());
    assertEquals(3, all.body().path("totalResults").asInt());
    Answer page = scim.post("/.search", search.formatted(",\"startIndex\":2,\"count\":2"));
    assertEquals("bob", page.body().path("Resources").path(0).path("userName").asText());
    assertEquals("ada", page.body().path("Resources").path(1).path("displayName").asText());
    assertEquals(2, page.body().path("itemsPerPage").asInt());
    Answer one =
        scim.post("/.search", search.formatted(",\"filter\":\"displayName eq \\\"ada\\\"\""));
    assertEquals(1, one.body().path("totalResults").asInt());
    refused(400, "invalidFilter", scim.post("/.search", search.formatted(",\"filter\":\"x\"")));
    refused(405, "", scim.get("/.search"));
  }

  @Test
  void errorsHaveOneShape() {
    refused(404, "", scim.get("/Nothing"));
    refused(404, "", scim.get("/Users/a/b"));
    refused(405, "", scim.send("DELETE", "/Users", null));
    refused(405, "", scim.send("PUT", "/Bulk", "{}"));
    refused(415, "", scim.post("/Users", "{}", "Content-Type", "application/xml"));
    refused(400, "invalidSyntax", scim.post("/Users", "{"));
    refused(400, "invalidSyntax", scim.post("/Users", "[]"));
    refused(400, "invalidSyntax", scim.post("/Users", "{} {}"));
    refused(501, "", scim.get("/Me"));
  }

  @Test
  void bothMediaTypesAreTaken() {
    String body =
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"%s\"}";
    for (String type :
        List.of(
            "application/json", "application/scim+json; charset=utf-8", "Application/SCIM+JSON")) {
      Answer answer = scim.post("/Users", body.formatted(type.length()), "Content-Type", type);
      assertEquals(201, answer.status(), type);
    }
  }

  @Test
  void namesHaveNoCaseAndProjectionsCombine() {
    Answer created =
        scim.post(
            "/Users",
            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"USERNAME\":\"ada\",\"NickName\":\"A\"}");
    assertEquals(201, created.status(), () -> created.body().toString());
    assertEquals("ada", created.body().path("userName").asText());
    assertEquals("A", created.body().path("nickName").asText());
    String path = "/Users/" + created.id();
    assertFalse(scim.get(path + "?excludedAttributes=NICKNAME").body().has("nickName"));
    assertTrue(scim.get(path + "?attributes=nickname").body().has("nickName"));
    assertTrue(scim.get(path + "?excludedAttributes=id").body().has("id"));
  }

  @Test
  void namesHaveNoCaseInPatchAndBulk() {
    String path = "/Users/" + scim.createUser("ada").id();
    Answer patched =
        scim.patch(
            path,
            "[{\"op\":\"replace\",\"value\":{\"NICKNAME\":\"A\",\"Name\":{\"FAMILYNAME\":\"King\"},\"name.GIVENNAME\":\"Ada\"}},"
                + "{\"op\":\"add\",\"path\":\"EMAILS\",\"value\":[{\"VALUE\":\"a@example.com\",\"Type\":\"work\"}]},{\"op\":\"replace\",\"path\":\"DisplayName\",\"value\":\"Ada"
                + " K\"}]");
    assertEquals(200, patched.status(), () -> patched.body().toString());
    assertEquals("A", patched.body().path("nickName").asText());
    assertEquals("King", patched.body().at("/name/familyName").asText());
    assertEquals("Ada", patched.body().at("/name/givenName").asText());
    assertEquals("a@example.com", patched.body().at("/emails/1/value").asText());
    assertEquals("Ada K", patched.body().path("displayName").asText());
    Answer bulk =
        scim.post(
            "/Bulk",
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":["
                + "{\"method\":\"POST\",\"path\":\"/Groups\",\"bulkId\":\"g\",\"data\":{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"DISPLAYNAME\":\"T\"}},"
                + "{\"method\":\"PATCH\",\"path\":\"%s\",\"data\":{\"Operations\":[{\"op\":\"replace\",\"value\":{\"NickName\":\"B\"}}]}}]}"
                    .formatted(path));
    assertEquals("201", bulk.body().at("/Operations/0/status").textValue(), bulk::toString);
    assertEquals("200", bulk.body().at("/Operations/1/status").textValue(), bulk::toString);
    assertEquals("B", scim.get(path).body().path("nickName").asText());
    assertEquals(
        1,
        scim.get("/Groups?filter=displayName%20eq%20%22T%22").body().path("totalResults").asInt());
  }

  @Test
  void addingAValueTwiceKeepsOne() {
    String path = "/Users/" + scim.createUser("ada").id();
    String add =
        "[{\"op\":\"add\",\"path\":\"emails\",\"value\":[{\"value\":\"b@example.com\",\"type\":\"home\"}]}]";
    assertEquals(200, scim.patch(path, add).status());
    Answer twice = scim.patch(path, add);
    assertEquals(2, twice.body().path("emails").size(), () -> twice.body().toString());
  }

  @Test
  void whatIsTakenAwayAndPutBackIsNoChange() {
    Answer created = scim.createUser("ada@example.com");
    Answer patched =
        scim.patch(
            "/Users/" + created.id(),
            "[{\"op\":\"remove\",\"path\":\"name\"},{\"op\":\"add\",\"value\":"
                + "{\"name\":{\"familyName\":\"B\",\"givenName\":\"A\"}}}]");
    assertEquals(200, patched.status());
    assertEquals(created.body(), patched.body());
  }

  @Test
  void toRemoveAPartOfNothingIsNoChange() {
    Answer created = scim.post("/Users", "{\"userName\":\"ada\"}");
    String remove = "[{\"op\":\"remove\",\"path\":\"name.familyName\"}]";
    String there =
        "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"x\"},"
            + "{\"op\":\"remove\",\"path\":\"name.familyName\"},"
            + "{\"op\":\"remove\",\"path\":\"title\"}]";
    for (String operations : List.of(remove, there)) {
      Answer patched = scim.patch("/Users/" + created.id(), operations);
      assertEquals(200, patched.status());
      assertEquals(created.body(), patched.body());
    }
  }

  @Test
  void aFilteredPathThatSelectsNothingIsNoTarget() {
    String path = "/Users/" + scim.createUser("ada").id();
    refused(
        400,
        "noTarget",
        scim.patch(
            path,
            "[{\"op\":\"replace\",\"path\":\"emails[type eq"
                + " \\\"none\\\"].value\",\"value\":\"x\"}]"));
  }

  @Test
  void aNewPrimaryTakesTheOldOnesPlace() {
    String path = "/Users/" + scim.createUser("ada").id();
    Answer patched =
        scim.patch(
            path,
            "[{\"op\":\"add\",\"path\":\"emails\",\"value\":[{\"value\":\"b@example.com\",\"type\":\"home\",\"primary\":true}]}]");
    assertEquals(200, patched.status(), () -> patched.body().toString());
    int primaries = 0;
    for (var each : patched.body().path("emails")) {
      primaries += each.path("primary").asBoolean() ? 1 : 0;
    }
    assertEquals(1, primaries, () -> patched.body().toString());
  }

  @Test
  void sortingPutsMissingValuesSomewhereAndLosesNone() {
    for (String name : List.of("b", "a", "c")) {
      scim.createUser(name);
    }
    Answer sorted = scim.get("/Users?sortBy=displayName");
    assertEquals(200, sorted.status());
    assertEquals(3, sorted.body().path("Resources").size());
  }
}
