package io.attune.cli;

import io.attune.workspace.AppTemplate;
import io.attune.workspace.WorkspaceInit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune init}: a workspace with an app that imports at once. */
@Command(
    name = "init",
    description = "Adds an app from a built-in template; makes the workspace where there is none.")
final class InitCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @Option(names = "--app", required = true, paramLabel = "NAME", description = "The new app.")
  private String app = "";

  @Option(
      names = "--template",
      required = true,
      paramLabel = "scim2|scim11",
      description = "What the app speaks.")
  private AppTemplate template = AppTemplate.SCIM2;

  @Option(names = "--profile-source", description = "Make the app a profile source.")
  private boolean profileSource;

  InitCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (!WorkspaceInit.isAppName(app)) {
      throw ImportCommand.wrongUse(
          spec, "--app takes a letter, then letters, digits and `_`, as expressions can name it");
    }
    WorkspaceInit.add(workspacePath, app, template, profileSource);
    streams.out().println("added " + workspacePath.resolve("apps").resolve(app));
    return Attune.DONE;
  }
}
