package io.attune.cli;

import io.attune.plan.json.PlanFile;
import io.attune.workspace.ApplyGate;
import io.attune.workspace.ApplyResult;
import io.attune.workspace.Approval;
import io.attune.workspace.Folder;
import io.attune.workspace.Pause;
import io.attune.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What standard error says about pauses, approvals that do not fit, and feeds that seem old. */
final class PauseNotes {
  private static final Set<String> OTHER_EFFECTS =
      Set.of("BLANKED", "USERNAMES", "LINKED", "REACTIVATED");

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

  /** Says what stands in the way, if anything does. */
  void after(@Nullable ApplyResult result) {
    if (result instanceof ApplyResult.Paused paused) {
      streams.err().println("paused: " + text(paused.pause()));
    } else if (result instanceof ApplyResult.Blocked blocked) {
      Pause by = blocked.by();
      String scope =
          by.held()
              ? "unassignments of `" + by.app() + "` are held"
              : by.wholeOrg()
                  ? "all imports are paused"
                  : "imports of `" + by.app() + "` are paused";
      streams.err().println("paused: " + scope + " since " + by.time() + ": " + text(by));
      streams
          .err()
          .println(" hint: `attune roadblock` shows the plan; approve, resume or cancel it");
    }
  }

  /** A pause in one line; a limit on anything but unassignments allows no number of those. */
  static String text(Pause pause) {
    if (OTHER_EFFECTS.contains(pause.limit())) {
      return "limit "
          + pause.limit()
          + ", "
          + pause.allowed()
          + " allowed; "
          + pause.unassignments()
          + " of "
          + pause.population()
          + (pause.held() ? " held" : " unassigned");
    }
    return "limit "
        + pause.limit()
        + ", "
        + pause.unassignments()
        + " unassigned, "
        + pause.allowed()
        + " allowed of "
        + pause.population();
  }

  private void warn(String message) {
    streams.err().println(workspacePath + ":1:1: warning: " + message);
  }
}
