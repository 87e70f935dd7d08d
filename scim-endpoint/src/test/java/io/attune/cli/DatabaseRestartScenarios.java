package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.attune.store.Database;
import io.attune.store.StoreFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** PostgreSQL is stopped and started anew beneath a service that goes on. */
class DatabaseRestartScenarios {
  private static final String USERS = ServedTinyOrg.SCIM + "/Users";

  @TempDir private Path temporary = Path.of("");

  private final Logger log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level logged = log.getLevel();
  private EmbeddedPostgres server;

  /** What is logged meanwhile is that the database cannot be reached. */
  @BeforeEach
  void start() throws IOException {
    log.setLevel(Level.OFF);
    server = settings().start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    log.setLevel(logged);
  }

  private EmbeddedPostgres.Builder settings() {
    return EmbeddedPostgres.builder()
        .setDataDirectory(temporary.resolve("postgresql"))
        .setCleanDataDirectory(false)
        .setServerConfig("fsync", "off");
  }

  private void startAnew() throws IOException {
    server = settings().setPort(server.getPort()).start();
  }

  private Database open() {
    return Database.postgresql(server.getJdbcUrl("postgres", "postgres"), "postgres", null);
  }

  @Test
  void theServiceSaysSoAndGoesOn() throws IOException {
    Path org = ServedTinyOrg.write(temporary.resolve("org"), 3);
    try (ServedFolder served = ServedFolder.start(temporary.resolve("data"), org, open());
        Database other = open()) {
      ServedFolder.Client client = served.client();
      String ada = ServedTinyOrg.create(client, 7);
      assertEquals("APPLIED", imported(client, ada));
      server.close();
      for (String path : new String[] {USERS, USERS + "/" + ada, "/imports"}) {
        client.get(path).is(500);
      }
      client.post(USERS, "{\"userName\":\"p8@tiny.example\"}").is(500);
      client.get("/health/live").is(200);
      client.get("/health/ready").is(503);

      startAnew();
      client.get(USERS + "/" + ada).is(200);
      assertEquals("APPLIED", imported(client, ServedTinyOrg.create(client, 8)));
      var failure = assertThrows(StoreFailure.class, other::takeImports);
      assertEquals("another server imports from this store", failure.getMessage());
    }
  }

  private static String imported(ServedFolder.Client client, String record) {
    return ServedTinyOrg.settled(client, record).path("status").asText();
  }

  @Test
  void whoAsksFirstImports() throws IOException {
    try (Database first = open()) {
      first.takeImports();
      server.close();
      startAnew();
      try (Database second = open()) {
        second.takeImports();
        assertFalse(first.keepsImports());
        assertTrue(second.keepsImports());
      }
      long end = System.nanoTime() + 60_000_000_000L; // a server forgets a connection in its time
      while (!first.keepsImports()) {
        assertTrue(System.nanoTime() < end);
      }
    }
  }
}
