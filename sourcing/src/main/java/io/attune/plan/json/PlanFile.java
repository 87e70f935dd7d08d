package io.attune.plan.json;

import io.attune.plan.ImportReport.Limit;
import io.attune.plan.ImportReport.Verdict;
import io.attune.plan.ImportRun;
import io.attune.plan.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What a plan's first and last line say, once its hash has been checked.
 *
 * @param run which import it is
 * @param records fingerprint of the raw records
 * @param verdict what the safeguards say
 * @param limit which limit paused it, or null
 * @param unassignments how many people lose the app
 * @param hash the plan's hash
 */
public record PlanFile(
    ImportRun run,
    Sha256 records,
    Verdict verdict,
    @Nullable Limit limit,
    int unassignments,
    Sha256 hash) {}
