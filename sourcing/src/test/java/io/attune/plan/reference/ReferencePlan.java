package io.attune.plan.reference;

import io.attune.plan.ImportReport;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedGroup;
import java.util.List;

/** What the reference planner says: all lines in order, and what they come to. */
public record ReferencePlan(
    List<PlannedChange> lines, List<PlannedGroup> groups, ImportReport report) {}
