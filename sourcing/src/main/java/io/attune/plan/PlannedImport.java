package io.attune.plan;

import java.util.List;
import java.util.function.Consumer;

/** A plan whose lines are made of packed decisions. */
record PlannedImport(
    ImportRun run, Sha256 records, PlanLines lines, List<PlannedGroup> groups, ImportReport report)
    implements ImportPlan {
  @Override
  public void forEachLine(Consumer<? super PlannedChange> each) {
    lines.forEach(each);
  }
}
