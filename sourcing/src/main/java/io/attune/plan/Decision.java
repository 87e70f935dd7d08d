package io.attune.plan;

import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.LinkChange;
import io.attune.plan.PlannedChange.StatusChange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one record or link, small enough to keep one for everybody: profiles are
 * rows elsewhere and become values only when the line is asked for.
 *
 * @param outcome what happens
 * @param person the person's number in the directory, or {@link #NOBODY}
 * @param match who the record is; null only for records that could not be read
 * @param draft the row of the Okta profile as it would be written, or {@link #NO_DRAFT}
 * @param defaulted the slots of the draft that took the schema's default
 * @param status the change of the person's status, or null
 * @param link the change of the stored link, or null
 * @param diagnostics what else to know, in a fixed order
 * @param chosen whether a person's choice decided who the record is
 */
record Decision(
    Outcome outcome,
    int person,
    @Nullable PlannedMatch match,
    int draft,
    BitSet defaulted,
    @Nullable StatusChange status,
    @Nullable LinkChange link,
    List<Diagnostic> diagnostics,
    boolean chosen) {
  static final int NOBODY = -1;
  static final int NO_DRAFT = -1;

  /** No slot took its default; shared and never written to. */
  static final BitSet NONE_DEFAULTED = new BitSet(0);

  Decision {
    diagnostics = List.copyOf(diagnostics);
  }

  /** A decision by rules alone. */
  Decision(
      Outcome outcome,
      int person,
      @Nullable PlannedMatch match,
      int draft,
      BitSet defaulted,
      @Nullable StatusChange status,
      @Nullable LinkChange link,
      List<Diagnostic> diagnostics) {
    this(outcome, person, match, draft, defaulted, status, link, diagnostics, false);
  }

  /** The same, because a person chose so. */
  Decision byChoice() {
    return new Decision(outcome, person, match, draft, defaulted, status, link, diagnostics, true);
  }

  /** A decision that writes nothing. */
  static Decision of(
      Outcome outcome, int person, @Nullable PlannedMatch match, List<Diagnostic> diagnostics) {
    return new Decision(outcome, person, match, NO_DRAFT, NONE_DEFAULTED, null, null, diagnostics);
  }

  /** The same person and evidence, but nothing is written: the record waits or is in error. */
  Decision refused(Outcome newOutcome, @Nullable PlannedMatch newMatch, Diagnostic why) {
    return of(newOutcome, person, newMatch, with(why));
  }

  /** The same with one more diagnostic. */
  Decision noting(Diagnostic diagnostic) {
    return new Decision(
        outcome, person, match, draft, defaulted, status, link, with(diagnostic), chosen);
  }

  boolean hasDraft() {
    return draft != NO_DRAFT;
  }

  private List<Diagnostic> with(Diagnostic diagnostic) {
    List<Diagnostic> more = new ArrayList<>(diagnostics);
    more.add(diagnostic);
    return more;
  }
}
