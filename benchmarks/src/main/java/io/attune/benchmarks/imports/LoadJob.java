package io.attune.benchmarks.imports;

import io.attune.benchmarks.data.Workspaces;
import io.attune.benchmarks.harness.Heap;
import io.attune.benchmarks.harness.Job;
import io.attune.plan.DirectorySnapshot;
import io.attune.workspace.DirectoryFiles;
import io.attune.workspace.Fingerprints;
import io.attune.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads and hashes the snapshot of a workspace, which the first option names. */
final class LoadJob implements Job {
  private Path root = Path.of("");
  private @Nullable DirectorySnapshot loaded;
  private long before;

  @Override
  public void prepare(Path data, List<String> options) {
    loaded = null;
    root = data.resolve(options.get(0));
    before = Heap.usedBytes();
  }

  @Override
  public String run() throws IOException {
    Workspace workspace = Workspace.read(root);
    Fingerprints.directory(workspace.folder());
    DirectorySnapshot directory = DirectoryFiles.read(workspace, Workspaces.APP);
    loaded = directory;
    return directory.size() + " people";
  }

  /** What the snapshot keeps alive. */
  @Override
  public long kept() {
    return loaded == null ? 0 : Math.max(0, Heap.usedBytes() - before);
  }
}
