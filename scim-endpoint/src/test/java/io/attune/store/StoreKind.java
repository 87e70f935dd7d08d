package io.attune.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The two databases that tests of the store and of the endpoint run on. PostgreSQL is one server
 * for all tests of a JVM, started when the first one asks; if it cannot start, they fail.
 */
public enum StoreKind {
  SQLITE {
    @Override
    public Database open(Path folder) throws IOException {
      return Database.embedded(folder);
    }
  },
  POSTGRESQL {
    @Override
    public Database open(Path folder) {
      return Database.postgresql(url(folder), "postgres", null);
    }
  };

  private static final Map<Path, String> DATABASES = new HashMap<>();
  private static @Nullable EmbeddedPostgres server;

  /** Opens the store of a folder: new, or as it was left. */
  public abstract Database open(Path folder) throws IOException;

  /** The JDBC URL of the database that belongs to a folder; it is made at first. */
  public static synchronized String url(Path folder) {
    String name = DATABASES.computeIfAbsent(folder, StoreKind::create);
    return server().getJdbcUrl("postgres", name);
  }

  private static String create(Path folder) {
    String name = "test" + DATABASES.size();
    execute("create database " + name + " template attune");
    return name;
  }

  private static void execute(String sql) {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EmbeddedPostgres server() {
    EmbeddedPostgres running = server;
    if (running == null) {
      try {
        running =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .start();
      } catch (IOException e) {
        throw new IllegalStateException("PostgreSQL does not start", e);
      }
      server = running;
      // Our tables, to be copied. Its own order is that of a language, as in most installations.
      execute("create database attune template template0 locale_provider icu icu_locale 'en'");
      Database.postgresql(running.getJdbcUrl("postgres", "attune"), "postgres", null).close();
    }
    return running;
  }
}
