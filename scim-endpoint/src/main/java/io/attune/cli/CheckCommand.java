package io.attune.cli;

import io.attune.mapping.laws.MappingLoop;
import io.attune.mapping.laws.MappingLoop.Verdict;
import io.attune.workspace.Finding;
import io.attune.workspace.Folder;
import io.attune.workspace.InputErrors;
import io.attune.workspace.WorkspaceApply;
import io.attune.workspace.WorkspaceCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code attune check}: all problems of a workspace's configuration, both directions. */
@Command(
    name = "check",
    description = "Tells every problem of schemas, mappings and rules before anything runs.")
final class CheckCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @Option(names = "--app", paramLabel = "NAME", description = "Check only this app.")
  private @Nullable String app;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the findings.")
  private ImportCommand.Format format = ImportCommand.Format.TEXT;

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    WorkspaceCheck.Result result = check();
    boolean failed = result.errors() > 0;
    if (format == ImportCommand.Format.JSON) {
      streams.out().println(FindingsJson.of(result));
    } else {
      result.findings().stream().map(Finding::render).forEach(streams.err()::println);
      if (!failed) {
        int warnings = result.findings().size();
        streams.out().println("checked " + result.apps() + " apps: " + warnings + " warnings");
        result.loops().forEach(this::settled);
      }
    }
    return failed ? Attune.INPUT_ERRORS : Attune.DONE;
  }

  /** The loops that need no warning are worth knowing all the same. */
  private void settled(String name, List<MappingLoop> loops) {
    for (MappingLoop loop : loops) {
      if (loop.verdict() == Verdict.SETTLES) {
        streams.out().println("loop in " + name + ": " + loop.names() + ": settles");
      }
    }
  }

  private WorkspaceCheck.Result check() throws IOException {
    try {
      WorkspaceApply.recover(Folder.open(workspacePath));
      return WorkspaceCheck.of(workspacePath, app);
    } catch (InputErrors unusable) {
      return WorkspaceCheck.Result.unusable(unusable.findings());
    }
  }
}
