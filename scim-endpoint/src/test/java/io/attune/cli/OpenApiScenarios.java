package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.attune.scim.server.EndpointVocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The OpenAPI description that is served says what the server answers, both ways. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiScenarios {
  private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
  private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
  private static final String MESSAGE = "urn:ietf:params:scim:api:messages:2.0:";
  private static final String RECORD =
      "{\"externalId\":\"new-1\",\"userName\":\"ada.quell@acme.example\",\"givenName\":\"Ada\","
          + "\"familyName\":\"Quell\",\"email\":\"ada.quell@acme.example\",\"costCode\":\"1234\","
          + "\"unit\":\"ENG-1\"}";

  private final SortedSet<String> answered = new TreeSet<>();
  private ServedFolder served;
  private Described described;

  @BeforeAll
  void serve(@TempDir Path temporary) throws IOException {
    Path acme = Path.of(System.getProperty("attune.root"), "examples", "acme");
    served = ServedFolder.start(temporary.resolve("data"), acme);
    described = new Described(send("nobody", "GET", "/openapi.json", null).is(200).text());
  }

  @AfterAll
  void stop() {
    served.close();
  }

  private ServedFolder.Answer send(
      String token, String method, String path, @Nullable String body) {
    return served.client().send(token, method, path, body);
  }

  /** Asks, and checks question and answer against the description. */
  private JsonNode ask(int status, String method, String path, @Nullable String body)
      throws IOException {
    ServedFolder.Answer answer = send(ServedFolder.Client.TOKEN, method, path, body).is(status);
    String operation = check(method, path, answer);
    if (status < 400) {
      described.checkRequest(operation, body);
    }
    if (status < 400 || status == 501) {
      answered.add(operation);
    }
    boolean isJson = answer.text().startsWith("{") && !path.endsWith("/plan");
    return isJson ? answer.body() : MissingNode.getInstance();
  }

  private String check(String method, String path, ServedFolder.Answer answer) throws IOException {
    String operation =
        described.find(method.toLowerCase(Locale.ROOT), path.replaceAll("\\?.*", ""));
    assertNotNull(operation, () -> method + " " + path);
    String type = answer.http().headers().firstValue("Content-Type").orElse("");
    described.checkAnswer(operation, answer.status(), type, answer.text());
    return operation;
  }

  @Test
  void itsParts() {
    described.checkSchemas();
    Set<String> ids = new HashSet<>();
    for (String operation : described.operations()) {
      JsonNode one = described.operation(operation);
      boolean isShared = operation.contains("/apps/{app}");
      assertTrue(isShared || ids.add(one.path("operationId").asText()), operation);
      Set<String> named = new HashSet<>();
      for (JsonNode parameter : one.path("parameters")) {
        JsonNode resolved = described.resolved(parameter);
        assertTrue(named.add(resolved.path("name").asText()), operation);
      }
      assertEquals(operation.contains("{id}"), named.contains("id"), operation);
    }
    List<JsonNode> references = described.document().findValues("$ref");
    assertFalse(references.isEmpty());
    for (JsonNode reference : references) {
      if (reference.isTextual()) { // and not a SCIM attribute of that name
        String at = reference.asText().substring(1);
        assertFalse(described.document().at(at).isMissingNode(), at);
      }
    }
  }

  /** One answer of each operation at least is as described; so each that is described is there. */
  @Test
  void everyOperationAnswersAsDescribed() throws IOException {
    for (String path : List.of("/health/live", "/health/ready", "/metrics", "/openapi.json")) {
      ask(200, "GET", path, null);
    }
    scim2("/scim/v2");
    scim2("/apps/acme_hr/scim/v2");
    scim1("/scim/v1");
    scim1("/apps/acme_hr/scim/v1");
    imports();
    assertEquals(described.operations(), answered);
  }

  private void scim2(String base) throws IOException {
    for (String path :
        List.of("/ServiceProviderConfig", "/ResourceTypes", "/Schemas", "/Users", "/Groups")) {
      ask(200, "GET", base + path, null);
    }
    ask(200, "GET", base + "/ResourceTypes/User", null);
    ask(200, "GET", base + "/Schemas/" + USER, null);
    ask(501, "GET", base + "/Me", null);
    String body = "{\"schemas\":[\"" + USER + "\"],\"userName\":\"%s\",\"active\":true}";
    String user = base + "/Users/" + id(ask(201, "POST", base + "/Users", body.formatted("ada")));
    ask(409, "POST", base + "/Users", body.formatted("ada"));
    ask(200, "GET", user, null);
    ask(200, "PUT", user, body.formatted("ada"));
    ask(200, "PATCH", user, patch("\"path\":\"displayName\",\"value\":\"Ada\""));
    String group =
        "{\"schemas\":[\""
            + GROUP
            + "\"],\"displayName\":\"Team\",\"members\":[{\"value\":\"%s\"}]}";
    String member = group.formatted(user.substring(user.lastIndexOf('/') + 1));
    String team = base + "/Groups/" + id(ask(201, "POST", base + "/Groups", member));
    ask(200, "GET", team, null);
    ask(200, "PUT", team, member);
    ask(204, "PATCH", team, patch("\"path\":\"members\",\"value\":[]"));
    ask(200, "PATCH", team, patch("\"path\":\"displayName\",\"value\":\"Crew\""));
    String search = "{\"schemas\":[\"" + MESSAGE + "SearchRequest\"],\"count\":2}";
    for (String path : List.of("/.search", "/Users/.search", "/Groups/.search")) {
      ask(200, "POST", base + path, search);
    }
    ask(400, "GET", base + "/Users?filter=x", null);
    ask(404, "GET", base + "/Users/nobody", null);
    ask(204, "DELETE", team, null);
    ask(204, "DELETE", user, null);
    ask(404, "DELETE", user, null);
    String created = "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"a\",\"data\":%s}";
    ask(
        200,
        "POST",
        base + "/Bulk",
        "{\"schemas\":[\"%sBulkRequest\"],\"Operations\":[%s]}"
            .formatted(MESSAGE, created.formatted(body.formatted("bob"))));
  }

  private static String patch(String operation) {
    return "{\"schemas\":[\""
        + MESSAGE
        + "PatchOp\"],\"Operations\":[{\"op\":\"replace\","
        + operation
        + "}]}";
  }

  private void scim1(String base) throws IOException {
    for (String path :
        List.of("/ServiceProviderConfigs", "/ResourceTypes", "/Schemas", "/Users", "/Groups")) {
      ask(200, "GET", base + path, null);
    }
    ask(200, "GET", base + "/Schemas/urn:scim:schemas:core:1.0:User", null);
    ask(404, "GET", base + "/Schemas/nothing", null);
    for (String kind : List.of("Users", "Groups")) {
      String name = kind.equals("Users") ? "userName" : "displayName";
      String body = "{\"schemas\":[\"urn:scim:schemas:core:1.0\"],\"" + name + "\":\"eve\"}";
      String one = base + "/" + kind + "/" + id(ask(201, "POST", base + "/" + kind, body));
      ask(200, "GET", one, null);
      ask(200, "PUT", one, body);
      ask(
          200,
          "PATCH",
          one,
          "{\"schemas\":[\"urn:scim:schemas:core:1.0\"],\"" + name + "\":\"eva\"}");
      ask(204, "DELETE", one, null);
      ask(404, "GET", one, null);
    }
  }

  private void imports() throws IOException {
    ask(200, "GET", "/pending?app=acme_hr&count=3", null);
    String choice = "{\"app\":\"acme_hr\",\"record\":\"%s\",\"choice\":%s}";
    JsonNode waiting = ask(200, "GET", "/pending", null).path("pending").path(0);
    String record = waiting.path("externalId").asText();
    ask(200, "POST", "/pending", choice.formatted(record, "{\"kind\":\"IGNORE\"}"));
    ask(200, "GET", "/pending", null);
    ask(200, "POST", "/pending", choice.formatted(record, "null"));
    ask(409, "POST", "/pending", choice.formatted("nobody", "{\"kind\":\"NEW\"}"));
    String records = "{\"app\":\"acme_hr\",\"source\":\"scim\",\"records\":[" + RECORD + "]}";
    for (String decision : List.of("approve", "cancel")) {
      JsonNode planned = ask(201, "POST", "/imports", records);
      String path = "/imports/" + id(planned);
      ask(200, "GET", path, null);
      ask(200, "GET", path + "/plan", null);
      String approval =
          "{\"sha256\":\"" + planned.path("sha256").asText() + "\",\"unassignments\":0}";
      boolean approves = decision.equals("approve");
      ask(200, "POST", path + "/" + decision, approves ? approval : null);
      ask(409, "POST", path + "/" + (approves ? "cancel" : "approve"), approves ? null : approval);
    }
    ask(404, "GET", "/imports/999999/plan", null);
    ask(400, "GET", "/imports?status=lost", null);
    ask(400, "POST", "/imports", "{}");
    ask(200, "GET", "/imports?app=acme_hr", null);
  }

  private static String id(JsonNode resource) {
    return resource.path("id").asText();
  }

  /** Who may not is told so in the form that is described. */
  @Test
  void refusalsOfCredentialsAreDescribed() throws IOException {
    for (String operation : described.operations()) {
      String[] words = operation.split(" ", 2);
      if (described.operation(operation).path("security").isEmpty()
          && described.operation(operation).has("security")) {
        continue;
      }
      String path = words[1].replace("{app}", "acme_hr").replace("{id}", "1");
      String method = words[0].toUpperCase(Locale.ROOT);
      check(method, path, send("nobody", method, path, null).is(401));
      boolean reads = method.equals("GET") || path.endsWith("/.search");
      if (!reads) {
        check(method, path, send(ServedFolder.Client.READER, method, path, null).is(403));
      }
    }
  }

  /** Whatever the server may know the words of, it answers nothing that is not described. */
  @Test
  void nothingElseIsAnswered() {
    for (String path : EndpointVocabulary.paths("acme_hr")) {
      boolean isKnown = Described.METHODS.stream().anyMatch(m -> described.find(m, path) != null);
      for (String method : isKnown ? Described.METHODS : Set.of("get", "post")) {
        if (described.find(method, path) == null) {
          String capitals = method.toUpperCase(Locale.ROOT);
          int status = send(ServedFolder.Client.TOKEN, capitals, path, null).status();
          assertTrue(
              List.of(404, 405, 501).contains(status), () -> method + " " + path + " " + status);
        }
      }
    }
  }
}
