package io.attune.cli;

import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.json.PlanFile;
import io.attune.plan.json.PlanWriter;
import io.attune.workspace.Folder;
import io.attune.workspace.Pause;
import io.attune.workspace.PauseText;
import io.attune.workspace.Pauses;
import io.attune.workspace.WorkspaceApply;
import io.attune.workspace.WorkspaceApps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code attune roadblock}: the apps whose imports stand still, and everybody concerned. */
@Command(name = "roadblock", description = "Lists paused imports, and everybody concerned.")
final class RoadblockCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @Option(names = "--app", paramLabel = "NAME", description = "Only this app.")
  private @Nullable String app;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the list.")
  private ImportCommand.Format format = ImportCommand.Format.TEXT;

  RoadblockCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Folder folder = Folder.open(workspacePath);
    WorkspaceApply.recover(folder);
    boolean any = false;
    for (Pause pause : Pauses.read(folder).all()) {
      if (app == null || app.equals(pause.app())) {
        show(folder, pause);
        any = true;
      }
    }
    if (!any) {
      WorkspaceApps.require(workspacePath, app); // one that is gone may have left a pause
    }
    return Attune.DONE;
  }

  private void show(Folder folder, Pause pause) throws IOException {
    String shown = folder.shown(pause.file());
    Path plan = folder.file(pause.file());
    Predicate<PlannedChange> concerned =
        concerned(pause, WorkspaceApply.read(plan, shown, line -> {}));
    if (format == ImportCommand.Format.JSON) {
      streams.out().println(Pauses.text(pause));
      WorkspaceApply.read(
          plan,
          shown,
          line -> {
            if (concerned.test(line)) {
              streams.out().println(PlanWriter.line(line));
            }
          });
      return;
    }
    streams.out().println(state(pause) + pause.time() + " by the plan of " + pause.app());
    streams.out().println("  " + PauseText.of(pause));
    streams.out().println("  plan " + pause.plan() + "  " + shown);
    WorkspaceApply.read(
        plan,
        shown,
        line -> {
          if (concerned.test(line)) {
            streams.out().println("    " + PersonText.of(line));
          }
        });
    if (!pause.held()) {
      String command = "  attune resume " + workspacePath + " --app " + pause.app();
      streams.out().println(command + " --approve " + pause.approval());
    }
    streams.out().println("  attune cancel " + workspacePath + " --app " + pause.app());
  }

  private static String state(Pause pause) {
    return pause.held()
        ? PauseText.held(pause) + " held since "
        : (pause.wholeOrg() ? "all imports" : pause.app()) + ": paused since ";
  }

  /**
   * Whom a pause is about: those the limit names, and everybody who would lose the app; of a plan
   * that was applied but for what it held, the held lines alone.
   */
  private static Predicate<PlannedChange> concerned(Pause pause, PlanFile plan) {
    if (pause.held()) {
      return line -> line.outcome() == Outcome.HELD;
    }
    Set<String> people = Set.copyOf(plan.safeguard().people());
    return line ->
        line.outcome() == Outcome.REMOVED || people.contains(String.valueOf(line.userId()));
  }
}
