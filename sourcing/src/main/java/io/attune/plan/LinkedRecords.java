package io.attune.plan;

import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.LinkChange;
import io.attune.plan.PlannedChange.StatusChange;
import io.attune.plan.PlannedChange.StatusReason;
import io.attune.profile.Profile;
import io.attune.sourcing.Note;
import io.attune.sourcing.StatusDecision;
import io.attune.sourcing.UserStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private final ProfileSourcing sourcing;
  private final Drafts drafts;

  LinkedRecords(
      ImportSettings settings,
      DirectorySnapshot directory,
      ProfileSourcing sourcing,
      Drafts drafts) {
    this.directory = directory;
    this.links = directory.appUsers(settings.run().app());
    this.lifecycle = settings.lifecycle();
    this.standings = new Standings(settings.sources(), settings.run().app(), directory);
    this.sourcing = sourcing;
    this.drafts = drafts;
  }

  /** The rule by itself, for one who keeps no drafts. */
  static LinkedRecords of(ImportSettings settings, DirectorySnapshot directory) {
    Drafter drafter = new Drafter(settings.mapping(), directory);
    return new LinkedRecords(
        settings,
        directory,
        new ProfileSourcing(settings, directory, drafter),
        new Drafts(directory.userSchema()));
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
    UserDraft draft = assigned ? sourcing.written(record, person) : null;
    if (draft != null) {
      diagnostics.addAll(draft.diagnostics());
      if (draft.refused()) {
        return Decision.of(Outcome.ERROR, person, PlannedMatch.LINKED, diagnostics);
      }
      if (!draft.changed()) {
        draft = null;
      }
    }
    Diagnostic changed = assigned ? standings.change(person, true) : null;
    if (changed != null) {
      diagnostics.add(changed);
    }
    boolean changes =
        draft != null || status != null || link != null || !links.hasProfile(row, record);
    return new Decision(
            changes ? Outcome.UPDATE : Outcome.UNCHANGED,
            person,
            PlannedMatch.LINKED,
            draft == null ? Decision.NO_DRAFT : drafts.add(draft.profile()),
            draft == null ? Decision.NONE_DEFAULTED : draft.defaulted(),
            status,
            link,
            diagnostics)
        .from(draft == null ? Map.of() : draft.sources());
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
    LinkChange link = new LinkChange(links.status(row), to, null);
    boolean goes = status != null && status.to() == UserStatus.DEPROVISIONED;
    UserDraft draft = goes ? null : fallen(person, diagnostics);
    return new Decision(
            Outcome.REMOVED,
            person,
            PlannedMatch.LINKED,
            draft == null ? Decision.NO_DRAFT : drafts.add(draft.profile()),
            draft == null ? Decision.NONE_DEFAULTED : draft.defaulted(),
            status,
            link,
            diagnostics)
        .from(draft == null ? Map.of() : draft.sources());
  }

  /** What the next source writes of somebody who stays; null where nothing changes. */
  private @Nullable UserDraft fallen(int person, List<? super Diagnostic> diagnostics) {
    UserDraft draft = sourcing.lost(person);
    if (draft != null) {
      diagnostics.addAll(draft.diagnostics());
    }
    Diagnostic changed = standings.change(person, false);
    if (changed != null) {
      diagnostics.add(changed);
    }
    // A profile that may not be written does not keep a person who is gone.
    boolean writes = draft != null && !draft.refused() && draft.changed();
    return writes ? draft : null;
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
