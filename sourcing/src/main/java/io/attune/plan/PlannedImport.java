package io.attune.plan;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A plan whose lines are made of packed decisions. */
record PlannedImport(
    ImportRun run,
    Sha256 records,
    PlanLines lines,
    List<PlannedGroup> groups,
    ImportReport report,
    Supplier<RecordMemory> remembering)
    implements ImportPlan {
  @Override
  public void forEachLine(Consumer<? super PlannedChange> each) {
    lines.forEach(each);
  }

  @Override
  public RecordMemory memory() {
    return remembering.get();
  }
}
