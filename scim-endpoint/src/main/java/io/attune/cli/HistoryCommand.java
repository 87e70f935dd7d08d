package io.attune.cli;

import io.attune.workspace.Folder;
import io.attune.workspace.History;
import io.attune.workspace.WorkspaceApply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code attune history}: every plan that was applied, oldest first. */
@Command(name = "history", description = "Lists the plans that were applied, oldest first.")
final class HistoryCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  HistoryCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Folder folder = Folder.open(workspacePath);
    WorkspaceApply.recover(folder);
    for (History.Entry entry : History.read(folder)) {
      streams
          .out()
          .println(
              entry.time()
                  + "  "
                  + entry.app()
                  + "  "
                  + entry.unassignments()
                  + " unassigned  "
                  + folder.shown(entry.file()));
    }
    return Attune.DONE;
  }
}
