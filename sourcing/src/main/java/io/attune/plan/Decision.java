package io.attune.plan;

import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.LinkChange;
import io.attune.plan.PlannedChange.StatusChange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
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
 * @param sources by slot, the app that a value of the draft is from where it is not the importing
 *     one
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
    Map<Integer, String> sources,
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
    this(outcome, person, match, draft, defaulted, Map.of(), status, link, diagnostics, false);
  }

  /** The same, because a person chose so. */
  Decision byChoice() {
    return new Decision(
        outcome, person, match, draft, defaulted, sources, status, link, diagnostics, true);
  }

  /** The same, with these values taken from other sources. */
  Decision from(Map<Integer, String> otherSources) {
    return new Decision(
        outcome, person, match, draft, defaulted, otherSources, status, link, diagnostics, chosen);
  }

  /** A decision that writes nothing. */
  static Decision of(
      Outcome outcome, int person, @Nullable PlannedMatch match, List<Diagnostic> diagnostics) {
    return new Decision(outcome, person, match, NO_DRAFT, NONE_DEFAULTED, null, null, diagnostics);
  }

  /** The same person and evidence, but nothing is written: the record waits or is in error. */
  Decision refused(Outcome newOutcome, @Nullable PlannedMatch newMatch, Diagnostic why) {
    List<Diagnostic> stay = new ArrayList<>(with(why));
    stay.removeIf(each -> each.code().equals(Standings.SOURCE_CHANGED));
    return of(newOutcome, person, newMatch, stay);
  }

  /** The same, but the profile stays as it is. */
  Decision withoutDraft(Diagnostic why) {
    return new Decision(
        outcome,
        person,
        match,
        NO_DRAFT,
        NONE_DEFAULTED,
        Map.of(),
        status,
        link,
        with(why),
        chosen);
  }

  /** The same with one more diagnostic. */
  Decision noting(Diagnostic diagnostic) {
    return new Decision(
        outcome, person, match, draft, defaulted, sources, status, link, with(diagnostic), chosen);
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
