package io.attune.cli;

import io.attune.plan.Outcome;
import io.attune.workspace.Folder;
import io.attune.workspace.PendingPreview;
import io.attune.workspace.WaitingJson;
import io.attune.workspace.WaitingRecord;
import io.attune.workspace.Workspace;
import io.attune.workspace.WorkspaceApply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune pending}: what waits for a person, why, and what a yes would change. */
@Command(
    name = "pending",
    description = "Lists the records that wait: why, who they may be, what a yes would change.")
final class PendingCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @Option(names = "--app", required = true, paramLabel = "NAME", description = "The app.")
  private String app = "";

  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "OUTCOME",
      description = "Only records that wait as this, such as PENDING_EXACT or CONFLICT.")
  private Set<Outcome> kinds = EnumSet.noneOf(Outcome.class);

  @Option(names = "--record", paramLabel = "ID", description = "Only this record.")
  private @Nullable String record;

  @Option(names = "--at", paramLabel = "TIME", description = "The time of the import shown.")
  private @Nullable String at;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the list.")
  private ImportCommand.Format format = ImportCommand.Format.TEXT;

  PendingCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    WorkspaceApply.recover(Folder.open(workspacePath));
    Workspace workspace = Workspace.read(workspacePath);
    AppCommand.check(workspace, app);
    PendingPreview preview = new PendingPreview(workspace, app, AppCommand.time(at, spec));
    int shown = 0;
    for (WaitingRecord waiting : WaitingRecord.all(preview)) {
      if (isWanted(waiting)) {
        shown++;
        streams.out().print(shown(waiting));
      }
    }
    if (format == ImportCommand.Format.TEXT) {
      streams.out().println(shown + " of " + preview.waiting().size() + " waiting records");
    }
    return Attune.DONE;
  }

  private boolean isWanted(WaitingRecord waiting) {
    boolean kind =
        kinds.isEmpty()
            || kinds.contains(waiting.line().record().outcome())
            || kinds.contains(waiting.next().outcome());
    return kind && (record == null || record.equals(waiting.line().externalId()));
  }

  private String shown(WaitingRecord waiting) throws IOException {
    return format == ImportCommand.Format.JSON
        ? WaitingJson.of(waiting) + "\n"
        : WaitingText.of(waiting);
  }
}
