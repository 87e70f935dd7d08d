package io.attune.cli;

import io.attune.workspace.Folder;
import io.attune.workspace.InputErrors;
import io.attune.workspace.Pause;
import io.attune.workspace.WorkspaceApply;
import io.attune.workspace.WorkspaceApps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code attune cancel}: discards a paused plan; imports run again. */
@Command(
    name = "cancel",
    description = "Cancels the affected import; other imports resume, and so do later ones.")
final class CancelCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @Option(names = "--app", required = true, paramLabel = "NAME", description = "The app.")
  private String app = "";

  CancelCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    WorkspaceApply.recover(Folder.open(workspacePath));
    Pause pause = WorkspaceApply.cancel(workspacePath, app);
    if (pause == null) {
      WorkspaceApps.require(workspacePath, app);
      throw InputErrors.of(workspacePath.toString(), "imports of `" + app + "` are not paused", "");
    }
    streams.out().println("cancelled plan " + pause.plan() + "; imports run again");
    return Attune.DONE;
  }
}
