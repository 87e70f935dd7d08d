package io.attune.cli;

import io.attune.workspace.Folder;
import io.attune.workspace.History;
import io.attune.workspace.HistoryEvent;
import io.attune.workspace.HistoryEvent.Applied;
import io.attune.workspace.HistoryEvent.Undone;
import io.attune.workspace.HistoryEvent.Unlinked;
import io.attune.workspace.WorkspaceApply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code attune history}: everything that was done, oldest first. */
@Command(
    name = "history",
    description = "Lists the plans that were applied or undone, oldest first.")
final class HistoryCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the list.")
  private ImportCommand.Format format = ImportCommand.Format.TEXT;

  HistoryCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Folder folder = Folder.open(workspacePath);
    WorkspaceApply.recover(folder);
    for (HistoryEvent event : History.read(folder).events()) {
      streams
          .out()
          .println(
              format == ImportCommand.Format.JSON
                  ? History.json(event)
                  : event.time() + "  " + event.app() + "  " + text(folder, event));
    }
    return Attune.DONE;
  }

  private static String text(Folder folder, HistoryEvent event) {
    if (event instanceof Applied applied) {
      String approved = applied.approved() ? " (approved)  " : "  ";
      return applied.unassignments() + " unassigned" + approved + folder.shown(applied.file());
    }
    if (event instanceof Undone undone) {
      return "undid plan " + undone.plan().hex();
    }
    return event instanceof Unlinked unlinked
        ? "unlinked record " + unlinked.record() + " from " + unlinked.userId()
        : "";
  }
}
