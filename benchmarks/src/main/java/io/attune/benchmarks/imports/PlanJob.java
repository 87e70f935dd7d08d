package io.attune.benchmarks.imports;

import io.attune.benchmarks.data.Workspaces;
import io.attune.benchmarks.harness.Heap;
import io.attune.benchmarks.harness.Job;
import io.attune.plan.DirectorySnapshot;
import io.attune.plan.ImportMode;
import io.attune.plan.ImportPlan;
import io.attune.plan.ImportPlanner;
import io.attune.plan.ImportRun;
import io.attune.plan.ImportSettings;
import io.attune.plan.RecordMemory;
import io.attune.plan.Sha256;
import io.attune.plan.UnchangedRecords;
import io.attune.scim.RecordFile;
import io.attune.workspace.DirectoryFiles;
import io.attune.workspace.Fingerprints;
import io.attune.workspace.ImportConfiguration;
import io.attune.workspace.Workspace;
import io.attune.workspace.WorkspaceImport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An import, from a loaded snapshot to the last byte of the plan. Options: the workspace, the feed,
 * {@code FULL} or {@code INCREMENTAL}; then {@code SKIP} where records are passed over that an
 * import of the unchanged feed found unchanged, {@code TWO_THREADS} where it has a second, and
 * {@code TEN_TIMES} where it is done ten times over, being too short for the clock of CPU time.
 */
final class PlanJob implements Job {
  private static final Instant TIME = Instant.parse("2026-01-05T08:00:00Z");

  private Path feed = Path.of("");
  private @Nullable Workspace workspace;
  private @Nullable ImportSettings settings;
  private @Nullable DirectorySnapshot directory;
  private RecordMemory memory = RecordMemory.empty();
  private boolean twoThreads;
  private int times = 1;
  private @Nullable ImportPlan planned;
  private @Nullable Path prepared;
  private long before;

  @Override
  public void prepare(Path data, List<String> options) throws IOException {
    planned = null;
    if (data.equals(prepared)) {
      return;
    }
    directory = null;
    memory = RecordMemory.empty();
    before = Heap.usedBytes();
    feed = data.resolve(options.get(1));
    twoThreads = options.contains("TWO_THREADS");
    times = options.contains("TEN_TIMES") ? 10 : 1;
    load(data, options);
    prepared = data;
  }

  private void load(Path data, List<String> options) throws IOException {
    Workspace read = Workspace.read(data.resolve(options.get(0)));
    workspace = read;
    ImportRun run =
        new ImportRun(
            Workspaces.APP,
            ImportMode.valueOf(options.get(2)),
            TIME,
            Fingerprints.config(read.folder()),
            Fingerprints.directory(read.folder()));
    settings = ImportConfiguration.of(read, run);
    directory = DirectoryFiles.read(read, Workspaces.APP);
    if (options.contains("SKIP")) {
      memory = memory(data);
    }
  }

  /** What an import of the unchanged feed remembers, made once for all JVMs. */
  private RecordMemory memory(Path data) throws IOException {
    Path file = data.resolve("unchanged.bin");
    if (!Files.exists(file)) {
      Path later = feed;
      feed = data.resolve(ImportData.feed(0));
      try (InputStream in = Files.newInputStream(feed)) {
        Files.write(file, plan(in).memory().toBytes());
      } finally {
        feed = later;
      }
    }
    return RecordMemory.of(Files.readAllBytes(file));
  }

  private ImportPlan plan(InputStream in) {
    if (workspace == null || settings == null || directory == null) {
      throw new IllegalStateException("nothing was prepared");
    }
    RecordFile records =
        new RecordFile(
            feed.toString(),
            in,
            workspace.appSchema(Workspaces.APP),
            OptionalLong.empty(),
            (line, fault) -> {});
    records.passingOver(UnchangedRecords.of(memory, directory, settings));
    if (twoThreads) {
      records.readAhead();
    }
    return ImportPlanner.plan(records, directory, settings);
  }

  @Override
  public String run() throws IOException {
    Path out = Files.createTempFile(feed.toAbsolutePath().getParent(), "plan", ".jsonl");
    try {
      String answer = write(out);
      for (int more = 1; more < times; more++) {
        answer = write(out);
      }
      return answer;
    } finally {
      Files.deleteIfExists(out);
    }
  }

  /** Writes the plan into a file. */
  String write(Path out) throws IOException {
    try (InputStream in = Files.newInputStream(feed)) {
      ImportPlan plan = plan(in);
      planned = plan;
      Sha256 hash = WorkspaceImport.write(plan, out, false, twoThreads ? 2 : 1);
      var users = plan.report().users();
      return String.format(
          "%d scanned, %d new, %d updated, %d unchanged, %d bytes, %s",
          users.scanned(),
          users.created(),
          users.updated(),
          users.unchanged(),
          Files.size(out),
          hash.hex());
    }
  }

  /** What the snapshot, the memory and the plan keep alive. */
  @Override
  public long kept() {
    return planned == null ? 0 : Math.max(0, Heap.usedBytes() - before);
  }
}
