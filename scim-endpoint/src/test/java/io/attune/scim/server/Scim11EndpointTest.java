package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.scim.server.ServedEndpoint.Answer;
import io.attune.store.StoreKind;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** SCIM 1.1 as Okta's older connectors speak it, over real HTTP. */
@ParameterizedClass
@EnumSource(StoreKind.class)
class Scim11EndpointTest {
  private static final String CORE = "urn:scim:schemas:core:1.0";
  private static final String ENTERPRISE = "urn:scim:schemas:extension:enterprise:1.0";

  @Parameter StoreKind kind = StoreKind.SQLITE;
  ServedEndpoint scim;

  @BeforeEach
  void serve(@TempDir Path folder) throws IOException {
    scim = ServedEndpoint.over(kind.open(folder)).version("v1");
  }

  @AfterEach
  void stop() {
    scim.close();
  }

  Answer create(String userName) {
    return scim.post(
        "/Users",
        "{\"schemas\":[\""
            + CORE
            + "\",\""
            + ENTERPRISE
            + "\"],\"userName\":\""
            + userName
            + "\",\"name\":{\"givenName\":\"A\",\"familyName\":\"B\"},\"active\":true,\""
            + ENTERPRISE
            + "\":{\"department\":\"R\",\"manager\":{\"managerId\":\"m1\"}}}",
        "Content-Type",
        "application/json");
  }

  @Test
  void speaksTheOlderShapes() {
    Answer created = create("ada");
    assertEquals(201, created.status(), () -> created.body().toString());
    assertEquals(CORE, created.body().path("schemas").path(0).asText());
    assertEquals("R", created.body().path(ENTERPRISE).path("department").asText());
    assertEquals("m1", created.body().path(ENTERPRISE).path("manager").path("managerId").asText());
    assertFalse(created.body().path("meta").has("resourceType"));
    assertTrue(String.valueOf(created.header("Location")).contains("/scim/v1/Users/"));
    Answer list = scim.get("/Users?filter=userName%20eq%20%22ada%22&startIndex=1&count=100");
    assertEquals(1, list.body().path("totalResults").asInt());
    assertEquals("ada", list.body().path("Resources").path(0).path("userName").asText());
  }

  @Test
  void patchesPartialResources() {
    String path = "/Users/" + create("ada").id();
    Answer off = scim.send("PATCH", path, "{\"schemas\":[\"" + CORE + "\"],\"active\":false}");
    assertEquals(200, off.status(), () -> off.body().toString());
    assertFalse(off.body().path("active").asBoolean(true));
    Answer removed =
        scim.send(
            "PATCH", path, "{\"schemas\":[\"" + CORE + "\"],\"meta\":{\"attributes\":[\"name\"]}}");
    assertFalse(removed.body().has("name"));
  }

  @Test
  void membersGoWhereTheySayDelete() {
    String ada = create("ada").id();
    Answer group = scim.post("/Groups", "{\"schemas\":[\"" + CORE + "\"],\"displayName\":\"T\"}");
    assertEquals(201, group.status(), () -> group.body().toString());
    String path = "/Groups/" + group.id();
    String member = "{\"schemas\":[\"" + CORE + "\"],\"members\":[{\"value\":\"" + ada + "\"%s}]}";
    assertEquals(204, scim.send("PATCH", path, member.formatted("")).status());
    assertEquals(1, scim.get(path).body().path("members").size());
    assertEquals(
        204, scim.send("PATCH", path, member.formatted(",\"operation\":\"delete\"")).status());
    assertEquals(0, scim.get(path).body().path("members").size());
  }

  @Test
  void groupsKeepTheDescriptionThatOktaSends() {
    String okta = "urn:okta:custom:group:1.0";
    Answer group =
        scim.post(
            "/Groups",
            "{\"schemas\":[\"%s\",\"%s\"],\"displayName\":\"T\",\"%s\":{\"description\":\"D\"}}"
                .formatted(CORE, okta, okta));
    assertEquals(201, group.status(), () -> group.body().toString());
    Answer read = scim.get("/Groups/" + group.id());
    assertEquals("D", read.body().path(okta).path("description").asText());
    assertTrue(read.body().path("schemas").toString().contains(okta));
  }

  @Test
  void errorsHaveTheOlderShape() {
    Answer missing = scim.get("/Users/nobody");
    assertEquals(404, missing.status());
    assertEquals("404", missing.body().path("Errors").path(0).path("code").asText());
    Answer unknown = scim.send("GET", "/Users", null, "Authorization", "Bearer x");
    assertEquals("401", unknown.body().path("Errors").path(0).path("code").asText());
    Answer typed = scim.post("/Users", "{}", "Content-Type", "text/plain");
    assertEquals("415", typed.body().path("Errors").path(0).path("code").asText());
    create("ada");
    assertEquals(409, create("ADA").status());
  }

  @Test
  void describesItself() {
    Answer config = scim.get("/ServiceProviderConfigs");
    assertTrue(config.body().path("patch").path("supported").asBoolean());
    assertFalse(config.body().path("xmlDataFormat").path("supported").asBoolean(true));
    assertEquals(CORE + ":User", scim.get("/Schemas/" + CORE + ":User").body().path("id").asText());
    assertEquals(2, scim.get("/Schemas").body().path("totalResults").asInt());
  }
}
