package io.attune.plan;

import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.LinkChange;
import io.attune.plan.PlannedChange.StatusChange;
import io.attune.plan.PlannedChange.StatusReason;
import io.attune.profile.Profile;
import io.attune.sourcing.Note;
import io.attune.sourcing.SourceStanding;
import io.attune.sourcing.StatusDecision;
import io.attune.sourcing.UserStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides about records of known links: updates, returns and losses. Source: formats, Links;
 * okta-behaviour 5.
 */
final class LinkedRecords {
  private final DirectorySnapshot directory;
  private final AppUsers links;
  private final Lifecycle lifecycle;
  private final Standings standings;
  private final Drafter drafter;
  private final Drafts drafts;

  LinkedRecords(
      ImportSettings settings, DirectorySnapshot directory, Drafter drafter, Drafts drafts) {
    this.directory = directory;
    this.links = directory.appUsers(settings.run().app());
    this.lifecycle = settings.lifecycle();
    this.standings = new Standings(settings.sources(), settings.run().app(), directory);
    this.drafter = drafter;
    this.drafts = drafts;
  }

  /** A record that is active in the app. */
  Decision active(int row, Profile record) {
    int person = links.user(row);
    AppUserStatus linkStatus = links.status(row);
    boolean returning = linkStatus.isInactive();
    UserStatus userStatus = directory.status(person);
    StatusDecision decided =
        lifecycle
            .reactivation()
            .decideLinked(userStatus, returning, standings.amongAllRows(person));
    if (decided instanceof StatusDecision.Wait) {
      return Decision.of(Outcome.PENDING_ACTIVATION, person, PlannedMatch.LINKED, List.of());
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    StatusChange status =
        statusChange(userStatus, decided, StatusReason.REACTIVATED_IN_SOURCE, diagnostics);
    LinkChange link = returning ? new LinkChange(linkStatus, AppUserStatus.ACTIVE, null) : null;
    boolean assigned = returning || linkStatus.isActive();
    UserDraft draft = null;
    if (assigned && standings.amongAssigned(person) == SourceStanding.HIGHEST) {
      Profile before = directory.profile(person);
      draft = drafter.update(drafter.map(record, person), before);
      diagnostics.addAll(draft.diagnostics());
      if (draft.refused()) {
        return Decision.of(Outcome.ERROR, person, PlannedMatch.LINKED, diagnostics);
      }
      if (draft.profile().equals(before)) {
        draft = null;
      }
    }
    boolean changes =
        draft != null || status != null || link != null || !links.profile(row).equals(record);
    return new Decision(
        changes ? Outcome.UPDATE : Outcome.UNCHANGED,
        person,
        PlannedMatch.LINKED,
        draft == null ? Decision.NO_DRAFT : drafts.add(draft.profile()),
        draft == null ? Decision.NONE_DEFAULTED : draft.defaulted(),
        status,
        link,
        diagnostics);
  }

  /** A record that is inactive in the app. */
  Decision inactive(int row) {
    return links.isActiveLink(row)
        ? lost(row, AppUserStatus.INACTIVE, StatusReason.DEACTIVATED_IN_SOURCE)
        : Decision.of(Outcome.UNCHANGED, links.user(row), PlannedMatch.LINKED, List.of());
  }

  /** An active link that a full, complete feed does not have. */
  Decision unseen(int row) {
    return lost(row, AppUserStatus.DEPROVISIONED, StatusReason.REMOVED_FROM_SOURCE);
  }

  private Decision lost(int row, AppUserStatus to, StatusReason because) {
    int person = links.user(row);
    UserStatus userStatus = directory.status(person);
    StatusDecision decided =
        lifecycle
            .deactivation()
            .decide(
                userStatus,
                standings.amongAssigned(person),
                lifecycle.protectedUsers().contains(directory.id(person)));
    List<Diagnostic> diagnostics = new ArrayList<>();
    StatusChange status = statusChange(userStatus, decided, because, diagnostics);
    return new Decision(
        Outcome.REMOVED,
        person,
        PlannedMatch.LINKED,
        Decision.NO_DRAFT,
        Decision.NONE_DEFAULTED,
        status,
        new LinkChange(links.status(row), to, null),
        diagnostics);
  }

  /** The change that a decision makes; a note about what it leaves goes to the diagnostics. */
  static @Nullable StatusChange statusChange(
      UserStatus from,
      StatusDecision decided,
      StatusReason because,
      List<? super Diagnostic> diagnostics) {
    if (decided instanceof StatusDecision.Change change) {
      return new StatusChange(from, change.to(), because);
    }
    if (decided instanceof StatusDecision.Keep keep) {
      Note note = keep.note();
      if (note != null) {
        diagnostics.add(new Diagnostic(note.name(), null, null));
      }
    }
    return null;
  }
}
