package io.attune.cli;

import io.attune.workspace.Folder;
import io.attune.workspace.WorkspaceApply;
import io.attune.workspace.WorkspaceUndo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune undo}: takes back what one plan changed. */
@Command(name = "undo", description = "Takes back what one plan changed, and nothing else.")
final class UndoCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @Option(
      names = "--plan",
      required = true,
      paramLabel = "ID",
      description = "The plan's hash, or the beginning of it.")
  private String plan = "";

  @Option(names = "--dry-run", description = "Only say what would be done.")
  private boolean dryRun;

  @Option(names = "--at", paramLabel = "TIME", description = "The time of the undo.")
  private @Nullable String at;

  UndoCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    var time = AppCommand.time(at, spec);
    WorkspaceApply.recover(Folder.open(workspacePath));
    WorkspaceUndo.Result result = WorkspaceUndo.undo(workspacePath, plan, time, !dryRun);
    if (result.alreadyUndone()) {
      streams.out().println("already undone");
      return Attune.DONE;
    }
    streams.out().println((dryRun ? "would undo plan " : "undid plan ") + result.plan().plan());
    result
        .lines()
        .forEach((file, lines) -> streams.out().println("  " + file + ": " + lines + " lines"));
    return Attune.DONE;
  }
}
