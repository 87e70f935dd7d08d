package io.attune.cli;

import io.attune.store.Database;
import io.attune.store.StoreFailure;
import io.attune.workspace.InputErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The PostgreSQL database of an endpoint, instead of the file in its data folder. */
final class StoreOptions {
  @Option(
      names = "--store",
      paramLabel = "JDBC-URL",
      required = true,
      description =
          "A PostgreSQL database, such as jdbc:postgresql://host:5432/attune. Default: a file in"
              + " the data folder.")
  private String url = "";

  @Option(
      names = "--store-user",
      paramLabel = "ROLE",
      description = "The role there. Default: what the URL says.")
  private @Nullable String user;

  @Option(
      names = "--store-password-file",
      paramLabel = "FILE",
      description =
          "Its password, the first line of a file. Default: the variable ATTUNE_STORE_PASSWORD.")
  private @Nullable Path passwordFile;

  /** Opens the database of the options, or that of the folder if there are none. */
  static Database open(@Nullable StoreOptions options, Path data, @Nullable CommandSpec spec)
      throws IOException {
    try {
      return options == null ? Database.embedded(data) : options.open(spec);
    } catch (StoreFailure e) {
      String where = options == null ? data.toString() : "--store";
      throw InputErrors.of(where, String.valueOf(e.getMessage()), e.hint());
    }
  }

  private Database open(@Nullable CommandSpec spec) throws IOException {
    if (url.toLowerCase(Locale.ROOT).contains("password=")) {
      throw ImportCommand.wrongUse(
          spec,
          "a password in --store is seen by whoever lists processes; give --store-password-file or"
              + " ATTUNE_STORE_PASSWORD");
    }
    return Database.postgresql(url, user, password());
  }

  private @Nullable String password() throws IOException {
    return passwordFile == null
        ? System.getenv("ATTUNE_STORE_PASSWORD")
        : Files.readString(passwordFile).lines().findFirst().orElse("");
  }
}
