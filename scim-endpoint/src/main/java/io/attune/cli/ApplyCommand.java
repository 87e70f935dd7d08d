package io.attune.cli;

import io.attune.plan.json.PlanFile;
import io.attune.workspace.ApplyResult;
import io.attune.workspace.Approval;
import io.attune.workspace.Folder;
import io.attune.workspace.WorkspaceApply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune apply}: applies a plan that was made earlier. */
@Command(name = "apply", description = "Applies a plan made earlier, all or nothing.")
final class ApplyCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @Option(names = "--plan", required = true, paramLabel = "FILE", description = "The plan.")
  private Path plan = Path.of("");

  @Option(
      names = "--approve",
      paramLabel = "HASH:COUNT",
      description = "Approve exactly this paused plan.")
  private @Nullable String approve;

  @Option(
      names = "--accept-older",
      description = "Apply it though the feed seems older than the last one.")
  private boolean acceptOlder;

  ApplyCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    var approval = ImportCommand.approval(approve, spec);
    WorkspaceApply.recover(Folder.open(workspacePath));
    PauseNotes notes = new PauseNotes(streams, workspacePath);
    PlanFile file = WorkspaceApply.read(plan, plan.toString(), line -> {});
    notes.beforeApply(file, approval);
    ApplyResult result =
        WorkspaceApply.apply(workspacePath, plan, plan.toString(), approval, acceptOlder);
    notes.after(result, file);
    return result.isDone()
        ? said(result instanceof ApplyResult.Applied ? "applied" : "already applied", Attune.DONE)
        : said("paused: nothing was applied; --approve " + Approval.of(file), Attune.PAUSED);
  }

  private int said(String text, int exitCode) {
    streams.out().println(text);
    return exitCode;
  }
}
