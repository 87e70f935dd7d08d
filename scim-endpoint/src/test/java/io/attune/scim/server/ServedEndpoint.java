package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.attune.store.Database;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A served endpoint, and a client that speaks plain HTTP to it. */
final class ServedEndpoint implements AutoCloseable {
  static final String TOKEN = "test-token-that-is-long-enough";
  static final String READER = "reader-token-that-is-long-enough";

  /** The client keeps its connections, and no test is about what they are given at the end. */
  private static final ServerLimits STOPS_AT_ONCE = new ServerLimits(1024, 30_000, 20);

  private final Database database;
  private final EndpointServer server;
  private String version = "v2";
  private final HttpClient client = HttpClient.newHttpClient();

  private ServedEndpoint(Database database, EndpointServer server) {
    this.database = database;
    this.server = server;
  }

  static ServedEndpoint over(Path folder) throws IOException {
    return over(Database.embedded(folder));
  }

  static ServedEndpoint over(Database database) throws IOException {
    Credential reader = new Credential("reader", null, Credential.hash(READER), Set.of(Scope.READ));
    Credential basic =
        new Credential("basic", "okta", Credential.hash("s3cret"), Set.of(Scope.READ, Scope.WRITE));
    return over(
        database,
        Authentication.of(List.of(Credential.token("test", TOKEN), reader, basic)),
        new RequestLimit(100_000));
  }

  static ServedEndpoint over(Path folder, Authentication authentication) throws IOException {
    return over(Database.embedded(folder), authentication, new RequestLimit(100_000));
  }

  static ServedEndpoint over(Path folder, Authentication authentication, RequestLimit limit)
      throws IOException {
    return over(Database.embedded(folder), authentication, limit);
  }

  private static ServedEndpoint over(
      Database database, Authentication authentication, RequestLimit limit) throws IOException {
    ScimEndpoint endpoint = new ScimEndpoint("", database, List.of(), InstantSource.system());
    EndpointRoutes routes =
        new EndpointRoutes(Map.of("", endpoint), authentication, limit, database);
    return new ServedEndpoint(
        database, EndpointServer.start("127.0.0.1", 0, null, STOPS_AT_ONCE, routes));
  }

  record Answer(int status, JsonNode body, HttpResponse<String> http) {
    @Nullable String header(String name) {
      return http.headers().firstValue(name).orElse(null);
    }

    String id() {
      return body.path("id").asText();
    }
  }

  /** Speaks another version of the protocol from now on. */
  ServedEndpoint version(String version) {
    this.version = version;
    return this;
  }

  String base() {
    return "http://127.0.0.1:" + server.port() + "/scim/" + version;
  }

  Answer send(String method, String path, @Nullable String body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path));
    request.header("Authorization", "Bearer " + TOKEN);
    request.header("Content-Type", "application/scim+json");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return answer(request);
  }

  /** A POST that does not say how long it is. */
  Answer postInChunks(String path, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path));
    request.header("Authorization", "Bearer " + TOKEN);
    request.header("Content-Type", "application/scim+json");
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return answer(
        request.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
  }

  private Answer answer(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      String text = response.body();
      JsonNode json = text.isEmpty() ? NullNode.instance : new ObjectMapper().readTree(text);
      return new Answer(response.statusCode(), json, response);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Answer get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  Answer post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  Answer createUser(String userName) {
    return post(
        "/Users",
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\""
            + userName
            + "\",\"active\":true,\"name\":{\"givenName\":\"A\",\"familyName\":\"B\"},\"emails\":"
            + "[{\"value\":\""
            + userName
            + "\",\"type\":\"work\",\"primary\":true}]}");
  }

  Answer patch(String path, String operations, String... headers) {
    return send(
        "PATCH",
        path,
        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":"
            + operations
            + "}",
        headers);
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }
}
