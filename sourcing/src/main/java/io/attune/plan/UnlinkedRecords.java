package io.attune.plan;

import io.attune.matching.MatchOutcome;
import io.attune.matching.MatchSubject;
import io.attune.matching.Matcher;
import io.attune.plan.PendingRecord.Choice;
import io.attune.plan.PlannedChange.StatusChange;
import io.attune.plan.PlannedMatch.Kind;
import io.attune.plan.PlannedMatch.Reason;
import io.attune.profile.Profile;
import io.attune.sourcing.UserStatus;
import java.util.ArrayList;
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

  UnlinkedRecords(
      ImportSettings settings, DirectorySnapshot directory, Drafter drafter, Drafts drafts) {
    this.directory = directory;
    this.links = directory.appUsers(settings.run().app());
    this.confirmation = settings.confirmation();
    this.drafter = drafter;
    this.drafts = drafts;
    this.matched = new MatchedRecords(settings, directory, drafter, drafts);
  }

  /** Decides about one record, with {@code matcher} over the people who count. */
  Decision decide(String externalId, Profile record, Matcher matcher) {
    MappedRecord mapped = drafter.map(record, Decision.NOBODY);
    String login = drafter.login(record, mapped);
    Choice choice = choice(externalId);
    MatchOutcome found = matcher.match(new MatchSubject(mapped.values(), login), banned(choice));
    PlannedMatch match = evidence(found);
    if (choice != null && choice.kind() == PendingRecord.Kind.IGNORE) {
      return Decision.of(Outcome.IGNORED, Decision.NOBODY, match, List.of());
    }
    if (mapped.failed()) {
      return Decision.of(Outcome.ERROR, Decision.NOBODY, match, mapped.diagnostics());
    }
    int chosen = chosen(choice);
    if (chosen >= 0) {
      return matched.chosen(record, chosen, match).byChoice();
    }
    boolean isNew = choice != null && choice.kind() == PendingRecord.Kind.NEW;
    if (isNew || found instanceof MatchOutcome.None) {
      return newPerson(mapped, login, isNew, match);
    }
    boolean confirmed = choice != null && choice.kind() == PendingRecord.Kind.EXACT;
    if (found instanceof MatchOutcome.Exact exact) {
      return isLinked(exact.person())
          ? conflict(exact.person(), match)
          : matched.exact(record, exact.person(), match, confirmed);
    }
    if (found instanceof MatchOutcome.Partial partial) {
      return isLinked(partial.person())
          ? conflict(partial.person(), match)
          : matched.partial(record, partial, match);
    }
    return Decision.of(Outcome.AMBIGUOUS, Decision.NOBODY, match, mapped.diagnostics());
  }

  /**
   * Who a record is, as far as matching and a person's choice say.
   *
   * @param person the one person it is, or a negative number
   * @param rank how good a claim that is; lower is better
   * @param confirmed whether a person chose so
   * @param confirmable whether it may be linked now, confirmed or automatically
   * @param found what the rules found
   */
  record Identity(
      int person, int rank, boolean confirmed, boolean confirmable, MatchOutcome found) {}

  /** Who a record is among the people whom {@code matcher} knows. */
  Identity identify(String externalId, Profile record, Matcher matcher) {
    MappedRecord mapped = drafter.map(record, Decision.NOBODY);
    Choice choice = choice(externalId);
    MatchOutcome found =
        matcher.match(
            new MatchSubject(mapped.values(), drafter.login(record, mapped)), banned(choice));
    int chosen = chosen(choice);
    if (chosen >= 0) {
      return new Identity(chosen, SamePerson.rank(Kind.EXACT), true, true, found);
    }
    if (choice != null && choice.kind() == PendingRecord.Kind.NEW) {
      return new Identity(Decision.NOBODY, SamePerson.rank(Kind.NONE), true, true, found);
    }
    if (found instanceof MatchOutcome.Exact exact) {
      boolean confirmable = choice != null || confirmation.exactMatches();
      return new Identity(exact.person(), SamePerson.rank(Kind.EXACT), false, confirmable, found);
    }
    if (found instanceof MatchOutcome.Partial partial) {
      return new Identity(
          partial.person(),
          SamePerson.rank(Kind.PARTIAL),
          false,
          confirmation.partialMatches(),
          found);
    }
    return new Identity(Decision.NOBODY, SamePerson.rank(Kind.NONE), false, false, found);
  }

  private @Nullable Choice choice(String externalId) {
    PendingRecord pending = directory.pending(externalId);
    return pending == null ? null : pending.choice();
  }

  private int banned(@Nullable Choice choice) {
    boolean bans = choice != null && choice.kind() == PendingRecord.Kind.NOT_USER;
    return bans ? directory.find(userOf(choice)) : Matcher.NOBODY;
  }

  private int chosen(@Nullable Choice choice) {
    boolean chooses = choice != null && choice.kind() == PendingRecord.Kind.USER;
    return chooses ? directory.find(userOf(choice)) : Decision.NOBODY;
  }

  private static String userOf(@Nullable Choice choice) {
    return choice == null || choice.userId() == null ? "" : choice.userId();
  }

  /** Any row of the person with another externalId, active or not, is in the way. */
  private boolean isLinked(int person) {
    int row = links.rowOfUser(person);
    return row >= 0 && links.isLink(row);
  }

  private Decision conflict(int person, PlannedMatch match) {
    PlannedMatch linked =
        new PlannedMatch(
            Kind.CONFLICT,
            match.by(),
            match.candidates(),
            match.candidateCount(),
            Reason.ALREADY_LINKED);
    return Decision.of(Outcome.CONFLICT, person, linked, List.of());
  }

  private Decision newPerson(
      MappedRecord mapped, @Nullable String login, boolean confirmed, PlannedMatch match) {
    if (login == null) {
      PlannedMatch failed =
          new PlannedMatch(Kind.CONFLICT, List.of(), List.of(), 0, Reason.USERNAME_FAILED);
      return Decision.of(Outcome.CONFLICT, Decision.NOBODY, failed, mapped.diagnostics());
    }
    UserDraft draft = drafter.create(mapped, login);
    boolean create = confirmed || confirmation.newUsers();
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

  private PlannedMatch evidence(MatchOutcome found) {
    if (found instanceof MatchOutcome.Exact exact) {
      boolean gone = directory.status(exact.person()) == UserStatus.DEPROVISIONED;
      return one(Kind.EXACT, exact.by(), exact.person(), gone ? Reason.DEACTIVATED : null);
    }
    if (found instanceof MatchOutcome.Partial partial) {
      boolean gone = directory.status(partial.person()) == UserStatus.DEPROVISIONED;
      return one(Kind.PARTIAL, partial.by(), partial.person(), gone ? Reason.DEACTIVATED : null);
    }
    if (found instanceof MatchOutcome.Ambiguous ambiguous) {
      List<String> ids = new ArrayList<>();
      ambiguous.people().forEach(person -> ids.add(directory.id(person)));
      return new PlannedMatch(
          Kind.AMBIGUOUS,
          ambiguous.by(),
          ids,
          ambiguous.count(),
          ambiguous.exact() ? null : Reason.PARTIAL);
    }
    return PlannedMatch.NONE;
  }

  private PlannedMatch one(Kind kind, List<String> by, int person, @Nullable Reason reason) {
    return new PlannedMatch(kind, by, List.of(directory.id(person)), 1, reason);
  }
}
