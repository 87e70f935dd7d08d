package io.attune.plan;

import io.attune.matching.MatchOutcome;
import io.attune.plan.PendingRecord.Choice;
import io.attune.plan.PendingRecord.Kind;
import io.attune.plan.PlannedChange.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * What a person's choice about a waiting record is worth now. A choice that has lost its sense
 * since it was made decides nothing, and nothing is decided automatically in its place: the record
 * waits, and its line says why. Source: formats, Apply; okta-behaviour 3.10.
 *
 * @param kind the choice that decides, or null if none does
 * @param person whom USER means, or {@link Decision#NOBODY}
 * @param consent who may confirm the record's match
 * @param lapsed why a choice does not decide any more, or null
 */
record StandingChoice(
    @Nullable Kind kind, int person, Consent consent, @Nullable Diagnostic lapsed) {
  /** Who confirms a match. */
  enum Consent {
    /** A person did. */
    GIVEN,
    /** The app's settings may. */
    AUTOMATIC,
    /** Nobody: a person decided something else, which cannot be done any more. */
    WITHHELD
  }

  private static final StandingChoice NONE =
      new StandingChoice(null, Decision.NOBODY, Consent.AUTOMATIC, null);

  /**
   * What the choice about a record is worth.
   *
   * @param found whom the rules find now
   */
  static StandingChoice of(
      @Nullable PendingRecord pending, MatchOutcome found, DirectorySnapshot directory) {
    Choice choice = pending == null ? null : pending.choice();
    if (pending == null || choice == null) {
      return NONE;
    }
    return switch (choice.kind()) {
      case NOT_USER -> NONE;
      case IGNORE, NEW -> given(choice.kind(), Decision.NOBODY);
      case USER -> user(directory.find(String.valueOf(choice.userId())));
      case EXACT -> exact(pending, choice, found, directory);
    };
  }

  /** The person whom a choice rules out, or {@link Decision#NOBODY}. */
  static int banned(@Nullable PendingRecord pending, DirectorySnapshot directory) {
    Choice choice = pending == null ? null : pending.choice();
    boolean bans = choice != null && choice.kind() == Kind.NOT_USER && choice.userId() != null;
    return choice != null && bans
        ? directory.find(String.valueOf(choice.userId()))
        : Decision.NOBODY;
  }

  private static StandingChoice user(int person) {
    return person < 0
        ? lapsed("CHOSEN_USER_GONE", "the chosen user is not in the directory")
        : given(Kind.USER, person);
  }

  /** An exact match was confirmed for the person seen then; for nobody else. */
  private static StandingChoice exact(
      PendingRecord pending, Choice choice, MatchOutcome found, DirectorySnapshot directory) {
    if (!(found instanceof MatchOutcome.Exact exact)) {
      return lapsed("CHOSEN_MATCH_CHANGED", "no one person matches exactly any more");
    }
    String seen = choice.userId() == null ? pending.exactUser() : choice.userId();
    boolean same =
        seen == null
            || (exact.person() < directory.size() && seen.equals(directory.id(exact.person())));
    return same
        ? given(Kind.EXACT, Decision.NOBODY)
        : lapsed("CHOSEN_MATCH_CHANGED", "`" + seen + "` was confirmed, who is not the match");
  }

  private static StandingChoice given(Kind kind, int person) {
    return new StandingChoice(kind, person, Consent.GIVEN, null);
  }

  private static StandingChoice lapsed(String code, String why) {
    return new StandingChoice(
        null, Decision.NOBODY, Consent.WITHHELD, new Diagnostic(code, null, why));
  }
}
