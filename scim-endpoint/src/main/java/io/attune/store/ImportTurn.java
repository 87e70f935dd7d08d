package io.attune.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The right to import what is queued, which one process of all that share a PostgreSQL database
 * has. It is a lock of the database's, held by a connection of its own: it ends with the process,
 * and when the server is started anew.
 */
final class ImportTurn implements AutoCloseable {
  /** Any number that no other user of the database's advisory locks takes. */
  private static final long KEY = 0x41_74_74_75_6e_65L;

  private static final int MOST_SILENCE_SECONDS = 5;

  private @Nullable Connection connection;
  private boolean taken;

  /**
   * Takes the turn.
   *
   * @param candidate a connection to the database, which is kept open while it has the turn
   * @throws StoreFailure if another process has it
   */
  void take(Connection candidate) {
    try {
      if (locks(candidate)) {
        connection = candidate;
        taken = true;
        return;
      }
      candidate.close();
    } catch (SQLException e) {
      throw new StoreFailure("the store does not say who imports", "check its server", e);
    }
    throw new StoreFailure(
        "another server imports from this store",
        "stop it, or serve without --import and from another data folder",
        null);
  }

  /**
   * Whether the process has the turn that it once took; one that ended with its connection is taken
   * again, unless another process has it by now.
   *
   * @param anew opens a connection to the database
   * @throws StoreFailure if the database cannot be reached
   */
  boolean keeps(Supplier<Connection> anew) {
    if (!taken) {
      return true;
    }
    try {
      if (connection != null && connection.isValid(MOST_SILENCE_SECONDS)) {
        return true;
      }
      close();
      connection = null;
      Connection candidate = anew.get();
      if (!locks(candidate)) {
        candidate.close();
        return false;
      }
      connection = candidate;
      return true;
    } catch (SQLException e) {
      throw new StoreFailure("the store does not say who imports", "check its server", e);
    }
  }

  private static boolean locks(Connection candidate) throws SQLException {
    try (var statement = candidate.prepareStatement("select pg_try_advisory_lock(?)")) {
      statement.setLong(1, KEY);
      try (var answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  @Override
  public void close() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw new StoreFailure("the store's lock cannot be released", "", e);
    }
  }
}
