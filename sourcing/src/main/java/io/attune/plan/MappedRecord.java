package io.attune.plan;

import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.profile.Profile;
import java.util.BitSet;
import java.util.List;

/**
 * What the To Okta table made of a record.
 *
 * @param values over the user schema; absent where nothing is mapped, or null is
 * @param kept the slots that an update leaves as they are: unmapped ones, and failed ones under
 *     KEEP
 * @param failed whether a failure forbids to write anything of the person
 * @param diagnostics failures and warnings, in slot order
 */
record MappedRecord(Profile values, BitSet kept, boolean failed, List<Diagnostic> diagnostics) {}
