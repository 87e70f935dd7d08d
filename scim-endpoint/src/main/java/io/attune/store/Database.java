package io.attune.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.commons.dbcp2.BasicDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * An open database at the newest version of our tables. What was committed survives the end of the
 * process and of the machine.
 */
public final class Database implements AutoCloseable {
  private static final int READERS = 8;
  private static final Duration MOST_WAIT = Duration.ofSeconds(10);

  private final BasicDataSource readers;
  private final BasicDataSource writers;
  private final GroupCommit writer;
  private final @Nullable FileChannel lock;
  private final Jdbi jdbi;
  private final Address address;
  private final ImportTurn turn = new ImportTurn();

  private Database(
      Address address,
      BasicDataSource readers,
      BasicDataSource writers,
      @Nullable FileChannel lock) {
    this.address = address;
    this.readers = readers;
    this.writers = writers;
    this.lock = lock;
    this.jdbi = Jdbi.create(readers);
    this.writer = new GroupCommit(Jdbi.create(writers));
  }

  /** Where a database is, and who we are there. */
  private record Address(
      Dialect dialect, String url, @Nullable String user, @Nullable String password) {}

  /**
   * Opens the embedded database of a folder, which is created if it is not there. One process at a
   * time may have it open.
   *
   * @throws StoreFailure if the folder is in use, its file is damaged, or its tables are newer than
   *     this program
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
      EmbeddedFile.check(folder.resolve("attune.db"));
      String url = "jdbc:sqlite:" + folder.resolve("attune.db");
      return open(new Address(Dialect.SQLITE, url, null, null), lock);
    } catch (RuntimeException | IOException e) {
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
   * Opens a PostgreSQL database. Several processes may have it open.
   *
   * @param url such as {@code jdbc:postgresql://host:5432/attune}
   * @param user the role, or null if the URL says it
   * @param password the role's, or null if a {@code .pgpass} file has it or none is needed
   * @throws StoreFailure if the URL is another one's, the server cannot be reached, or its tables
   *     are newer than this program
   */
  public static Database postgresql(String url, @Nullable String user, @Nullable String password) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new StoreFailure(
          "the store is no PostgreSQL database",
          "such as jdbc:postgresql://host:5432/attune",
          null);
    }
    return open(new Address(Dialect.POSTGRESQL, url, user, password), null);
  }

  private static Database open(Address address, @Nullable FileChannel lock) {
    try {
      migrate(address);
    } catch (FlywayException e) {
      throw failure(e, address.dialect());
    }
    BasicDataSource readers = pool(address, READERS);
    address.dialect().configureReader(readers);
    BasicDataSource writers = pool(address, 1);
    address.dialect().configureWriter(writers);
    return new Database(address, readers, writers, lock);
  }

  private static BasicDataSource pool(Address address, int connections) {
    BasicDataSource pool = new BasicDataSource();
    pool.setUrl(address.url());
    pool.setUsername(address.user());
    pool.setPassword(address.password());
    pool.setMaxTotal(connections);
    pool.setMaxIdle(connections);
    pool.setMaxWait(MOST_WAIT);
    return pool;
  }

  private static void migrate(Address address) {
    Flyway.configure()
        .dataSource(address.url(), address.user(), address.password())
        .locations("classpath:io/attune/store/migration")
        .javaMigrations(new EmailsOfStoredUsers())
        .placeholders(address.dialect().placeholders())
        .ignoreMigrationPatterns("*:pending")
        .load()
        .migrate();
  }

  private static StoreFailure failure(RuntimeException e, Dialect dialect) {
    boolean newer = String.valueOf(e.getMessage()).contains("Detected applied migration");
    return newer
        ? new StoreFailure(
            "the store was written by a newer version of attune", "run that version", e)
        : new StoreFailure("the store cannot be opened", dialect.hint(), e);
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
    // Every transaction of the writer holds the end of the audit trail, which is a write.
    writer.write((handle, chain) -> true);
  }

  /**
   * Makes this the one process that imports what is queued, until it is closed.
   *
   * @throws StoreFailure if another process is that
   */
  public void takeImports() {
    if (address.dialect() == Dialect.POSTGRESQL) {
      turn.take(connection());
    }
  }

  /**
   * Whether this is still the one process that imports. A PostgreSQL server that was started anew
   * has forgotten who that was; the first to ask it is.
   *
   * @throws StoreFailure if the database cannot be reached
   */
  public boolean keepsImports() {
    return turn.keeps(this::connection);
  }

  private Connection connection() {
    try {
      return DriverManager.getConnection(address.url(), address.user(), address.password());
    } catch (SQLException e) {
      throw new StoreFailure("the store cannot be reached", "check its server", e);
    }
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
    close(writers);
    close(readers);
    turn.close();
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        throw new StoreFailure("the lock cannot be released", "", e);
      }
    }
  }

  private static void close(BasicDataSource pool) {
    try {
      pool.close();
    } catch (SQLException e) {
      throw new StoreFailure("the store cannot be closed", "", e);
    }
  }
}
