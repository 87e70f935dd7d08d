package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.scim.server.Authentication;
import io.attune.scim.server.Credential;
import io.attune.scim.server.EndpointRoutes;
import io.attune.scim.server.EndpointServer;
import io.attune.scim.server.RequestLimit;
import io.attune.scim.server.Scope;
import io.attune.scim.server.ServerLimits;
import io.attune.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A data folder that is served as {@code attune serve} does, and a client of it. */
final class ServedFolder implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The client keeps its connections, and no test is about what they are given at the end. */
  private static final ServerLimits STOPS_AT_ONCE = new ServerLimits(1024, 30_000, 20);

  private final Path data;
  private final Database database;
  private final ServedApps apps;
  private final EndpointServer server;

  private ServedFolder(Path data, Database database, ServedApps apps, EndpointServer server) {
    this.data = data;
    this.database = database;
    this.apps = apps;
    this.server = server;
  }

  static ServedFolder start(Path data, @Nullable Path source) throws IOException {
    return start(data, source, Database.embedded(data));
  }

  static ServedFolder start(Path data, @Nullable Path source, Database database)
      throws IOException {
    ServedApps apps = ServedApps.start(data, source, database);
    Credential reader =
        new Credential("reader", null, Credential.hash(Client.READER), Set.of(Scope.READ));
    EndpointRoutes routes =
        new EndpointRoutes(
            apps.endpoints(),
            apps.imports(),
            Authentication.of(List.of(Credential.token("test", Client.TOKEN), reader)),
            new RequestLimit(100_000),
            database);
    EndpointServer server = EndpointServer.start("127.0.0.1", 0, null, STOPS_AT_ONCE, routes);
    return new ServedFolder(data, database, apps, server);
  }

  /** A server as a process of its own, on any free port, with more words of its command line. */
  static Process process(String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("serve", "--port", "0", "--token", Client.TOKEN));
    words.addAll(List.of(more));
    return CommandProcess.of(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  Path workspace() {
    return data.resolve("workspace");
  }

  Client client() {
    return new Client(URI.create("http://127.0.0.1:" + server.port() + "/"));
  }

  /** The person of the workspace with this login; missing if there is none. */
  JsonNode person(String login) throws IOException {
    for (String line : TinyOrg.lines(workspace().resolve("users.jsonl"))) {
      JsonNode user = MAPPER.readTree(line);
      if (user.path("profile").path("login").asText().equals(login)) {
        return user;
      }
    }
    return MAPPER.missingNode();
  }

  @Override
  public void close() {
    server.close();
    apps.close();
    database.close();
  }

  /**
   * Speaks to a server.
   *
   * @param address where its root is
   */
  record Client(URI address) {
    static final String TOKEN = "test-token-that-is-long-enough";
    static final String READER = "reader-token-that-is-long-enough";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    Answer send(String token, String method, String path, @Nullable String body) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address.resolve(path))
              .header("Authorization", "Bearer " + token)
              .method(
                  method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
      if (body != null) {
        request.header("Content-Type", "application/json");
      }
      try {
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body(), answer);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    Answer get(String path) {
      return send(TOKEN, "GET", path, null);
    }

    Answer post(String path, @Nullable String body) {
      return send(TOKEN, "POST", path, body);
    }

    /** Switches a user of the app on or off. */
    void setActive(String id, boolean active) {
      String body =
          "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":"
              + "[{\"op\":\"replace\",\"path\":\"active\",\"value\":"
              + active
              + "}]}";
      send(TOKEN, "PATCH", "/apps/acme_hr/scim/v2/Users/" + id, body).is(200);
    }

    /** Creates a user of the app; its id. */
    String create(String given, String family, String email) {
      String body =
          """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%3$s","active":true,
         "name":{"givenName":"%1$s","familyName":"%2$s"},
         "emails":[{"value":"%3$s","type":"work","primary":true}],
         "urn:acme:params:scim:schemas:hr:2.0:User":{"costCode":"1234","unit":"ENG-1"}}
        """
              .formatted(given, family, email);
      return post("/apps/acme_hr/scim/v2/Users", body).is(201).body().path("id").asText();
    }

    /** The newest import of a record, once it stands as it should. */
    JsonNode awaiting(String record, String status) {
      long start = System.nanoTime();
      while (true) {
        JsonNode run = get("/imports?record=" + record + "&count=1").is(200).body();
        JsonNode newest = run.path("imports").path(0);
        if (newest.path("status").asText().equals(status)) {
          return newest;
        }
        assertTrue(System.nanoTime() - start < PATIENCE_NANOS, run::toString);
      }
    }
  }

  /**
   * What was answered.
   *
   * @param status the HTTP status
   * @param text the body
   * @param http the whole of it
   */
  record Answer(int status, String text, HttpResponse<String> http) {
    JsonNode body() {
      try {
        return MAPPER.readTree(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The same, if it has this status. */
    Answer is(int expected) {
      assertEquals(expected, status, text);
      return this;
    }
  }
}
