package io.attune.plan;

import io.attune.matching.MatchOutcome;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.LinkChange;
import io.attune.plan.PlannedChange.StatusChange;
import io.attune.plan.PlannedChange.StatusReason;
import io.attune.plan.StandingChoice.Consent;
import io.attune.profile.Profile;
import io.attune.sourcing.StatusDecision;
import io.attune.sourcing.UserStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides about records that one person matches: whether to link them now, to wait for a person's
 * confirmation, or to wait because the account may not be reactivated. Source: formats, Links.
 */
final class MatchedRecords {
  private final DirectorySnapshot directory;
  private final AppUsers links;
  private final Confirmation confirmation;
  private final Lifecycle lifecycle;
  private final Standings standings;
  private final ProfileSourcing sourcing;
  private final Drafts drafts;

  MatchedRecords(
      ImportSettings settings,
      DirectorySnapshot directory,
      ProfileSourcing sourcing,
      Drafts drafts) {
    this.directory = directory;
    this.links = directory.appUsers(settings.run().app());
    this.confirmation = settings.confirmation();
    this.lifecycle = settings.lifecycle();
    this.standings = new Standings(settings.sources(), settings.run().app(), directory);
    this.sourcing = sourcing;
    this.drafts = drafts;
  }

  /** An exact match: a person confirms it, or the settings do. */
  Decision exact(Profile record, int person, PlannedMatch match, Consent consent) {
    boolean automatic = consent == Consent.AUTOMATIC && confirmation.exactMatches();
    boolean mayLink = consent == Consent.GIVEN || (automatic && !isProtected(person));
    return linked(record, person, match, mayLink, Outcome.PENDING_EXACT);
  }

  /** A partial match: it never brings an account back. */
  Decision partial(
      Profile record, MatchOutcome.Partial found, PlannedMatch match, Consent consent) {
    int person = found.person();
    if (isAway(person)) {
      return waiting(Outcome.PENDING_ACTIVATION, record, person, match, List.of());
    }
    boolean automatic = consent == Consent.AUTOMATIC && confirmation.partialMatches();
    boolean mayLink = automatic && found.automatic() && !isProtected(person);
    return linked(record, person, match, mayLink, Outcome.PENDING_PARTIAL);
  }

  /** A person's choice of whom to link, whatever the rules found. */
  Decision chosen(Profile record, int person, PlannedMatch match) {
    return linked(record, person, match, true, Outcome.PENDING_EXACT);
  }

  private boolean isProtected(int person) {
    return lifecycle.protectedUsers().contains(directory.id(person));
  }

  private boolean isAway(int person) {
    UserStatus status = directory.status(person);
    return status == UserStatus.SUSPENDED || status == UserStatus.DEPROVISIONED;
  }

  private Decision linked(
      Profile record, int person, PlannedMatch match, boolean mayLink, Outcome otherwise) {
    UserStatus before = directory.status(person);
    StatusDecision decided =
        lifecycle.reactivation().decideMatched(before, standings.amongAllRows(person));
    if (decided instanceof StatusDecision.Wait) {
      return waiting(Outcome.PENDING_ACTIVATION, record, person, match, List.of());
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    StatusChange status =
        LinkedRecords.statusChange(
            before, decided, StatusReason.REACTIVATED_IN_SOURCE, diagnostics);
    if (!mayLink) {
      if (isProtected(person)) {
        diagnostics.add(new Diagnostic("PROTECTED_USER", null, null));
      }
      return waiting(otherwise, record, person, match, diagnostics);
    }
    UserDraft draft = sourcing.written(record, person);
    if (draft != null) {
      diagnostics.addAll(draft.diagnostics());
      if (draft.refused()) {
        return Decision.of(Outcome.ERROR, person, match, diagnostics);
      }
    }
    if (draft != null && !draft.changed()) {
      draft = null;
    }
    Diagnostic changed = standings.change(person, true);
    if (changed != null) {
      diagnostics.add(changed);
    }
    return new Decision(
            Outcome.LINK,
            person,
            match,
            draft == null ? Decision.NO_DRAFT : drafts.add(draft.profile()),
            draft == null ? Decision.NONE_DEFAULTED : draft.defaulted(),
            status,
            moved(person),
            diagnostics)
        .from(draft == null ? Map.of() : draft.sources());
  }

  /** What linking would write is checked already, so that nobody confirms what cannot be. */
  private Decision waiting(
      Outcome outcome,
      Profile record,
      int person,
      PlannedMatch match,
      List<Diagnostic> diagnostics) {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    UserDraft draft = sourcing.written(record, person);
    if (draft != null) {
      all.addAll(draft.diagnostics());
    }
    return Decision.of(outcome, person, match, all);
  }

  /** A row under another key goes over to this one; only a person's choice comes here with it. */
  private @Nullable LinkChange moved(int person) {
    int row = links.rowOfUser(person);
    String before = row < 0 ? null : links.externalId(row);
    return before == null ? null : new LinkChange(links.status(row), AppUserStatus.ACTIVE, before);
  }
}
