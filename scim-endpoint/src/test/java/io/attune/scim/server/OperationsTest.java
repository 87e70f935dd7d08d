package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import io.attune.store.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What those who run the service see: logs, health, metrics. */
class OperationsTest {
  private static final String MARK = "c4naryValue";

  ServedEndpoint scim;

  @BeforeEach
  void serve(@TempDir Path folder) throws IOException {
    scim = ServedEndpoint.over(folder);
  }

  @AfterEach
  void stop() {
    scim.close();
  }

  /** What is logged meanwhile, as the command would write it, and a good deal more of it. */
  static List<String> logged(Runnable doing) {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger ours = (Logger) LoggerFactory.getLogger("io.attune");
    JsonEncoder encoder = new LogLines();
    List<String> lines = new ArrayList<>();
    ListAppender<ILoggingEvent> appender =
        new ListAppender<>() {
          @Override
          protected synchronized void append(ILoggingEvent event) {
            lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
          }
        };
    encoder.setContext(root.getLoggerContext());
    encoder.start();
    appender.start();
    Appender<ILoggingEvent> console = root.getAppender("errors");
    root.detachAppender(console);
    root.addAppender(appender);
    Level before = root.getLevel();
    root.setLevel(Level.WARN);
    ours.setLevel(Level.INFO);
    try {
      doing.run();
    } finally {
      root.detachAppender(appender);
      root.addAppender(console);
      root.setLevel(before);
      ours.setLevel(null);
    }
    return lines;
  }

  @Test
  void logsTellRoutesAndNoValues() {
    List<String> lines =
        logged(
            () -> {
              String user = "/Users/" + scim.createUser(MARK + "@example.com").id();
              scim.createUser(MARK + "@example.com");
              scim.get("/Users?filter=userName%20eq%20%22" + MARK + "%22");
              scim.get("/Users?filter=" + MARK + "%20zz");
              scim.get("/Users?sortBy=" + MARK + "&attributes=" + MARK);
              scim.get("/Users/" + MARK);
              scim.get("/" + MARK);
              scim.get("/Schemas/" + MARK);
              scim.get("/Users", "Authorization", "Bearer " + MARK);
              scim.get("/Users", "X-" + MARK, MARK);
              scim.get("/Users", "User-Agent", MARK);
              scim.post("/Users", "{\"" + MARK);
              scim.post("/Users", "{\"" + MARK + "\":\"" + MARK + "\"}");
              scim.post("/Users", "{}", "Content-Type", MARK + "/x");
              scim.post("/Users", "{\"schemas\":[\"" + MARK + "\"],\"userName\":\"" + MARK + "\"}");
              scim.patch(
                  user, "[{\"op\":\"add\",\"path\":\"" + MARK + "\",\"value\":\"" + MARK + "\"}]");
              scim.patch(user, "[{\"op\":\"" + MARK + "\"}]");
              scim.patch(user, "[{\"op\":\"add\",\"path\":\"active\",\"value\":\"" + MARK + "\"}]");
              scim.send("PUT", user, "{\"userName\":[\"" + MARK + "\"]}");
              scim.post(
                  "/Bulk",
                  "{\"Operations\":[{\"method\":\"" + MARK + "\",\"path\":\"/" + MARK + "\"}]}");
              scim.send(MARK, user, null);
              scim.send("DELETE", user, null);
            });
    assertTrue(lines.size() >= 22, () -> lines.size() + " lines");
    String all = String.join("\n", lines).replace("\\/", "/");
    assertFalse(all.contains(MARK), all);
    assertTrue(all.contains("/scim/v2/Users/{id}"), all);
  }

  /** The messages of the database, and of the library around it, repeat what was asked. */
  @Test
  void logsTellOfADefectItsKindAndPlaceAndNoValues(@TempDir Path folder) throws IOException {
    scim.close();
    scim = ServedEndpoint.over(folder);
    String user = "/Users/" + scim.createUser("ada").id();
    database(folder, "alter table resource rename column body to gone");
    List<String> lines =
        logged(
            () -> {
              String filter = "/Users?filter=userName%20eq%20%22" + MARK + "%22";
              assertEquals(500, scim.get(filter).status());
              assertEquals(500, scim.createUser(MARK + "@example.com").status());
              String title = "[{\"op\":\"add\",\"path\":\"title\",\"value\":\"" + MARK + "\"}]";
              assertEquals(500, scim.patch(user, title).status());
            });
    String all = String.join("\n", lines);
    assertFalse(all.contains(MARK), all);
    assertTrue(all.contains("defect: org.sqlite.SQLiteException at "), all);
  }

  private static void database(Path folder, String sql) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("attune.db"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/scim/v2/Users,/scim/v2/Users",
    "/scim/v2/Users/2819c223,/scim/v2/Users/{id}",
    "/scim/v2/Users/.search,/scim/v2/Users/.search",
    "/scim/v2/Users/a/b,other",
    "/scim/v1/Groups/1,/scim/v1/Groups/{id}",
    "/apps/hr/scim/v2/Bulk,/apps/{app}/scim/v2/Bulk",
    "/scim/v2/ada@example.com,other",
    "/ada@example.com,other",
    "/metrics,/metrics",
    "/imports,/imports",
    "/imports/12,/imports/{id}",
    "/imports/12/plan,/imports/{id}/plan",
    "/imports/12/approve,/imports/{id}/approve",
    "/imports/12/cancel,/imports/{id}/cancel",
    "/imports/ada@example.com,other",
    "/pending,/pending",
    "/pending/ada,other"
  })
  void pathsAreToldAsTemplates(String path, String template) {
    assertEquals(template, RouteTemplate.of(path));
  }

  private String plain(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(scim.base().replace("/scim/v2", path)));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }

  @Test
  void metricsCountWhatWasAnswered() throws IOException, InterruptedException {
    assertTrue(plain("/metrics").startsWith("401 "));
    scim.createUser("ada");
    scim.get("/Users/nobody");
    String text = plain("/metrics", "Authorization", "Bearer " + ServedEndpoint.READER);
    assertTrue(text.startsWith("200 "), text);
    assertTrue(
        text.contains(
            "attune_http_requests_seconds_count{method=\"POST\",route=\"/scim/v2/Users\",status=\"201\"} 1"),
        text);
    assertTrue(
        text.contains(
            "attune_http_requests_seconds_count{method=\"GET\",route=\"/scim/v2/Users/{id}\",status=\"404\"} 1"),
        text);
    assertTrue(text.contains("attune_authentication_failures_total 1.0"), text);
    assertTrue(text.contains("attune_rate_limited_total 0.0"), text);
    assertTrue(text.contains("attune_store_commits_total 1.0"), text);
    assertTrue(text.contains("attune_store_queue 0.0"), text);
    assertFalse(text.contains("nobody"), text);
  }

  @Test
  void readyMeansThatAWriteReachesTheDisk(@TempDir Path folder) throws Exception {
    assertEquals("200 {\"status\":\"UP\"}", plain("/health/live"));
    assertEquals("200 {\"status\":\"UP\"}", plain("/health/ready"));
    AtomicLong nanos = new AtomicLong();
    Database database = Database.embedded(folder.resolve("other"));
    ServiceHealth health = new ServiceHealth(database, nanos::get);
    assertEquals(200, health.ready().status());
    database.close();
    assertEquals(200, health.ready().status()); // not asked again within a second
    nanos.addAndGet(1_000_000_000L);
    assertEquals(503, health.ready().status());
  }
}
