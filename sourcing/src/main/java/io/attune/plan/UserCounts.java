package io.attune.plan;

/**
 * The counts of a report. {@code scanned} is the sum of new, updated, unchanged, all pending,
 * ambiguous, conflict, ignored, skipped, errors and removedInactive. Source: formats, Plan.
 */
public record UserCounts(
    int scanned,
    int created,
    int updated,
    int linked,
    int unchanged,
    int removed,
    int removedInactive,
    int pendingExact,
    int pendingPartial,
    int pendingNew,
    int pendingActivation,
    int ambiguous,
    int conflict,
    int ignored,
    int skipped,
    int errors,
    int reactivated,
    int suspended,
    int deactivated) {}
