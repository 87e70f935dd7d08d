package io.attune.scim.server;

import static io.attune.scim.server.ProtocolRulesTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.scim.server.ServedEndpoint.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What attackers try on SCIM services, and every limit, exceeded. Source: trust, 4. */
class AttacksTest {
  private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

  ServedEndpoint scim;

  @BeforeEach
  void serve(@TempDir Path folder) throws IOException {
    scim = ServedEndpoint.over(folder);
  }

  @AfterEach
  void stop() {
    scim.close();
  }

  Answer create(String attributes) {
    return scim.post("/Users", "{\"schemas\":[\"" + USER + "\"]," + attributes + "}");
  }

  @Test
  void theIdInTheBodyDoesNotChooseTheResource() {
    String ada = scim.createUser("ada").id();
    String bob = scim.createUser("bob").id();
    String put = "{\"schemas\":[\"" + USER + "\"],\"id\":\"" + bob + "\",\"userName\":\"eve\"}";
    refused(400, "mutability", scim.send("PUT", "/Users/" + ada, put));
    refused(
        400,
        "mutability",
        scim.patch("/Users/" + ada, "[{\"op\":\"replace\",\"value\":{\"id\":\"" + bob + "\"}}]"));
    assertEquals("bob", scim.get("/Users/" + bob).body().path("userName").asText());
    Answer chosen = create("\"userName\":\"cy\",\"id\":\"" + ada + "\"");
    assertNotEquals(ada, chosen.id());
    assertEquals("ada", scim.get("/Users/" + ada).body().path("userName").asText());
  }

  @Test
  void whatTheServerWritesCannotBeAssigned() {
    Answer group =
        scim.post(
            "/Groups",
            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"Admins\"}");
    String groups = "\"groups\":[{\"value\":\"" + group.id() + "\"}]";
    Answer created =
        create(
            "\"userName\":\"eve\",\"meta\":{\"created\":\"2001-01-01T00:00:00Z\",\"version\":\"W/\\\"99\\\"\"},"
                + groups);
    assertEquals(201, created.status(), () -> created.body().toString());
    String path = "/Users/" + created.id();
    assertFalse(scim.get(path).body().has("groups"));
    assertFalse(scim.get(path).body().path("meta").path("created").asText().startsWith("2001"));
    assertEquals("W/\"1\"", scim.get(path).header("ETag"));
    for (String attribute : List.of("groups", "meta", "id", "schemas")) {
      refused(
          400,
          "mutability",
          scim.patch(path, "[{\"op\":\"add\",\"path\":\"" + attribute + "\",\"value\":\"x\"}]"));
    }
    refused(400, "mutability", scim.patch(path, "[{\"op\":\"add\",\"value\":{" + groups + "}}]"));
    assertTrue(scim.get("/Groups/" + group.id()).body().path("members").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password eq \"s3cret\"",
        "PASSWORD sw \"s\"",
        "password pr",
        "not (password pr)",
        "userName pr and password co \"s\"",
        "urn:ietf:params:scim:schemas:core:2.0:User:password pr"
      })
  void nothingCanBeAskedAboutAPassword(String filter) {
    create("\"userName\":\"ada\",\"password\":\"s3cret\"");
    Answer answer = scim.get("/Users?filter=" + ScimEndpointTest.encoded(filter));
    refused(400, "invalidFilter", answer);
    assertFalse(answer.body().toString().contains("s3cret"));
    Answer sorted = scim.get("/Users?sortBy=password");
    assertEquals(400, sorted.status());
    Answer asked = scim.get("/Users?attributes=password");
    assertFalse(asked.body().toString().contains("s3cret"));
  }

  @Test
  void anExternalIdIsNoId() {
    String ada = scim.createUser("ada").id();
    Answer eve = create("\"userName\":\"eve\",\"externalId\":\"" + ada + "\"");
    assertEquals(201, eve.status());
    assertEquals("ada", scim.get("/Users/" + ada).body().path("userName").asText());
    create("\"userName\":\"cy\",\"externalId\":\"ext-1\"");
    refused(404, "", scim.get("/Users/ext-1"));
    refused(404, "", scim.send("DELETE", "/Users/ext-1", null));
  }

  @Test
  void everyLimitOfAFilter() {
    String atMost = "userName eq \"" + "x".repeat(4096 - 14) + "\"";
    assertEquals(4096, atMost.length());
    assertEquals(200, search(atMost).status());
    refused(400, "invalidFilter", search(atMost.replace("xx\"", "xxx\"")));
    String deep = "(".repeat(20) + "id pr" + ")".repeat(20);
    assertEquals(200, search(deep).status());
    refused(400, "invalidFilter", search("(" + deep + ")"));
    String many = "id pr" + " or id pr".repeat(99);
    assertEquals(200, search(many).status());
    refused(400, "invalidFilter", search(many + " or id pr"));
    refused(400, "", search("(".repeat(4000)));
  }

  private Answer search(String filter) {
    return scim.post(
        "/Users/.search", "{\"filter\":\"" + filter.replace("\"", "\\\"") + "\",\"count\":1}");
  }

  @Test
  void everyLimitOfABody() {
    refused(413, "", create("\"userName\":\"" + "x".repeat(1 << 20) + "\""));
    refused(400, "invalidSyntax", create("\"title\":\"" + "x".repeat((64 << 10) + 1) + "\""));
    refused(400, "invalidSyntax", create("\"" + "n".repeat(257) + "\":1"));
    refused(400, "invalidSyntax", create("\"title\":" + "1".repeat(65)));
    refused(400, "invalidSyntax", create("\"x\":" + "[".repeat(33) + "]".repeat(33)));
    refused(400, "invalidSyntax", create("\"x\":" + "{\"a\":".repeat(100_000)));
    refused(400, "invalidSyntax", create("\"userName\":\"a\",\"userName\":\"b\""));
    refused(400, "invalidSyntax", create("\"userName\":\"a\",\"username\":\"b\""));
    refused(400, "invalidSyntax", create("\"name\":{\"givenName\":\"a\",\"GIVENNAME\":\"b\"}"));
    assertEquals(0, scim.get("/Users").body().path("totalResults").asInt());
  }

  @Test
  void everyLimitOfABulkRequest() {
    String operation = "{\"method\":\"DELETE\",\"path\":\"/Users/x\"}";
    String many =
        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],"
            + "\"Operations\":["
            + operation
            + ("," + operation).repeat(1000)
            + "]}";
    refused(413, "", scim.post("/Bulk", many));
    refused(413, "", scim.post("/Bulk", "{\"x\":\"" + "y".repeat(2 << 20) + "\"}"));
    assertEquals(400, scim.post("/Bulk", "{\"x\":\"" + "y".repeat(1 << 20) + "\"}").status());
  }

  @Test
  void thePageIsBounded() {
    Answer config = scim.get("/ServiceProviderConfig");
    assertEquals(1000, config.body().path("filter").path("maxResults").asInt());
    assertEquals(1000, config.body().path("bulk").path("maxOperations").asInt());
    assertEquals(2 << 20, config.body().path("bulk").path("maxPayloadSize").asInt());
    assertEquals(200, scim.get("/Users?count=1000000").status());
    assertEquals(0, scim.get("/Users?count=-5").body().path("Resources").size());
    assertEquals(1, scim.get("/Users?startIndex=-5").body().path("startIndex").asInt());
  }

  /** The status line that raw bytes are answered with; empty if the connection is closed. */
  private String raw(String request) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(scim.base()).getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      String answer = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
      return answer;
    }
  }

  private String rawGet(String path) throws IOException {
    return raw(
        "GET "
            + path
            + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
            + ServedEndpoint.TOKEN
            + "\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/scim/v2/%2e%2e/%2e%2e/etc/passwd",
        "/scim/v2/../../metrics/x",
        "//scim//v2//Users",
        "/scim/v2/Users%2f1",
        "/scim/v2/Users/..%2f..%2fBulk",
        "/scim/v2;x=y/Users/%00"
      })
  void tricksWithPathsLeadNowhere(String path) throws IOException {
    assertTrue(rawGet(path).matches("HTTP/1.1 40[04]"), () -> path);
  }

  @Test
  void requestsThatTwoServersWouldReadDifferentlyAreRefused() throws IOException {
    String head = "POST /scim/v2/Users HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    String chunked = "Transfer-Encoding: chunked\r\n";
    assertEquals("HTTP/1.1 400", raw(head + "Content-Length: 3\r\n" + chunked + "\r\n0\r\n\r\n"));
    assertEquals("HTTP/1.1 400", raw(head + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc"));
    assertEquals("HTTP/1.1 400", raw(head + "Content-Length : 3\r\n\r\nabc"));
    assertEquals("HTTP/1.1 400", raw("GET /health/live HTTP/1.1\r\n\r\n"));
    String twice = "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n";
    assertEquals("HTTP/1.1 400", raw(head + twice + "Content-Length: 0\r\n\r\n"));
    assertEquals("HTTP/1.1 431", raw(head + "X: " + "y".repeat(100_000) + "\r\n\r\n"));
  }

  /** One byte that begins no character would be stored as a character that nobody sent. */
  @ParameterizedTest
  @CsvSource({"\u00fc, 400", "\u00c3\u00bc, 201"})
  void aBodyIsUtf8(String bytes, int status) throws IOException {
    String body = "{\"userName\":\"" + bytes + "\"}";
    String head =
        "POST /scim/v2/Users HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
            + ServedEndpoint.TOKEN
            + "\r\nContent-Type: application/scim+json\r\nContent-Length: ";
    assertEquals("HTTP/1.1 " + status, raw(head + body.length() + "\r\n\r\n" + body));
  }
}
