package io.attune.plan;

import io.attune.matching.MatchOutcome;
import io.attune.matching.MatchOutcome.Cause;
import io.attune.matching.MatchOutcome.Conflict;
import io.attune.matching.MatchSubject;
import io.attune.matching.Matcher;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.StatusChange;
import io.attune.plan.PlannedMatch.Kind;
import io.attune.plan.StandingChoice.Consent;
import io.attune.profile.Profile;
import io.attune.sourcing.UserStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides about active records that are no known links: who they are, and whether that may be
 * written without a person. Source: okta-behaviour 3, 5.14 to 5.16; formats, Links.
 */
final class UnlinkedRecords {
  private final DirectorySnapshot directory;
  private final AppUsers links;
  private final Confirmation confirmation;
  private final Drafter drafter;
  private final Drafts drafts;
  private final MatchedRecords matched;
  private final Matches matches;
  private final MatchDangers dangers;
  private final boolean holdDoubtful;

  UnlinkedRecords(
      ImportSettings settings,
      DirectorySnapshot directory,
      Drafter drafter,
      ProfileSourcing sourcing,
      Drafts drafts) {
    this.directory = directory;
    this.links = directory.appUsers(settings.run().app());
    this.confirmation = settings.confirmation();
    this.drafter = drafter;
    this.drafts = drafts;
    this.matched = new MatchedRecords(settings, directory, sourcing, drafts);
    this.matches = new Matches(directory);
    this.dangers = new MatchDangers(directory, settings.matching().exact());
    this.holdDoubtful = settings.matching().holdDoubtful();
  }

  /**
   * A record as far as it is known before anything is decided.
   *
   * @param mapped what the To Okta table made of it
   * @param login the login that it would have, or null
   * @param found whom the rules find
   * @param choice what a person's choice is worth
   * @param dangers what is dubious about whom the rules find
   */
  private record Reading(
      MappedRecord mapped,
      @Nullable String login,
      MatchOutcome found,
      StandingChoice choice,
      List<Diagnostic> dangers) {
    /** Who may confirm the match: a dubious one only a person, if the settings hold it. */
    Consent consent(boolean holdDoubtful) {
      boolean held = holdDoubtful && !dangers.isEmpty() && choice.consent() == Consent.AUTOMATIC;
      return held ? Consent.WITHHELD : choice.consent();
    }
  }

  private Reading read(String externalId, Profile record, Matcher matcher) {
    MappedRecord mapped = drafter.map(record, Decision.NOBODY);
    String login = drafter.login(record, mapped);
    PendingRecord pending = directory.pending(externalId);
    int banned = StandingChoice.banned(pending, directory);
    MatchOutcome found = matcher.match(new MatchSubject(mapped.values(), login), banned);
    StandingChoice choice = StandingChoice.of(pending, found, directory);
    return new Reading(mapped, login, found, choice, dangers(found, mapped, choice));
  }

  /** Nothing is dubious about a match that a person's choice leaves aside, or of this plan. */
  private List<Diagnostic> dangers(MatchOutcome found, MappedRecord mapped, StandingChoice choice) {
    boolean counts = choice.kind() == null || choice.kind() == PendingRecord.Kind.EXACT;
    boolean known = found.people().stream().allMatch(person -> person < directory.size());
    return counts && known ? dangers.of(found, mapped.values()) : List.of();
  }

  /** Decides about one record, with {@code matcher} over the people who count. */
  Decision decide(String externalId, Profile record, Matcher matcher) {
    Reading reading = read(externalId, record, matcher);
    Decision decision = decide(record, reading, matches.planned(reading.found()));
    for (Diagnostic danger : reading.dangers()) {
      decision = decision.noting(danger);
    }
    Diagnostic lapsed = reading.choice().lapsed();
    return lapsed == null ? decision : decision.noting(lapsed);
  }

  private Decision decide(Profile record, Reading reading, PlannedMatch match) {
    StandingChoice choice = reading.choice();
    MappedRecord mapped = reading.mapped();
    MatchOutcome found = reading.found();
    if (choice.kind() == PendingRecord.Kind.IGNORE) {
      return Decision.of(Outcome.IGNORED, Decision.NOBODY, match, List.of());
    }
    if (choice.kind() == PendingRecord.Kind.USER) {
      return matched.chosen(record, choice.person(), match).byChoice();
    }
    if (choice.kind() == PendingRecord.Kind.NEW || found instanceof MatchOutcome.None) {
      return newPerson(mapped, reading.login(), choice.consent(), match);
    }
    if (found instanceof MatchOutcome.Exact exact) {
      return isLinked(exact.person())
          ? conflict(exact)
          : matched.exact(record, exact.person(), match, reading.consent(holdDoubtful));
    }
    if (found instanceof MatchOutcome.Partial partial) {
      return isLinked(partial.person())
          ? conflict(partial)
          : matched.partial(record, partial, match, reading.consent(holdDoubtful));
    }
    return Decision.of(Outcome.AMBIGUOUS, Decision.NOBODY, match, mapped.diagnostics());
  }

  /**
   * Who a record is, as far as matching and a person's choice say.
   *
   * @param person the one person it is, or a negative number
   * @param rank how good a claim that is; lower is better
   * @param confirmed whether a person chose so
   * @param confirmable whether it may be linked or created now, confirmed or automatically
   * @param found what the rules found
   */
  record Identity(
      int person, int rank, boolean confirmed, boolean confirmable, MatchOutcome found) {}

  /** Who a record is among the people whom {@code matcher} knows. */
  Identity identify(String externalId, Profile record, Matcher matcher) {
    Reading reading = read(externalId, record, matcher);
    StandingChoice choice = reading.choice();
    MatchOutcome found = reading.found();
    if (choice.kind() == PendingRecord.Kind.USER) {
      return new Identity(choice.person(), SamePerson.rank(Kind.EXACT), true, true, found);
    }
    int nobody = SamePerson.rank(Kind.NONE);
    if (choice.kind() == PendingRecord.Kind.NEW) {
      return new Identity(Decision.NOBODY, nobody, true, true, found);
    }
    boolean given = choice.consent() == Consent.GIVEN;
    boolean automatic = choice.consent() == Consent.AUTOMATIC;
    if (found instanceof MatchOutcome.Exact exact) {
      boolean confirmable = given || (automatic && confirmation.exactMatches());
      return new Identity(exact.person(), SamePerson.rank(Kind.EXACT), false, confirmable, found);
    }
    if (found instanceof MatchOutcome.Partial partial) {
      boolean confirmable = automatic && confirmation.partialMatches();
      return new Identity(
          partial.person(), SamePerson.rank(Kind.PARTIAL), false, confirmable, found);
    }
    boolean creates = found instanceof MatchOutcome.None && automatic && confirmation.newUsers();
    return new Identity(Decision.NOBODY, nobody, false, creates, found);
  }

  /** Any row of the person with another externalId, active or not, is in the way. */
  private boolean isLinked(int person) {
    int row = links.rowOfUser(person);
    return row >= 0 && links.isLink(row);
  }

  private Decision conflict(MatchOutcome found) {
    int person = found.people().get(0);
    String key = links.externalId(links.rowOfUser(person));
    return Decision.of(
        Outcome.CONFLICT,
        person,
        matches.planned(Conflict.with(Cause.ALREADY_LINKED, person, found.evidence())),
        List.of(new Diagnostic("ALREADY_LINKED", null, "to record `" + key + "`")));
  }

  private Decision newPerson(
      MappedRecord mapped, @Nullable String login, Consent consent, PlannedMatch match) {
    if (login == null) {
      PlannedMatch failed =
          matches.planned(new Conflict(Cause.USERNAME_FAILED, List.of(), 0, List.of()));
      return Decision.of(Outcome.CONFLICT, Decision.NOBODY, failed, mapped.diagnostics());
    }
    UserDraft draft = drafter.create(mapped, login);
    boolean automatic = consent == Consent.AUTOMATIC && confirmation.newUsers();
    boolean create = consent == Consent.GIVEN || automatic;
    if (create && draft.refused()) {
      return Decision.of(Outcome.ERROR, Decision.NOBODY, match, draft.diagnostics());
    }
    UserStatus status =
        confirmation.activateNewUsers() && confirmation.newUsers()
            ? UserStatus.PROVISIONED
            : UserStatus.STAGED;
    return new Decision(
        create ? Outcome.CREATE : Outcome.PENDING_NEW,
        Decision.NOBODY,
        match,
        drafts.add(draft.profile()),
        draft.defaulted(),
        create ? new StatusChange(null, status, null) : null,
        null,
        draft.diagnostics());
  }
}
