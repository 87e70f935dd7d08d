package io.attune.plan;

import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.profile.Profile;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * An Okta profile as a record would leave it.
 *
 * @param profile all values after
 * @param changed whether they are others than before
 * @param defaulted the slots that took the schema's default
 * @param sources by slot, the app that a value is from where it is not the importing one
 * @param refused whether nothing of it may be written
 * @param diagnostics why, and what else to know
 */
record UserDraft(
    Profile profile,
    boolean changed,
    BitSet defaulted,
    Map<Integer, String> sources,
    boolean refused,
    List<Diagnostic> diagnostics) {}
