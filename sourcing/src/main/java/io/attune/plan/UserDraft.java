package io.attune.plan;

import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.profile.Profile;
import java.util.BitSet;
import java.util.List;

/**
 * An Okta profile as a record would leave it.
 *
 * @param profile all values after
 * @param defaulted the slots that took the schema's default
 * @param refused whether nothing of it may be written
 * @param diagnostics why, and what else to know
 */
record UserDraft(
    Profile profile, BitSet defaulted, boolean refused, List<Diagnostic> diagnostics) {}
