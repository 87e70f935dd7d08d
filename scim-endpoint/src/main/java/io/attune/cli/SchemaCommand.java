package io.attune.cli;

import io.attune.workspace.Finding;
import io.attune.workspace.InputErrors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune schema}: what the Profile Editor does. */
@Command(
    name = "schema",
    description = "Lists, adds, changes and removes attributes of a schema.",
    subcommands = {
      SchemaListCommand.class,
      SchemaAddCommand.class,
      SchemaSetCommand.class,
      SchemaRemoveCommand.class
    })
final class SchemaCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @ArgGroup(multiplicity = "1")
  private Owner owner = new Owner();

  /** Whose schema it is. */
  static final class Owner {
    @Option(names = "--user", description = "The schema of the Okta users.")
    private boolean user;

    @Option(names = "--app", paramLabel = "NAME", description = "The schema of this app's users.")
    private @Nullable String app;
  }

  SchemaCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    throw ImportCommand.wrongUse(spec, "say what to do: list, add, set or remove");
  }

  Path workspacePath() {
    return workspacePath;
  }

  /** The app whose schema it is; null for that of the Okta users. */
  @Nullable String app() {
    return owner.user ? null : owner.app;
  }

  Streams streams() {
    return streams;
  }

  CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }

  /** A change of the configuration. */
  @FunctionalInterface
  interface Change {
    /** Makes it; answers what is worth a warning. */
    List<Finding> make() throws IOException;
  }

  /** Makes a change, or tells that nothing was written, and why. */
  static int change(Streams streams, String done, Change change) throws IOException {
    try {
      change.make().stream().map(Finding::render).forEach(streams.err()::println);
      streams.out().println(done);
      return Attune.DONE;
    } catch (InputErrors errors) {
      errors.rendered().forEach(streams.err()::println);
      streams.err().println("attune: nothing was written");
      return Attune.INPUT_ERRORS;
    }
  }
}
