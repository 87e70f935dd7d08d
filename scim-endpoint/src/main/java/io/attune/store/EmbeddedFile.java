package io.attune.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The file of the embedded database, before anything of it is used. */
final class EmbeddedFile {
  private EmbeddedFile() {}

  /**
   * Passes a file that is new, or whose pages fit together. Reads all of it; changes nothing but
   * what SQLite does itself after a crash.
   *
   * @throws StoreFailure if the file is damaged, or no database
   */
  static void check(Path file) throws IOException {
    if (Files.notExists(file) || Files.size(file) == 0) {
      return;
    }
    String verdict;
    SQLException fault = null;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("pragma quick_check(1)")) {
      verdict = rows.getString(1);
    } catch (SQLException e) {
      verdict = "";
      fault = e;
    }
    if (!verdict.equals("ok")) {
      throw new StoreFailure(
          "`" + file.getFileName() + "` is damaged, or no database of SQLite",
          "put a copy of the whole folder in its place; nothing was changed",
          fault);
    }
  }
}
