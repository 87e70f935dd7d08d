package io.attune.cli;

import io.attune.expression.Direction;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune mapping}: what the mapping screen does. */
@Command(
    name = "mapping",
    description = "Lists, sets and removes mappings of one direction.",
    subcommands = {
      MappingListCommand.class,
      MappingSetCommand.class,
      MappingMergeCommand.class,
      MappingRemoveCommand.class
    })
final class MappingCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @Option(names = "--app", required = true, paramLabel = "NAME", description = "The app.")
  private String app = "";

  @Option(
      names = "--direction",
      required = true,
      paramLabel = "to-okta|to-app",
      description = "Which table.")
  private Side side = Side.TO_OKTA;

  /** The two tables of an app. */
  enum Side {
    TO_OKTA("to-okta", "appuser.", Direction.TO_OKTA),
    TO_APP("to-app", "user.", Direction.TO_APP);

    private final String label;
    private final String source;
    private final Direction direction;

    Side(String label, String source, Direction direction) {
      this.label = label;
      this.source = source;
      this.direction = direction;
    }

    /** What stands before the name of a source attribute. */
    String source() {
      return source;
    }

    Direction direction() {
      return direction;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  MappingCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    throw ImportCommand.wrongUse(spec, "say what to do: list, set, merge or remove");
  }

  Path workspacePath() {
    return workspacePath;
  }

  String app() {
    return app;
  }

  Side side() {
    return side;
  }

  Streams streams() {
    return streams;
  }

  CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }
}
