package io.attune.plan.reference;

import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.LinkChange;
import io.attune.plan.PlannedChange.StatusChange;
import io.attune.plan.PlannedMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is thought of one record, or of one link that was not seen, while the plan is made. */
final class Judgement {
  static final String WAITS = "WAITS_FOR_THIS_PLAN";

  /** An Okta profile as it would be written; attributes of other sources name theirs. */
  record Draft(
      Map<String, Object> after,
      Set<String> defaulted,
      Map<String, String> sources,
      boolean refused,
      List<Diagnostic> diagnostics) {}

  final @Nullable String externalId;

  /** What an active record that could be read said; else null. */
  @Nullable Map<String, Object> record;

  /** Whether it is a record of the feed. */
  boolean scanned = true;

  Outcome outcome = Outcome.ERROR;
  @Nullable String person;
  @Nullable PlannedMatch match;
  @Nullable Draft draft;
  @Nullable StatusChange status;
  @Nullable LinkChange link;
  List<Diagnostic> diagnostics = new ArrayList<>();

  /** Whether a person chose who it is. */
  boolean chosen;

  Judgement(@Nullable String externalId) {
    this.externalId = externalId;
  }

  Judgement is(Outcome newOutcome) {
    outcome = newOutcome;
    return this;
  }

  /** Nothing of it is written any more. */
  Judgement refused(Outcome newOutcome, @Nullable PlannedMatch newMatch) {
    outcome = newOutcome;
    match = newMatch;
    draft = null;
    status = null;
    link = null;
    diagnostics.removeIf(each -> each.code().equals("SOURCE_CHANGED"));
    return this;
  }

  void note(String code, @Nullable String attribute, @Nullable String message) {
    diagnostics.add(new Diagnostic(code, attribute, message));
  }

  boolean says(String code) {
    return diagnostics.stream().anyMatch(each -> each.code().equals(code));
  }
}
