package io.attune.cli;

import io.attune.plan.json.PlanFile;
import io.attune.workspace.ApplyGate;
import io.attune.workspace.ApplyResult;
import io.attune.workspace.Approval;
import io.attune.workspace.Folder;
import io.attune.workspace.Pause;
import io.attune.workspace.PauseText;
import io.attune.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What standard error says about pauses, approvals that do not fit, and feeds that seem old. */
final class PauseNotes {
  private final Streams streams;
  private final Path workspacePath;

  PauseNotes(Streams streams, Path workspacePath) {
    this.streams = streams;
    this.workspacePath = workspacePath;
  }

  /** Warns of what makes a plan doubtful. */
  void beforeApply(PlanFile plan, @Nullable Approval approval) throws IOException {
    Workspace workspace = Workspace.read(workspacePath);
    if (workspace.apps().contains(plan.run().app())) {
      before(plan, approval, ApplyGate.of(workspace, plan.run().app()));
    }
  }

  /** The same, with the gate at hand. */
  void before(PlanFile plan, @Nullable Approval approval, ApplyGate gate) throws IOException {
    String older = gate.older(plan);
    if (older != null) {
      warn(older);
    }
    if (approval != null && !approval.covers(plan)) {
      warn(approval.mismatch(Folder.open(workspacePath), plan));
    }
  }

  /** Says what stands in the way of a plan, if anything does. */
  void after(@Nullable ApplyResult result, PlanFile plan) {
    if (result instanceof ApplyResult.Paused paused) {
      streams.err().println("paused: " + PauseText.of(paused.pause()));
    } else if (result instanceof ApplyResult.Blocked blocked) {
      Pause by = blocked.by();
      String scope =
          by.held()
              ? PauseText.held(by) + " are held"
              : by.wholeOrg()
                  ? "all imports are paused"
                  : "imports of `" + by.app() + "` are paused";
      streams.err().println("paused: " + scope + " since " + by.time() + ": " + PauseText.of(by));
      streams
          .err()
          .println(
              by.held()
                  ? " hint: `attune roadblock` shows them; cancel, or approve this plan with"
                      + " `--approve "
                      + Approval.of(plan)
                      + "`"
                  : " hint: `attune roadblock` shows the plan; resume or cancel it");
    }
  }

  private void warn(String message) {
    streams.err().println(workspacePath + ":1:1: warning: " + message);
  }
}
