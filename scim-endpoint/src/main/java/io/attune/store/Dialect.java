package io.attune.store;

import com.zaxxer.hikari.HikariConfig;
import java.util.Map;

/** What the two databases want said differently: the types of two columns, and their settings. */
enum Dialect {
  /**
   * A file beside the process. WAL lets reads go on while one connection writes, and {@code FULL}
   * makes each commit wait for the disk.
   */
  SQLITE(
      "integer primary key autoincrement",
      "text",
      "check that the folder can be written and its disk is not full") {
    @Override
    void configureReader(HikariConfig config) {
      config.addDataSourceProperty("journal_mode", "WAL");
      config.addDataSourceProperty("synchronous", "FULL");
      config.addDataSourceProperty("busy_timeout", "10000");
      // What a savepoint could bring back is kept in memory, not in a file made and deleted for it.
      config.addDataSourceProperty("temp_store", "MEMORY");
    }

    @Override
    void configureWriter(HikariConfig config) {
      configureReader(config);
      // Takes the write lock when a transaction begins, never half-way through it.
      config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    }
  },

  /**
   * A server. Keys compare by their bytes, whatever the language of the database: then both
   * databases have one order, and prefixes are ranges of an index.
   */
  POSTGRESQL(
      "bigint generated always as identity primary key",
      "text collate \"C\"",
      "check its address, its server and the password") {
    @Override
    void configureReader(HikariConfig config) {
      config.setReadOnly(true);
      // All of a transaction's reads see one state, as they do in SQLite.
      config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    }

    @Override
    void configureWriter(HikariConfig config) {
      config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    }
  };

  private final String serial;
  private final String key;
  private final String hint;

  Dialect(String serial, String key, String hint) {
    this.serial = serial;
    this.key = key;
    this.hint = hint;
  }

  /** What to look at where it cannot be opened. */
  String hint() {
    return hint;
  }

  /** What stands for the placeholders of our migrations. */
  Map<String, String> placeholders() {
    return Map.of("serial", serial, "key", key);
  }

  abstract void configureReader(HikariConfig config);

  abstract void configureWriter(HikariConfig config);
}
