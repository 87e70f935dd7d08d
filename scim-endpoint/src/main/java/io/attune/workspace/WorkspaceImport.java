package io.attune.workspace;

import io.attune.plan.DirectorySnapshot;
import io.attune.plan.ImportMode;
import io.attune.plan.ImportPlan;
import io.attune.plan.ImportPlanner;
import io.attune.plan.ImportRun;
import io.attune.plan.ImportSettings;
import io.attune.plan.RecordBatch;
import io.attune.plan.RecordMemory;
import io.attune.plan.Sha256;
import io.attune.plan.UnchangedRecords;
import io.attune.plan.json.PlanWriter;
import io.attune.scim.RecordFault;
import io.attune.scim.RecordFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One import of a workspace, from records to a plan file: what {@code attune import} and the SCIM
 * service both run. Nothing here writes into the directory; {@link WorkspaceApply} does.
 */
public final class WorkspaceImport {
  private final Workspace workspace;
  private final ImportSettings settings;
  private @Nullable DirectorySnapshot directory;

  private WorkspaceImport(Workspace workspace, ImportSettings settings) {
    this.workspace = workspace;
    this.settings = settings;
  }

  /**
   * Reads and compiles the configuration, after finishing what a crash left.
   *
   * @throws InputErrors with everything that is wrong in it
   */
  public static WorkspaceImport of(Path workspacePath, String app, ImportMode mode, Instant time)
      throws IOException {
    Folder folder = Folder.open(workspacePath);
    WorkspaceApply.recover(folder);
    Workspace workspace = Workspace.read(workspacePath);
    ImportRun run =
        new ImportRun(app, mode, time, Fingerprints.config(folder), Fingerprints.directory(folder));
    return new WorkspaceImport(workspace, ImportConfiguration.of(workspace, run));
  }

  /** The configuration. */
  public Workspace workspace() {
    return workspace;
  }

  /**
   * The directory before the import, read when it is first asked for.
   *
   * @throws InputErrors with everything that is wrong in its files
   */
  public DirectorySnapshot directory() {
    DirectorySnapshot read = directory;
    if (read == null) {
      read = DirectoryFiles.read(workspace, app());
      directory = read;
    }
    return read;
  }

  private String app() {
    return settings.run().app();
  }

  /**
   * The records of a stream, of which those are passed over that are known to change nothing.
   *
   * @param name the file's name, whose extension tells CSV
   * @param memory what is known
   * @param faults hears of records that cannot be read
   */
  public RecordFile feed(
      String name,
      InputStream in,
      OptionalLong expected,
      RecordMemory memory,
      RecordFault.Listener faults) {
    return new RecordFile(name, in, workspace.appSchema(app()), expected, faults)
        .passingOver(UnchangedRecords.of(memory, directory(), settings));
  }

  /** What the app's last full import found unchanged. */
  public RecordMemory memory() {
    return MemoryFile.ofThisProgram().read(workspace.folder(), app());
  }

  /** Plans the import of these records. */
  public ImportPlan plan(RecordFile feed, UnaryOperator<RecordBatch> watched) {
    return ImportPlanner.plan(watched.apply(feed), directory(), settings);
  }

  /** A full feed tells the next one what it need not parse; a part of one would forget the rest. */
  public void remember(ImportPlan plan, RecordFile feed, ApplyResult applied) {
    if (applied instanceof ApplyResult.Applied
        && feed.wasLines()
        && settings.run().mode() == ImportMode.FULL) {
      MemoryFile.ofThisProgram().write(workspace.folder(), app(), plan.memory());
    }
  }

  /**
   * Writes a plan beside its place and renames it, so that a plan file is whole or not there.
   *
   * @param threads 1, or 2 to have a second one write what this one makes; the bytes are the same
   */
  public static Sha256 write(ImportPlan plan, Path target, boolean changesOnly, int threads)
      throws IOException {
    Path place = Files.exists(target) ? target.toRealPath() : target;
    Path folder = place.toAbsolutePath().getParent();
    Path aside = Files.createTempFile(folder, ".attune-plan", ".tmp");
    try {
      Sha256 hash;
      try (OutputStream out = writing(aside, threads)) {
        hash = PlanWriter.write(plan, out, changesOnly);
      }
      Files.move(aside, place, StandardCopyOption.REPLACE_EXISTING);
      return hash;
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static OutputStream writing(Path file, int threads) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    return threads > 1 ? new WriteBehind(out) : new BufferedOutputStream(out, 1 << 16);
  }
}
