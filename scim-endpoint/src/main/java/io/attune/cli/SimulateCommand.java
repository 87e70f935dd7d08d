package io.attune.cli;

import io.attune.plan.DirectorySnapshot;
import io.attune.plan.ImportMode;
import io.attune.plan.ImportPlan;
import io.attune.plan.ImportPlanner;
import io.attune.plan.ImportRun;
import io.attune.plan.ImportSettings;
import io.attune.plan.PlanDifference;
import io.attune.plan.PlanSummary;
import io.attune.scim.RecordFile;
import io.attune.workspace.ConfigurationChange;
import io.attune.workspace.DirectoryFiles;
import io.attune.workspace.Fingerprints;
import io.attune.workspace.Folder;
import io.attune.workspace.ImportConfiguration;
import io.attune.workspace.InputErrors;
import io.attune.workspace.Workspace;
import io.attune.workspace.WorkspaceApply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune simulate}: the same records under today's and another configuration. */
@Command(
    name = "simulate",
    description = "Plans an import under a changed configuration and shows who moves.")
final class SimulateCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "WORKSPACE", description = "The org's folder.")
  private Path workspacePath = Path.of("");

  @Option(names = "--app", required = true, paramLabel = "NAME", description = "The app.")
  private String app = "";

  @Option(
      names = "--records",
      required = true,
      paramLabel = "FILE",
      description = "What the app sent; - is standard input.")
  private String records = "";

  @Option(
      names = "--change",
      required = true,
      paramLabel = "FILE",
      description = "An object of configuration file to JSON merge patch.")
  private Path change = Path.of("");

  @Option(names = "--incremental", description = "The feed holds changes only.")
  private boolean incremental;

  @Option(names = "--expect", paramLabel = "N", description = "How many records there should be.")
  private @Nullable Long expect;

  @Option(names = "--at", paramLabel = "TIME", description = "The time of both imports.")
  private @Nullable String at;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the report.")
  private ImportCommand.Format format = ImportCommand.Format.TEXT;

  SimulateCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Instant time = AppCommand.time(at, spec);
    Folder folder = Folder.open(workspacePath);
    WorkspaceApply.recover(folder);
    Folder changed = ConfigurationChange.apply(folder, change(), change.toString());
    Path feed = feed();
    try {
      // One after the other, so that only one directory is in memory.
      PlanSummary today = summary(folder, feed, time, true);
      PlanSummary proposed = summary(changed, feed, time, false);
      PlanDifference difference = PlanDifference.between(today, proposed);
      streams
          .out()
          .print(
              format == ImportCommand.Format.JSON
                  ? DifferenceText.json(today, proposed, difference)
                  : DifferenceText.text(today, proposed, difference));
      return Attune.DONE;
    } finally {
      if (records.equals("-")) {
        Files.deleteIfExists(feed);
      }
    }
  }

  private byte[] change() throws IOException {
    if (Files.isDirectory(change)) {
      throw InputErrors.of(change.toString(), "this is a folder", "give a file of merge patches");
    }
    try {
      return Files.readAllBytes(change);
    } catch (NoSuchFileException e) {
      throw InputErrors.of(change.toString(), "there is no such file", "");
    }
  }

  /** A file that can be read twice. */
  private Path feed() throws IOException {
    if (!records.equals("-")) {
      return Path.of(records);
    }
    Path copy = Files.createTempFile("attune-records", ".jsonl");
    try (InputStream in = ImportCommand.openRecords(records)) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return copy;
  }

  private PlanSummary summary(Folder folder, Path feed, Instant time, boolean says)
      throws IOException {
    Workspace workspace = Workspace.read(folder);
    ImportRun run =
        new ImportRun(
            app,
            incremental ? ImportMode.INCREMENTAL : ImportMode.FULL,
            time,
            Fingerprints.config(folder),
            Fingerprints.directory(folder));
    ImportSettings settings = ImportConfiguration.of(workspace, run);
    try (InputStream in = ImportCommand.openRecords(feed.toString())) {
      DirectorySnapshot directory = DirectoryFiles.read(workspace, app);
      RecordFile batch =
          new RecordFile(
              records,
              in,
              workspace.appSchema(app),
              AppCommand.expected(expect, spec),
              (line, fault) -> {
                if (says) {
                  streams.err().println(records + ":" + line + ":1: error: " + fault.message());
                  if (!fault.hint().isEmpty()) {
                    streams.err().println(" hint: " + fault.hint());
                  }
                }
              });
      ImportPlan plan = ImportPlanner.plan(batch, directory, settings);
      if (says) {
        streams.err().print(ReportText.incomplete(records, plan.report()));
      }
      return PlanSummary.of(plan);
    }
  }
}
