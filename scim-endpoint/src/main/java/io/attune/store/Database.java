package io.attune.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * An open database at the newest version of our tables. The embedded one is SQLite in WAL mode with
 * {@code synchronous=FULL}: what was committed survives the end of the process and of the machine.
 */
public final class Database implements AutoCloseable {
  private static final int READERS = 8;

  private final HikariDataSource pool;
  private final GroupCommit writer;
  private final @Nullable FileChannel lock;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool, @Nullable FileChannel lock) {
    this.pool = pool;
    this.lock = lock;
    this.jdbi = Jdbi.create(pool);
    this.writer = new GroupCommit(jdbi);
  }

  /**
   * Opens the embedded database of a folder, which is created if it is not there. One process at a
   * time may have it open.
   *
   * @throws StoreFailure if the folder is in use, or its tables are newer than this program
   * @throws IOException if the folder cannot be written
   */
  public static Database embedded(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel lock =
        FileChannel.open(
            folder.resolve("attune.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isOurs(lock)) {
      lock.close();
      throw new StoreFailure(
          "the folder is in use by another process", "stop it, or give another folder", null);
    }
    try {
      return open("jdbc:sqlite:" + folder.resolve("attune.db"), lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static boolean isOurs(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /**
   * Opens a database by its JDBC URL.
   *
   * @throws StoreFailure if it cannot be reached, or its tables are newer than this program
   */
  public static Database at(String url) {
    return open(url, null);
  }

  private static Database open(String url, @Nullable FileChannel lock) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(READERS + 1);
    config.setPoolName("attune-store");
    boolean embedded = url.startsWith("jdbc:sqlite:");
    if (embedded) {
      config.addDataSourceProperty("journal_mode", "WAL");
      config.addDataSourceProperty("synchronous", "FULL");
      config.addDataSourceProperty("busy_timeout", "10000");
      // Takes the write lock when a transaction begins, never half-way through it.
      config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    }
    HikariDataSource pool = null;
    try {
      pool = new HikariDataSource(config);
      migrate(pool, embedded);
      return new Database(pool, lock);
    } catch (FlywayException | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
      if (pool != null) {
        pool.close();
      }
      throw failure(e);
    }
  }

  private static void migrate(HikariDataSource pool, boolean embedded) {
    String serial =
        embedded
            ? "integer primary key autoincrement"
            : "bigint generated always as identity primary key";
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:io/attune/store/migration")
        .placeholders(Map.of("serial", serial))
        .ignoreMigrationPatterns("*:pending")
        .load()
        .migrate();
  }

  private static StoreFailure failure(RuntimeException e) {
    boolean newer = String.valueOf(e.getMessage()).contains("Detected applied migration");
    return newer
        ? new StoreFailure(
            "the store was written by a newer version of attune", "run that version", e)
        : new StoreFailure("the store cannot be opened", "check its URL and its server", e);
  }

  /** How many transactions were made durable since it was opened. */
  public long commits() {
    return writer.commits();
  }

  /** How many writes those held. */
  public long writes() {
    return writer.writes();
  }

  /** How many writes wait. */
  public int queued() {
    return writer.queued();
  }

  /**
   * Writes something that changes nothing, and waits until it is durable.
   *
   * @throws StoreFailure if that cannot be done
   */
  public void checkWritable() {
    writer.write(
        handle -> {
          AuditTrail.hold(handle);
          return true;
        });
  }

  /** For reading. */
  Jdbi jdbi() {
    return jdbi;
  }

  /** For writing. */
  GroupCommit writer() {
    return writer;
  }

  /** Raised after each commit. */
  public CommitSignal committed() {
    return writer.committed();
  }

  /** Finishes what is being written, and lets go of the folder. */
  @Override
  public void close() {
    writer.close();
    pool.close();
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        throw new StoreFailure("the lock cannot be released", "", e);
      }
    }
  }
}
