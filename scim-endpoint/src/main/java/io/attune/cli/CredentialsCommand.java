package io.attune.cli;

import io.attune.scim.server.Credential;
import io.attune.scim.server.Scope;
import io.attune.scim.server.StoredCredentials;
import io.attune.workspace.InputErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune credentials}: who may use the endpoint of a data folder. */
@Command(name = "credentials", description = "Lists, adds and removes what clients log in with.")
final class CredentialsCommand implements Callable<Integer> {
  private static final String DIR = "The folder of the endpoint. Default: ${DEFAULT-VALUE}.";

  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  CredentialsCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    throw ImportCommand.wrongUse(spec, "say what to do: list, add or remove");
  }

  @Command(name = "list", description = "Lists the credentials: name, kind and scopes.")
  int list(
      @Option(names = "--data", paramLabel = "DIR", defaultValue = "attune-data", description = DIR)
          Path data)
      throws IOException {
    folder(data);
    for (Credential each : StoredCredentials.of(data).all()) {
      String kind = each.user() == null ? "token" : "basic, user `" + each.user() + "`";
      streams.out().println(each.name() + ": " + kind + ", " + words(each.scopes()));
    }
    return Attune.DONE;
  }

  @Command(name = "add", description = "Makes a secret, and shows it this once.")
  int add(
      @Option(names = "--data", paramLabel = "DIR", defaultValue = "attune-data", description = DIR)
          Path data,
      @Parameters(
              paramLabel = "NAME",
              description = "As logs and the audit trail name it: letters, digits, . _ -")
          String name,
      @Option(
              names = "--user",
              paramLabel = "USER",
              description = "A user name, for HTTP Basic instead of a token.")
          @Nullable String user,
      @Option(
              names = "--scope",
              paramLabel = "read|write",
              description = "What it may do; may be repeated. Default: both.")
          @Nullable List<Scope> scopes)
      throws IOException {
    if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
      throw ImportCommand.wrongUse(spec, "a name has 1 to 64 letters, digits, . _ -");
    }
    if (user != null && (user.isBlank() || user.contains(":"))) {
      throw ImportCommand.wrongUse(spec, "a user name has no colon and is not blank");
    }
    if (Files.exists(data) && !Files.isDirectory(data)) {
      throw InputErrors.of(data.toString(), "this is no folder", "give another --data");
    }
    Set<Scope> granted = scopes == null ? EnumSet.allOf(Scope.class) : EnumSet.copyOf(scopes);
    String secret = StoredCredentials.of(data).create(name, user, granted);
    streams.out().println((user == null ? "token" : "password") + ", shown this once: " + secret);
    return Attune.DONE;
  }

  @Command(name = "remove", description = "Takes a credential away; it holds at once.")
  int remove(
      @Option(names = "--data", paramLabel = "DIR", defaultValue = "attune-data", description = DIR)
          Path data,
      @Parameters(paramLabel = "NAME", description = "Its name.") String name)
      throws IOException {
    folder(data);
    StoredCredentials.of(data).remove(name);
    streams.out().println("removed " + name);
    return Attune.DONE;
  }

  private static void folder(Path data) {
    if (!Files.isDirectory(data)) {
      throw InputErrors.of(
          data.toString(), "there is no such folder", "name the --data of `attune serve`");
    }
  }

  private static String words(Set<Scope> scopes) {
    return scopes.stream()
        .map(each -> each.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" and "));
  }
}
