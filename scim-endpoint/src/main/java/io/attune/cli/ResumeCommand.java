package io.attune.cli;

import io.attune.plan.json.PlanFile;
import io.attune.workspace.ApplyResult;
import io.attune.workspace.Approval;
import io.attune.workspace.Folder;
import io.attune.workspace.InputErrors;
import io.attune.workspace.Pause;
import io.attune.workspace.Pauses;
import io.attune.workspace.WorkspaceApply;
import io.attune.workspace.WorkspaceApps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune resume}: applies the paused plan that a person approves; imports run again. */
@Command(
    name = "resume",
    description = "Applies the paused plan that was approved; all imports resume.")
final class ResumeCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @Option(names = "--app", required = true, paramLabel = "NAME", description = "The app.")
  private String app = "";

  @Option(
      names = "--approve",
      required = true,
      paramLabel = "HASH:COUNT",
      description = "Approve exactly this paused plan; `attune roadblock` shows the text.")
  private String approve = "";

  ResumeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Approval approval = ImportCommand.approval(approve, spec);
    Folder folder = Folder.open(workspacePath);
    WorkspaceApply.recover(folder);
    Pause pause = Pauses.read(folder).of(app);
    if (pause == null) {
      WorkspaceApps.require(workspacePath, app);
    }
    if (pause == null || pause.held()) {
      String hint =
          pause == null
              ? ""
              : "its safe part was applied; import again without `--hold`, and approve that plan";
      throw InputErrors.of(workspacePath.toString(), "no plan of `" + app + "` is paused", hint);
    }
    Path plan = folder.file(pause.file());
    PauseNotes notes = new PauseNotes(streams, workspacePath);
    String shown = folder.shown(pause.file());
    PlanFile file = WorkspaceApply.read(plan, shown, line -> {});
    notes.beforeApply(file, approval);
    ApplyResult result = WorkspaceApply.apply(workspacePath, plan, shown, approval);
    notes.after(result, file);
    streams.out().println(result.isDone() ? "applied" : "paused: nothing was applied");
    return result.isDone() ? Attune.DONE : Attune.PAUSED;
  }
}
