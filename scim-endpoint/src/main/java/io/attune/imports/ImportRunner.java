package io.attune.imports;

import io.attune.plan.GroupRecord;
import io.attune.plan.ImportMode;
import io.attune.plan.ImportPlan;
import io.attune.plan.RecordBatch;
import io.attune.plan.Sha256;
import io.attune.plan.json.PlanFile;
import io.attune.plan.json.PlanWriter;
import io.attune.scim.RecordFile;
import io.attune.store.Database;
import io.attune.store.ImportSource;
import io.attune.store.ResourceStore;
import io.attune.store.StoredImport;
import io.attune.store.StoredImport.Plan;
import io.attune.workspace.WorkspaceImport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** Plans imports of a served workspace, as the command does. */
final class ImportRunner {
  private final Path workspace;
  private final Path work;
  private final ResourceStore resources;
  private final StoredGroups groups;

  /** With a folder for feeds and plans that are not applied. */
  ImportRunner(Path workspace, Path work, Database database) {
    this.workspace = workspace;
    this.work = work;
    this.resources = new ResourceStore(database);
    this.groups = new StoredGroups(database);
  }

  /** Where the plan of an import is until it is applied or paused. */
  Path planFile(StoredImport first) {
    return work.resolve(first.id() + ".plan.jsonl");
  }

  /**
   * Plans one import, or several writes at one endpoint together.
   *
   * @throws io.attune.workspace.InputErrors if the workspace has errors
   */
  PlannedImport plan(List<StoredImport> imports, Instant time) throws IOException {
    StoredImport first = imports.get(0);
    Path records = work.resolve(first.id() + ".records.jsonl");
    try {
      write(imports, records);
      ImportMode mode = ImportMode.valueOf(first.mode());
      WorkspaceImport run = WorkspaceImport.of(workspace, first.app(), mode, time);
      try (InputStream in = Files.newInputStream(records)) {
        RecordFile feed =
            run.feed(
                "import " + first.id(),
                in,
                OptionalLong.empty(),
                run.memory(),
                (line, fault) -> {});
        ImportPlan plan = run.plan(feed, batch -> with(groups(imports), batch));
        Sha256 hash = WorkspaceImport.write(plan, planFile(first), false, 1);
        PlanFile file = PlanFile.of(plan, hash);
        Plan summary =
            new Plan(
                hash.hex(),
                file.unassignments(),
                time.toEpochMilli(),
                PlanWriter.trailer(plan, hash));
        return new PlannedImport(run, feed, plan, file, summary);
      }
    } finally {
      Files.deleteIfExists(records);
    }
  }

  /** Groups do not pass through the file: the members of one may be more than a record holds. */
  private List<GroupRecord> groups(List<StoredImport> imports) {
    return switch (imports.get(0).source()) {
      case STORE -> groups.all(imports.get(0).app());
      case ENDPOINT -> groups.written(imports);
      case SCIM -> List.of();
    };
  }

  private static RecordBatch with(List<GroupRecord> groups, RecordBatch batch) {
    return each -> {
      groups.forEach(each);
      return batch.forEach(each);
    };
  }

  private void write(List<StoredImport> imports, Path records) throws IOException {
    StoredImport first = imports.get(0);
    if (first.source() == ImportSource.STORE) {
      ImportFeed.ofStore(resources, first.app(), records);
    } else if (first.source() == ImportSource.SCIM) {
      ImportFeed.ofRecords(first, records);
    } else {
      ImportFeed.ofWrites(imports, records);
    }
  }
}
