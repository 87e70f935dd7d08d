package io.attune.store;

import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import org.apache.commons.dbcp2.BasicDataSource;

/** What the two databases want said differently: the types of some columns, and their settings. */
enum Dialect {
  /**
   * A file beside the process. WAL lets reads go on while one connection writes, and {@code FULL}
   * makes each commit wait for the disk.
   */
  SQLITE(
      "integer primary key autoincrement",
      "integer",
      "text",
      "check that the folder can be written and its disk is not full") {
    @Override
    void configureReader(BasicDataSource pool) {
      pool.addConnectionProperty("journal_mode", "WAL");
      pool.addConnectionProperty("synchronous", "FULL");
      pool.addConnectionProperty("busy_timeout", "10000");
      // Else the driver asks for the last row after every insert; what wants it says "returning".
      pool.addConnectionProperty("jdbc.get_generated_keys", "false");
      // The driver keeps no statement; to parse and plan one takes as long as to run a short one.
      pool.setPoolPreparedStatements(true);
      pool.setMaxOpenPreparedStatements(MOST_STATEMENTS);
      pool.setTestOnBorrow(false); // a file is there, or it is not
    }

    @Override
    void configureWriter(BasicDataSource pool) {
      configureReader(pool);
      // What a savepoint could bring back is kept in memory, not in a file made and deleted for it.
      pool.addConnectionProperty("temp_store", "MEMORY");
      // Where names and ids are put into indexes is anywhere in them: 16 MiB, not 2, of their
      // pages.
      pool.addConnectionProperty("cache_size", "-16384");
      // A page that is written often goes to the file half as often. More would make whoever waits
      // for such a commit wait longer: at 4,000 the slowest percent of creates took twice as long.
      pool.addConnectionProperty("wal_autocheckpoint", "2000");
      // Takes the write lock when a transaction begins, never half-way through it.
      pool.addConnectionProperty("transaction_mode", "IMMEDIATE");
    }
  },

  /**
   * A server. Keys compare by their bytes, whatever the language of the database: then both
   * databases have one order, and prefixes are ranges of an index.
   */
  POSTGRESQL(
      "bigint generated always as identity primary key",
      "bigint",
      "text collate \"C\"",
      "check its address, its server and the password") {
    @Override
    void configureReader(BasicDataSource pool) {
      pool.setDefaultReadOnly(true);
      // All of a transaction's reads see one state, as they do in SQLite.
      pool.setDefaultTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      testBeforeUse(pool);
    }

    @Override
    void configureWriter(BasicDataSource pool) {
      pool.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      testBeforeUse(pool);
    }

    /** A server that was started anew leaves connections behind that are none. */
    private static void testBeforeUse(BasicDataSource pool) {
      pool.setTestOnBorrow(true);
      pool.setValidationQueryTimeout(MOST_SILENCE);
    }
  };

  private static final Duration MOST_SILENCE = Duration.ofSeconds(5);

  /** Of a connection: more than our own texts; filters may make any number of others. */
  private static final int MOST_STATEMENTS = 100;

  private final String serial;
  private final String number;
  private final String key;
  private final String hint;

  Dialect(String serial, String number, String key, String hint) {
    this.serial = serial;
    this.number = number;
    this.key = key;
    this.hint = hint;
  }

  /** What to look at where it cannot be opened. */
  String hint() {
    return hint;
  }

  /** What stands for the placeholders of our migrations. */
  Map<String, String> placeholders() {
    return Map.of("serial", serial, "number", number, "key", key);
  }

  abstract void configureReader(BasicDataSource pool);

  abstract void configureWriter(BasicDataSource pool);
}
