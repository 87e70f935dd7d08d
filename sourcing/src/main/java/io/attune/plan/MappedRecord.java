package io.attune.plan;

import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.profile.Profile;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * What the To Okta table made of a record.
 *
 * @param values over the user schema; absent where nothing is mapped, or null is
 * @param kept the slots that an update leaves as they are: unmapped ones, and failed ones under
 *     KEEP
 * @param refusing the slots whose failure forbids to write anything of the person
 * @param diagnostics failures and warnings, in slot order
 * @param sources by slot, the app that a value is from where it is not the importing one
 */
record MappedRecord(
    Profile values,
    BitSet kept,
    BitSet refusing,
    List<Diagnostic> diagnostics,
    Map<Integer, String> sources) {
  /** Whether a failure forbids to write anything of the person. */
  boolean failed() {
    return !refusing.isEmpty();
  }
}
