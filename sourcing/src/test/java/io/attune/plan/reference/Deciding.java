package io.attune.plan.reference;

import io.attune.plan.AppUserStatus;
import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange.LinkChange;
import io.attune.plan.PlannedChange.StatusChange;
import io.attune.plan.PlannedChange.StatusReason;
import io.attune.plan.PlannedMatch;
import io.attune.plan.PlannedMatch.Kind;
import io.attune.plan.PlannedMatch.Reason;
import io.attune.plan.reference.Feed.Sent;
import io.attune.plan.reference.Judgement.Draft;
import io.attune.plan.reference.Lifecycle.Fate;
import io.attune.plan.reference.Matching.Candidate;
import io.attune.plan.reference.Matching.Found;
import io.attune.plan.reference.Profiles.Mapping;
import io.attune.plan.reference.World.Choice;
import io.attune.plan.reference.World.Row;
import io.attune.plan.reference.World.Waiting;
import io.attune.sourcing.UserStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happens to one record, looked at alone. Source: formats, Links, Records, Plan. */
record Deciding(
    World world,
    Rules rules,
    Profiles profiles,
    Sourcing sourcing,
    Lifecycle lifecycle,
    Matching matching) {

  static Deciding of(World world, Rules rules) {
    Profiles profiles = new Profiles(world, rules);
    return new Deciding(
        world,
        rules,
        profiles,
        new Sourcing(world, rules, profiles),
        new Lifecycle(world, rules),
        new Matching(rules));
  }

  /** Everything that the feed says under one key. */
  Judgement decide(String externalId, List<Sent> records) {
    Sent first = records.get(0);
    Judgement judgement = new Judgement(externalId);
    String person = world.linkedTo(rules.app(), externalId);
    if (records.stream().anyMatch(each -> !each.raw().equals(first.raw()))) {
      judgement.person = person;
      judgement.match = person == null ? PlannedMatch.NONE : PlannedMatch.LINKED;
      judgement.note("CONTRADICTORY_RECORDS", null, null);
      return judgement;
    }
    if (first.profile() == null) {
      return unreadable(first);
    }
    if (!first.active()) {
      inactive(judgement, person);
    } else {
      judgement.record = first.profile();
      if (person != null) {
        linked(judgement, first.profile(), person);
      } else {
        unlinked(judgement, first.profile());
      }
    }
    if (records.size() > 1) {
      judgement.note("REPEATED_RECORD", null, null);
    }
    return judgement;
  }

  Judgement unreadable(Sent sent) {
    Judgement judgement = new Judgement(sent.externalId());
    judgement.person =
        sent.externalId() == null ? null : world.linkedTo(rules.app(), sent.externalId());
    judgement.note(sent.fault(), sent.faultOf(), null);
    return judgement;
  }

  private Row row(String person) {
    return Objects.requireNonNull(world.rows(rules.app()).get(person));
  }

  private void inactive(Judgement judgement, @Nullable String person) {
    judgement.person = person;
    if (person == null) {
      judgement.match = PlannedMatch.NONE;
      judgement.is(Outcome.SKIPPED);
    } else if (row(person).isActiveLink()) {
      lose(judgement, person, AppUserStatus.INACTIVE, StatusReason.DEACTIVATED_IN_SOURCE);
    } else {
      judgement.match = PlannedMatch.LINKED;
      judgement.is(Outcome.UNCHANGED);
    }
  }

  /** An active link that a full, complete feed does not have. */
  Judgement unseen(String person) {
    Judgement judgement = new Judgement(row(person).externalId());
    judgement.scanned = false;
    lose(judgement, person, AppUserStatus.DEPROVISIONED, StatusReason.REMOVED_FROM_SOURCE);
    return judgement;
  }

  private void lose(Judgement judgement, String person, AppUserStatus to, StatusReason because) {
    judgement.person = person;
    judgement.match = PlannedMatch.LINKED;
    judgement.link = new LinkChange(row(person).status(), to, null);
    apply(lifecycle.lost(person), judgement, person, because);
    judgement.is(Outcome.REMOVED);
    if (judgement.status == null || judgement.status.to() != UserStatus.DEPROVISIONED) {
      Draft draft = sourcing.lost(person);
      if (draft != null) {
        judgement.diagnostics.addAll(draft.diagnostics());
        if (!draft.refused()) {
          keepIfChanged(judgement, draft, person);
        }
      }
      noteIfSourceChanges(judgement, person, false);
    }
  }

  private void noteIfSourceChanges(Judgement judgement, String person, boolean has) {
    String change = sourcing.change(person, has);
    if (change != null) {
      judgement.note("SOURCE_CHANGED", null, change);
    }
  }

  private void apply(Fate fate, Judgement judgement, String person, StatusReason because) {
    if (fate.to() != null) {
      judgement.status = new StatusChange(lifecycle.statusOf(person), fate.to(), because);
    }
    if (fate.note() != null) {
      judgement.note(fate.note(), null, null);
    }
  }

  private void linked(Judgement judgement, Map<String, Object> record, String person) {
    judgement.person = person;
    judgement.match = PlannedMatch.LINKED;
    Row row = row(person);
    boolean returns =
        row.status() == AppUserStatus.INACTIVE || row.status() == AppUserStatus.DEPROVISIONED;
    Fate fate = lifecycle.linked(person, returns);
    if (fate.waits()) {
      judgement.is(Outcome.PENDING_ACTIVATION);
      return;
    }
    apply(fate, judgement, person, StatusReason.REACTIVATED_IN_SOURCE);
    if (returns) {
      judgement.link = new LinkChange(row.status(), AppUserStatus.ACTIVE, null);
    }
    if (returns || row.isActiveLink()) {
      Draft draft = sourcing.written(record, person);
      if (isRefused(judgement, draft, person)) {
        return;
      }
      noteIfSourceChanges(judgement, person, true);
    }
    boolean changes =
        judgement.draft != null
            || judgement.status != null
            || judgement.link != null
            || !row.profile().equals(record);
    judgement.is(changes ? Outcome.UPDATE : Outcome.UNCHANGED);
  }

  private boolean isRefused(Judgement judgement, @Nullable Draft draft, String person) {
    if (draft != null) {
      judgement.diagnostics.addAll(draft.diagnostics());
      if (draft.refused()) {
        judgement.refused(Outcome.ERROR, judgement.match);
        return true;
      }
      keepIfChanged(judgement, draft, person);
    }
    return false;
  }

  private void keepIfChanged(Judgement judgement, Draft draft, String person) {
    boolean same =
        draft.after().equals(Objects.requireNonNull(world.people().get(person)).profile());
    judgement.draft = same ? null : draft;
  }

  /** Everybody in the directory. */
  List<Candidate> everybody() {
    List<Candidate> everybody = new ArrayList<>();
    world
        .people()
        .forEach(
            (id, person) ->
                everybody.add(
                    new Candidate(id, person.profile(), person.status(), person.created())));
    return everybody;
  }

  Standing standing(String externalId, Found found) {
    return Standing.of(world.waiting().get(externalId), found, world);
  }

  /** Whom a choice of this kind means, if that is what was chosen. */
  @Nullable String meant(String externalId, Choice kind) {
    Waiting waiting = world.waiting().get(externalId);
    return waiting == null || waiting.choice() != kind ? null : waiting.userId();
  }

  Found find(String externalId, Mapping mapping, @Nullable String login, List<Candidate> among) {
    return matching.find(
        new Matching.Subject(mapping.values(), login), among, meant(externalId, Choice.NOT_USER));
  }

  private void unlinked(Judgement judgement, Map<String, Object> record) {
    String externalId = Objects.requireNonNull(judgement.externalId);
    Mapping mapping = profiles.map(record, null);
    String login = profiles.login(record, mapping);
    Found found = find(externalId, mapping, login, everybody());
    judgement.match = evidence(found);
    Standing standing = standing(externalId, found);
    if (standing.choice() == Choice.IGNORE) {
      judgement.is(Outcome.IGNORED);
    } else if (standing.choice() == Choice.USER) {
      judgement.chosen = true;
      String chosen = Objects.requireNonNull(meant(externalId, Choice.USER));
      link(judgement, record, chosen, true, Outcome.PENDING_EXACT);
    } else if (standing.choice() == Choice.NEW || found.isNone()) {
      boolean confirmed =
          standing.choice() == Choice.NEW || (standing.isAutomatic() && rules.confirmNew());
      create(judgement, mapping, login, confirmed);
    } else if (!found.isOne()) {
      judgement.diagnostics.addAll(mapping.diagnostics());
      judgement.is(Outcome.AMBIGUOUS);
    } else {
      match(judgement, record, found, standing);
    }
    if (standing.choice() == null || standing.choice() == Choice.EXACT) {
      new Dangers(world, rules).noteMatch(judgement, mapping.values(), found);
    }
    if (standing.lapsed() != null) {
      judgement.note(standing.lapsed(), null, standing.why());
    }
  }

  /** One person matches. */
  private void match(
      Judgement judgement, Map<String, Object> record, Found found, Standing standing) {
    String person = Objects.requireNonNull(found.people().get(0).id());
    Row row = world.rows(rules.app()).get(person);
    if (row != null && row.externalId() != null) {
      judgement.person = person;
      judgement.match =
          new PlannedMatch(Kind.CONFLICT, found.by(), List.of(person), 1, Reason.ALREADY_LINKED);
      judgement.note("ALREADY_LINKED", null, "to record `" + row.externalId() + "`");
      judgement.is(Outcome.CONFLICT);
      return;
    }
    boolean automatic = standing.isAutomatic() && !lifecycle.isProtected(person);
    if (found.exact()) {
      boolean mayLink = standing.choice() == Choice.EXACT || (automatic && rules.confirmExact());
      link(judgement, record, person, mayLink, Outcome.PENDING_EXACT);
      return;
    }
    UserStatus status = lifecycle.statusOf(person);
    if (status == UserStatus.SUSPENDED || status == UserStatus.DEPROVISIONED) {
      waits(judgement, record, person, Outcome.PENDING_ACTIVATION);
      return;
    }
    boolean mayLink = automatic && rules.confirmPartial() && found.automatic();
    link(judgement, record, person, mayLink, Outcome.PENDING_PARTIAL);
  }

  private void link(
      Judgement judgement,
      Map<String, Object> record,
      String person,
      boolean mayLink,
      Outcome otherwise) {
    Fate fate = lifecycle.matched(person);
    if (fate.waits()) {
      waits(judgement, record, person, Outcome.PENDING_ACTIVATION);
      return;
    }
    judgement.person = person;
    if (!mayLink) {
      if (fate.note() != null) {
        judgement.note(fate.note(), null, null);
      }
      if (lifecycle.isProtected(person)) {
        judgement.note("PROTECTED_USER", null, null);
      }
      waits(judgement, record, person, otherwise);
      return;
    }
    apply(fate, judgement, person, StatusReason.REACTIVATED_IN_SOURCE);
    Row row = world.rows(rules.app()).get(person);
    if (row != null && row.externalId() != null) {
      judgement.link = new LinkChange(row.status(), AppUserStatus.ACTIVE, row.externalId());
    }
    Draft draft = sourcing.written(record, person);
    if (isRefused(judgement, draft, person)) {
      return;
    }
    noteIfSourceChanges(judgement, person, true);
    judgement.is(Outcome.LINK);
  }

  /** What would be written is checked already; its faults are diagnostics. */
  private void waits(
      Judgement judgement, Map<String, Object> record, String person, Outcome outcome) {
    judgement.person = person;
    Draft draft = sourcing.written(record, person);
    if (draft != null) {
      judgement.diagnostics.addAll(draft.diagnostics());
    }
    judgement.is(outcome);
  }

  private void create(
      Judgement judgement, Mapping mapping, @Nullable String login, boolean confirmed) {
    if (login == null) {
      judgement.match =
          new PlannedMatch(Kind.CONFLICT, List.of(), List.of(), 0, Reason.USERNAME_FAILED);
      judgement.diagnostics.addAll(mapping.diagnostics());
      judgement.is(Outcome.CONFLICT);
      return;
    }
    Draft draft = profiles.create(mapping, login);
    judgement.diagnostics.addAll(draft.diagnostics());
    if (!confirmed) {
      judgement.draft = draft;
      judgement.is(Outcome.PENDING_NEW);
    } else if (!draft.refused()) {
      judgement.draft = draft;
      boolean activates = rules.confirmNew() && rules.activateNew();
      judgement.status =
          new StatusChange(null, activates ? UserStatus.PROVISIONED : UserStatus.STAGED, null);
      judgement.is(Outcome.CREATE);
    }
  }

  private PlannedMatch evidence(Found found) {
    if (found.isNone()) {
      return PlannedMatch.NONE;
    }
    List<String> ids = new ArrayList<>();
    for (Candidate each : found.people().subList(0, Math.min(20, found.people().size()))) {
      ids.add(Objects.requireNonNull(each.id()));
    }
    if (!found.isOne()) {
      Reason reason = found.exact() ? null : Reason.PARTIAL;
      return new PlannedMatch(Kind.AMBIGUOUS, found.by(), ids, found.people().size(), reason);
    }
    boolean gone = found.people().get(0).status() == UserStatus.DEPROVISIONED;
    return new PlannedMatch(
        found.exact() ? Kind.EXACT : Kind.PARTIAL,
        found.by(),
        ids,
        1,
        gone ? Reason.DEACTIVATED : null);
  }
}
