package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.store.Database;
import io.attune.store.StoreKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why an endpoint does not start, and what is said of its trail. */
class ServeScenarios {
  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void make() throws IOException {
    Database.embedded(folder).close();
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("attune.db"));
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private Ran serve(Object... more) {
    Object[] all = new Object[5 + more.length];
    Object[] first = {"serve", "--data", folder, "--token", "t"};
    System.arraycopy(first, 0, all, 0, 5);
    System.arraycopy(more, 0, all, 5, more.length);
    return Ran.attune(all);
  }

  private static void says(int code, String text, Ran ran) {
    assertEquals(code, ran.code(), ran.err());
    assertTrue(ran.err().contains(text), ran.err());
  }

  @Test
  void aPortThatIsTaken() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ran taken = serve("--port", other.getLocalPort());
      says(4, "is another process there?\n hint: stop what listens there", taken);
      assertFalse(taken.err().contains("disk"), taken.err());
    }
  }

  @Test
  void aFolderThatIsInUse() throws IOException {
    try (Database other = Database.embedded(folder)) {
      assertEquals(0, other.queued());
      says(1, "in use by another process", serve("--port", 0));
      says(1, "in use by another process", Ran.attune("audit", "--data", folder));
    }
  }

  @Test
  void aWorkspaceWithErrorsIsNotCopied() {
    Path org = TinyOrg.write(folder.resolve("org"), 1);
    TinyOrg.put(org, "apps/hr/schema.json", "{");
    says(1, org + "/apps/hr/schema.json:1:2: error: ", serve("--port", 0, "--import", org));
    // Else the copy would count at the next start, and mending the source would mend nothing.
    assertFalse(Files.exists(folder.resolve("workspace")));
  }

  @Test
  void aStoreOfANewerVersion() throws SQLException {
    sql(
        "insert into flyway_schema_history (installed_rank, version, description, type, script,"
            + " checksum, installed_by, execution_time, success) values (99, '99', 'later', 'SQL',"
            + " 'V99__later.sql', 1, 'x', 1, 1)");
    says(1, "written by a newer version", serve("--port", 0));
  }

  @Test
  void aDatabaseFileThatIsDamaged() throws IOException {
    Files.writeString(folder.resolve("attune.db"), "no database");
    Ran damaged = serve("--port", 0);
    says(1, "`attune.db` is damaged", damaged);
    assertTrue(damaged.err().contains("hint: put a copy of the whole folder"), damaged.err());
    assertTrue(damaged.err().contains(folder.toString()), damaged.err());
  }

  @Test
  void plainTextLeavesTheMachineOnlyWhenTold() {
    says(2, "plain text", serve("--port", 0, "--host", "0.0.0.0"));
    says(2, "--tls-cert with --tls-key", serve("--port", 0, "--tls-cert", "x.pem"));
    says(2, "no signature by a key pair", serve(jwt("https://k.example/", "HS256")));
    says(2, "https address", serve(jwt("http://k.example/", "RS256")));
  }

  private static Object[] jwt(String keys, String algorithm) {
    return new Object[] {
      "--jwt-keys", keys, "--jwt-issuer", "i", "--jwt-audience", "a", "--jwt-algorithms", algorithm
    };
  }

  @Test
  void theTrailIsWholeOrItsFirstFaultIsNamed() throws SQLException {
    Ran whole = Ran.attune("audit", "--data", folder);
    assertEquals("whole: 0 entries, the last " + "0".repeat(64) + "\n", whole.out());
    sql(
        "insert into audit (seq, at, actor, app, kind, id, operation, previous, hash) values"
            + " (1, 1, 'eve', '', 'USER', 'x', 'CREATE', 'p', 'h')");
    Ran broken = Ran.attune("audit", "--data", folder, "--last", "5");
    says(1, "the audit trail is broken at entry 1", broken);
    assertTrue(broken.out().startsWith("1  1970-01-01T00:00:00.001Z  eve  create  user/x"));
  }

  @Test
  void aDatabaseThatCannotBeOpenedIsSaidWithoutItsSecrets() throws IOException {
    says(
        2,
        "seen by whoever lists processes",
        serve("--store", "jdbc:postgresql:x?password=c4nary"));
    says(1, "no PostgreSQL database", serve("--store", "jdbc:mysql://localhost/x"));
    says(2, "--store", serve("--store-user", "x"));
    Path password = Files.writeString(folder.resolve("password"), "c4nary\n");
    Ran gone =
        serve(
            "--store",
            "jdbc:postgresql://127.0.0.1:1/x",
            "--store-user",
            "x",
            "--store-password-file",
            password);
    says(1, "the store cannot be opened", gone);
    assertFalse((gone.out() + gone.err()).contains("c4nary"), gone.err());
  }

  @Test
  void theTrailOfAPostgresqlStoreIsChecked() throws IOException {
    StoreKind.POSTGRESQL.open(folder).close();
    Ran whole = Ran.attune("audit", "--store", StoreKind.url(folder), "--store-user", "postgres");
    assertEquals("whole: 0 entries, the last " + "0".repeat(64) + "\n", whole.out(), whole.err());
  }
}
