package io.attune.cli;

import io.attune.workspace.Folder;
import io.attune.workspace.InputErrors;
import io.attune.workspace.Workspace;
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

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    WorkspaceApply.recover(Folder.open(workspacePath));
    Workspace workspace = Workspace.read(workspacePath);
    if (app != null && !workspace.apps().contains(app)) {
      throw InputErrors.of(
          workspace.folder().shown("apps"),
          "there is no app `" + app + "`",
          "the apps are " + workspace.apps());
    }
    List<String> apps = app == null ? workspace.apps() : List.of(app);
    List<String> warnings = WorkspaceCheck.of(workspace, apps);
    warnings.forEach(streams.err()::println);
    streams.out().println("checked " + apps.size() + " apps: " + warnings.size() + " warnings");
    return Attune.DONE;
  }
}
