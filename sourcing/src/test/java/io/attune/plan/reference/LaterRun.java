package io.attune.plan.reference;

import io.attune.plan.Outcome;
import io.attune.plan.PlannedMatch;
import io.attune.plan.PlannedMatch.Kind;
import io.attune.plan.reference.Matching.Candidate;
import io.attune.plan.reference.Matching.Found;
import io.attune.plan.reference.Profiles.Mapping;
import io.attune.plan.reference.World.Choice;
import io.attune.plan.reference.World.Row;
import io.attune.sourcing.UserStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which waiting records the next run of the same feed may settle, because this plan changes what
 * people are matched by: they are looked for once more among the people as the plan leaves them.
 * Source: formats, Idempotence; imports, "When a line waits for this plan".
 */
record LaterRun(Deciding deciding, List<Judgement> inOrder, List<Judgement> unseen) {

  /** Who a waiting record will be; {@code person} is null if nobody. */
  private record Identity(
      Judgement judgement,
      @Nullable Candidate person,
      int rank,
      boolean chosen,
      boolean confirmed,
      boolean isNew) {}

  void mark() {
    List<Candidate> after = peopleAfter();
    if (after.isEmpty()) {
      return;
    }
    List<Identity> identities = new ArrayList<>();
    for (Judgement judgement : inOrder) {
      if (isWaiting(judgement)) {
        identities.add(identify(judgement, after));
      }
    }
    for (Identity each : identities) {
      if (settles(each, identities)) {
        each.judgement().note(Judgement.WAITS, null, null);
      }
    }
  }

  /** Everybody as the plan leaves them; nobody at all if it leaves all profiles as they were. */
  private List<Candidate> peopleAfter() {
    List<Candidate> after = new ArrayList<>();
    boolean changes = false;
    List<Judgement> all = new ArrayList<>(inOrder);
    all.addAll(unseen);
    for (Candidate each : deciding.everybody()) {
      Map<String, Object> profile = each.profile();
      for (Judgement judgement : all) {
        boolean writes =
            judgement.outcome == Outcome.UPDATE
                || judgement.outcome == Outcome.LINK
                || judgement.outcome == Outcome.REMOVED;
        if (writes && judgement.draft != null && Objects.equals(each.id(), judgement.person)) {
          profile = judgement.draft.after();
          changes = true;
        }
      }
      after.add(new Candidate(each.id(), profile, each.status(), each.since()));
    }
    for (Judgement judgement : inOrder) {
      if (judgement.outcome == Outcome.CREATE) {
        Map<String, Object> profile = Objects.requireNonNull(judgement.draft).after();
        after.add(new Candidate(null, profile, UserStatus.STAGED, Long.MAX_VALUE));
        changes = true;
      }
    }
    return changes ? after : List.of();
  }

  private static boolean isWaiting(Judgement judgement) {
    boolean wroteNothing = judgement.outcome.isPending() || judgement.outcome == Outcome.ERROR;
    return wroteNothing
        && judgement.match != null
        && judgement.match.kind() != Kind.LINKED
        && !judgement.says(Judgement.WAITS)
        && !judgement.says("CONTRADICTORY_RECORDS");
  }

  private Identity identify(Judgement judgement, List<Candidate> after) {
    String externalId = Objects.requireNonNull(judgement.externalId);
    Map<String, Object> record = Objects.requireNonNull(judgement.record);
    Mapping mapping = deciding.profiles().map(record, null);
    String login = deciding.profiles().login(record, mapping);
    Found found = deciding.find(externalId, mapping, login, after);
    Standing standing = deciding.standing(externalId, found);
    if (standing.choice() == Choice.USER) {
      String meant = deciding.meant(externalId, Choice.USER);
      for (Candidate each : after) {
        if (Objects.equals(meant, each.id())) {
          return new Identity(judgement, each, 1, true, true, false);
        }
      }
    }
    if (standing.choice() == Choice.NEW) {
      return new Identity(judgement, null, 1, true, true, true);
    }
    if (!found.isOne()) {
      boolean isNew = found.isNone() && standing.isAutomatic() && deciding.rules().confirmNew();
      return new Identity(judgement, null, 1, false, false, isNew);
    }
    boolean confirmed =
        found.exact()
            ? standing.choice() == Choice.EXACT
                || (standing.isAutomatic() && deciding.rules().confirmExact())
            : standing.isAutomatic() && deciding.rules().confirmPartial();
    return new Identity(
        judgement, found.people().get(0), found.exact() ? 1 : 2, false, confirmed, false);
  }

  private boolean settles(Identity identity, List<Identity> all) {
    Judgement judgement = identity.judgement();
    Candidate person = identity.person();
    if (person == null) {
      return identity.isNew() && !wasNew(judgement);
    }
    boolean isFree = identity.chosen() || (person.id() != null && !isLinked(person.id()));
    boolean isAsBefore =
        Objects.equals(person.id(), judgement.person) && judgement.outcome != Outcome.CONFLICT;
    return isFree && !isAsBefore && identity.confirmed() && keeps(identity, all);
  }

  private static boolean wasNew(Judgement judgement) {
    PlannedMatch match = Objects.requireNonNull(judgement.match);
    return judgement.outcome == Outcome.PENDING_NEW
        || (judgement.person == null && match.by().isEmpty() && match.kind() != Kind.AMBIGUOUS);
  }

  private boolean isLinked(String person) {
    Row row = deciding.world().rows(deciding.rules().app()).get(person);
    return (row != null && row.externalId() != null)
        || inOrder.stream()
            .anyMatch(each -> each.outcome == Outcome.LINK && person.equals(each.person));
  }

  private static boolean keeps(Identity identity, List<Identity> all) {
    for (Identity other : all) {
      boolean same = Objects.equals(other.person(), identity.person());
      boolean earlier = all.indexOf(other) < all.indexOf(identity);
      boolean asGood = other.rank() == identity.rank();
      if (same && (other.rank() < identity.rank() || (asGood && earlier))) {
        return false;
      }
    }
    return true;
  }
}
