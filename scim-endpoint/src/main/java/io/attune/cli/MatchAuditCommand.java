package io.attune.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.plan.DirectorySnapshot;
import io.attune.plan.ImportMode;
import io.attune.plan.ImportRun;
import io.attune.plan.ImportSettings;
import io.attune.plan.MatchAudit;
import io.attune.plan.MatchAuditReport;
import io.attune.plan.Sha256;
import io.attune.scim.RecordFile;
import io.attune.workspace.DirectoryFiles;
import io.attune.workspace.Folder;
import io.attune.workspace.ImportConfiguration;
import io.attune.workspace.KnownRecords;
import io.attune.workspace.PendingFile;
import io.attune.workspace.Workspace;
import io.attune.workspace.WorkspaceApply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune match-audit}: what match rules would find, before one is switched on. */
@Command(
    name = "match-audit",
    description = "Counts what match rules would find, side by side. Nothing is changed.")
final class MatchAuditCommand implements Callable<Integer> {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @Option(names = "--app", required = true, paramLabel = "NAME", description = "The app.")
  private String app = "";

  @Option(
      names = "--records",
      paramLabel = "FILE",
      description = "A feed; without one, the app's links and what waits are the records.")
  private @Nullable String records;

  @Option(names = "--at", paramLabel = "TIME", description = "The time that expressions read.")
  private @Nullable String at;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the audit.")
  private ImportCommand.Format format = ImportCommand.Format.TEXT;

  MatchAuditCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    WorkspaceApply.recover(Folder.open(workspacePath));
    Workspace workspace = Workspace.read(workspacePath);
    Sha256 none = Sha256.of(new byte[0]);
    ImportRun run = new ImportRun(app, ImportMode.FULL, AppCommand.time(at, spec), none, none);
    ImportSettings settings = ImportConfiguration.of(workspace, run);
    MatchAuditReport report = report(workspace, settings);
    streams
        .out()
        .print(
            format == ImportCommand.Format.JSON
                ? MAPPER.writeValueAsString(report) + "\n"
                : MatchAuditText.of(report, settings.matching().partial()));
    return Attune.DONE;
  }

  private MatchAuditReport report(Workspace workspace, ImportSettings settings) throws IOException {
    DirectorySnapshot directory = DirectoryFiles.read(workspace, app);
    String file = records;
    if (file == null) {
      KnownRecords known =
          new KnownRecords(directory.appUsers(app), PendingFile.read(workspace, app));
      return MatchAudit.of(known, directory, settings);
    }
    try (InputStream in = ImportCommand.openRecords(file)) {
      RecordFile feed =
          new RecordFile(
              file,
              in,
              workspace.appSchema(app),
              OptionalLong.empty(),
              (line, fault) ->
                  streams.err().println(file + ":" + line + ":1: error: " + fault.message()));
      return MatchAudit.of(feed, directory, settings);
    }
  }
}
