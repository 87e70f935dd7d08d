package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.scim.server.ServedEndpoint.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever refuses a request, and wherever: one shape, and nothing of the request in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {
  private static final String MARK = "c4nary";

  private ServedEndpoint scim;

  @BeforeAll
  void serve(@TempDir Path folder) throws IOException {
    scim = ServedEndpoint.over(folder);
    scim.createUser("ada");
  }

  @AfterAll
  void stop() {
    scim.close();
  }

  /** All that is answered to raw bytes until the connection is closed. */
  private String raw(String request) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(scim.base()).getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void isRefusal(String answer, int status) throws IOException {
    JsonNode body = refusal(answer, status);
    assertEquals(Refusal.ERROR, body.at("/schemas/0").asText());
    assertEquals(Integer.toString(status), body.path("status").textValue());
    assertFalse(body.path("detail").asText().isBlank());
  }

  private static void isRefusalOfScim11(String answer, int status) throws IOException {
    JsonNode body = refusal(answer, status);
    assertEquals(2, body.size());
    assertEquals(Integer.toString(status), body.at("/Errors/0/code").textValue());
    assertFalse(body.at("/Errors/0/description").asText().isBlank());
    assertEquals(body.at("/Errors/0/description"), body.path("detail"));
  }

  private static JsonNode refusal(String answer, int status) throws IOException {
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    String[] parts = answer.split("\r\n\r\n", 2);
    assertTrue(parts[0].contains("Content-Type: application/scim+json"), answer);
    String lower = answer.toLowerCase(Locale.ROOT);
    for (String unwanted : new String[] {MARK, "jetty", "server:", "exception", "\tat ", "<html"}) {
      assertFalse(lower.contains(unwanted), answer);
    }
    return new ObjectMapper().readTree(parts[1]);
  }

  private String get(String path) throws IOException {
    String headers =
        " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
            + ServedEndpoint.TOKEN
            + "\r\n\r\n";
    return raw("GET " + path + headers);
  }

  /** In the form of SCIM 1.1, where the HTTP server could read the path at all. */
  @ParameterizedTest
  @CsvSource({
    "/scim/v1/Users/c4nary%u0041, 400",
    "/scim/v1/Users/c4nary%c0%af, 400",
    "/scim/v1/Users/c4nary%2f1, 400",
    "/scim/v1/..%2fc4nary, 400",
    "/scim/v1/%2e%2e/c4nary, 400",
    "/scim/v1//Users/c4nary, 400",
    "/apps/c4nary/scim/v1//Users, 400",
    "/scim/v1/Users?filter=c4nary%zz, 400",
    "/scim/v1/c4nary, 404",
  })
  void aPathOfTheOlderVersionThatLeadsNowhere(String path, int status) throws IOException {
    isRefusalOfScim11(get(path), status);
  }

  @ParameterizedTest
  @CsvSource({
    "/scim/v2/Users/c4nary%00, 400",
    "/scim/v1/Users/c4nary%00, 400",
    "/scim/v2/Users/c4nary%zz, 400",
    "/scim/v2/Users/c4nary%, 400",
    "/scim/v2/Users/c4nary%u0041, 400",
    "/scim/v2/Users/c4nary%c0%af, 400",
    "/scim/v2/Users/c4nary\u00ff, 400",
    "/scim/v2/Users/c4nary b, 400",
    "/scim/v2/Users/c4nary%2f1, 400",
    "/scim/v2/Users/..%2f..%2fc4nary, 400",
    "/scim/v2/%2e%2e/c4nary, 400",
    "/scim/v2/../c4nary, 404",
    "/scim/v2/../../../c4nary, 400",
    "//c4nary//scim//v2//Users, 400",
    "/scim/v2//Users/c4nary, 400",
    "http://[c4nary/scim, 400",
    "/scim/v2/Users?filter=c4nary%zz, 400",
    "/scim/v2/Users?filter=c4nary%c0%af, 400",
    "/scim/v2/Users?filter=c4nary%00, 400",
    "/c4nary, 404",
    "/scim/v2/c4nary, 404",
    "/apps/c4nary/scim/v2/Users, 404",
  })
  void aPathThatLeadsNowhere(String path, int status) throws IOException {
    isRefusal(get(path), status);
  }

  @ParameterizedTest
  @CsvSource({
    "'C4NARY', 400",
    "'GET /c4nary HTTP/9.9|Host: x', 505",
    "'GET /c4nary HTTP/1.1', 400",
    "'GET / HTTP/1.1|Host: c4nary|C4nary Header: 1', 400",
    "'GET / HTTP/1.1|Host: x|Host: c4nary', 400",
    "'POST / HTTP/1.1|Host: x|Content-Length: 3|Transfer-Encoding: chunked', 400",
    "'POST / HTTP/1.1|Host: x|Content-Length: c4nary', 400",
    "'POST / HTTP/1.1|Host: x|Connection: close|Expect: c4nary|Content-Length: 0', 417",
  })
  void whatIsNoHttp(String lines, int status) throws IOException {
    isRefusal(raw(lines.replace("|", "\r\n") + "\r\n\r\n"), status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /", "GET / HTTP/1.1\r\nHost: x\r\nX: "})
  void whatIsTooLong(String start) throws IOException {
    String long100k = MARK + "x".repeat(100_000);
    boolean isAddress = start.equals("GET /");
    String rest = isAddress ? " HTTP/1.1\r\nHost: x\r\n\r\n" : "\r\n\r\n";
    isRefusal(raw(start + long100k + rest), isAddress ? 414 : 431);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"userName\":5",
        "\"userName\":\"x\",\"active\":\"c4nary\"",
        "\"userName\":\"x\",\"name\":\"c4nary\"",
        "\"userName\":\"x\",\"name\":{\"familyName\":{\"c4nary\":1}}",
        "\"userName\":\"x\",\"emails\":\"c4nary\"",
        "\"userName\":\"x\",\"emails\":[\"c4nary\"]",
        "\"userName\":\"x\",\"emails\":[{\"value\":{\"c4nary\":1}}]",
        "\"userName\":\"x\",\"emails\":[{\"value\":\"c4nary\",\"primary\":\"c4nary\"}]",
        "\"userName\":\"x\",\"emails\":[{\"value\":\"c4nary\",\"primary\":true},"
            + "{\"value\":\"b\",\"primary\":true}]",
        "\"userName\":\"x\",\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\":"
            + "{\"department\":{\"c4nary\":1}}",
        "\"displayName\":\"c4nary\"",
        "\"userName\":\"ada\",\"displayName\":\"c4nary\"",
        "\"userName\":\"x\",\"title\":\"c4nary\",\"TITLE\":\"c4nary\"",
        "\"userName\":\"x\",\"title\":\"c4nary"
      })
  void noRefusalOfABodyRepeatsAValue(String attributes) {
    String body = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"]," + attributes;
    refusedInOurWords(scim.post("/Users", body + "}"));
    String operation = "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"b\",\"data\":";
    Answer bulk = scim.post("/Bulk", "{\"Operations\":[" + operation + body + "}}]}");
    assertFalse(bulk.body().toString().contains(MARK), () -> bulk.body().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"op\":\"add\",\"path\":\"emails[type eq \\\"c4nary\\\" or value pr].value\",\"value\":1}",
        "{\"op\":\"replace\",\"path\":\"emails[value eq \\\"c4nary\\\"].type\",\"value\":\"x\"}",
        "{\"op\":\"replace\",\"path\":\"emails[value eq c4nary\",\"value\":\"x\"}",
        "{\"op\":\"replace\",\"path\":\"active\",\"value\":\"c4nary\"}",
        "{\"op\":\"replace\",\"path\":\"emails\",\"value\":\"c4nary\"}",
        "{\"op\":\"replace\",\"value\":\"c4nary\"}",
        "{\"op\":\"replace\",\"value\":{\"name\":\"c4nary\"}}",
        "{\"op\":\"c4nary\",\"path\":\"title\"}"
      })
  void noRefusalOfAPatchRepeatsAValue(String operation) {
    String id = scim.get("/Users").body().at("/Resources/0/id").asText();
    refusedInOurWords(scim.patch("/Users/" + id, "[" + operation + "]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "userName eq c4nary",
        "userName eq \"c4nary",
        "userName is \"c4nary\"",
        "(userName eq \"c4nary\"",
        "userName eq \"a\" c4nary",
        "emails[value eq \"c4nary\"",
        "userName gt {\"c4nary\":1}",
        "active gt \"c4nary\"",
        "password eq \"c4nary\""
      })
  void noRefusalOfAFilterRepeatsAValue(String filter) {
    refusedInOurWords(scim.get("/Users?filter=" + ScimEndpointTest.encoded(filter)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"startIndex=c4nary", "count=c4nary", "sortOrder=c4nary"})
  void noRefusalOfAParameterRepeatsAValue(String parameter) {
    refusedInOurWords(scim.get("/Users?" + parameter));
  }

  private static void refusedInOurWords(Answer answer) {
    String body = answer.body().toString();
    assertTrue(answer.status() == 400 || answer.status() == 409, () -> answer.status() + body);
    ProtocolRulesTest.refused(answer.status(), "", answer);
    assertFalse(answer.body().path("scimType").asText().isEmpty(), body);
    assertFalse(body.contains(MARK), body);
    assertFalse(answer.body().has("errors"), body);
  }
}
