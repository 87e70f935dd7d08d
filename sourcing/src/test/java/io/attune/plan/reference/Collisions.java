package io.attune.plan.reference;

import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedMatch;
import io.attune.plan.PlannedMatch.Kind;
import io.attune.plan.PlannedMatch.Reason;
import io.attune.plan.reference.World.Person;
import io.attune.sourcing.UserStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records that want the same person, login or unique value. Source: formats, Links. */
record Collisions(World world) {

  /** The best kind of match, then the first key, keeps the person. */
  void settlePeople(List<Judgement> inOrder) {
    List<Judgement> losers = new ArrayList<>();
    for (Judgement one : inOrder) {
      for (Judgement other : inOrder) {
        if (isSomebody(one) && isSomebody(other) && Objects.equals(one.person, other.person)) {
          boolean first = inOrder.indexOf(other) < inOrder.indexOf(one);
          if (rank(other) < rank(one) || (rank(other) == rank(one) && first)) {
            losers.add(one);
            break;
          }
        }
      }
    }
    Map<String, String> keepers = new HashMap<>();
    for (Judgement each : inOrder) {
      if (isSomebody(each) && !losers.contains(each)) {
        keepers.put(String.valueOf(each.person), String.valueOf(each.externalId));
      }
    }
    for (Judgement loser : losers) {
      PlannedMatch match = Objects.requireNonNull(loser.match);
      List<String> person = List.of(Objects.requireNonNull(loser.person));
      loser.refused(
          Outcome.CONFLICT,
          new PlannedMatch(Kind.CONFLICT, match.by(), person, 1, Reason.SAME_USER_IN_FEED));
      loser.diagnostics.removeIf(each -> !each.code().equals("REPEATED_RECORD"));
      loser.note(
          "SAME_USER_IN_FEED", null, "record `" + keepers.get(loser.person) + "` has the person");
    }
  }

  private static boolean isSomebody(Judgement judgement) {
    return judgement.person != null && judgement.outcome != Outcome.CONFLICT;
  }

  private static int rank(Judgement judgement) {
    if (judgement.chosen) {
      return 1;
    }
    if (judgement.match == null || judgement.match.kind() == Kind.LINKED) {
      return 0;
    }
    return judgement.match.kind() == Kind.PARTIAL ? 2 : 1;
  }

  /** Who was refused which value, and who held it before. */
  private record Refusal(
      Judgement judgement, String attribute, Object value, List<String> holders) {}

  /** Linked people take values first, then newly linked, lost and new ones; then the first key. */
  void settleValues(List<Judgement> records, List<Judgement> unseen) {
    List<Judgement> inOrder = new ArrayList<>(records);
    inOrder.addAll(unseen);
    List<Judgement> accepted = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (Outcome turn :
        List.of(
            Outcome.UPDATE, Outcome.LINK, Outcome.REMOVED, Outcome.CREATE, Outcome.PENDING_NEW)) {
      for (Judgement judgement : inOrder) {
        if (judgement.outcome != turn || judgement.draft == null) {
          continue;
        }
        Refusal refusal = refusal(judgement, accepted);
        if (refusal != null) {
          refusals.add(refusal);
        } else if (turn != Outcome.PENDING_NEW) {
          accepted.add(judgement);
        }
      }
    }
    for (Refusal refusal : refusals) {
      boolean comesAgain = refusal.judgement().outcome != Outcome.REMOVED;
      if (comesAgain && isGivenUp(refusal, accepted)) {
        refusal.judgement().note(Judgement.WAITS, null, null);
      }
    }
  }

  private @Nullable Refusal refusal(Judgement judgement, List<Judgement> accepted) {
    for (String attribute : uniqueAttributes()) {
      Object value = taken(judgement, attribute);
      if (value == null) {
        continue;
      }
      List<String> holders = new ArrayList<>();
      for (Map.Entry<String, Person> each : world.people().entrySet()) {
        boolean has = isSame(attribute, value, each.getValue().profile().get(attribute));
        if (has && !each.getKey().equals(judgement.person)) {
          holders.add(each.getKey());
        }
      }
      holders.sort(shown());
      Judgement taker = takerOf(attribute, value, accepted);
      if (!holders.isEmpty() || taker != null) {
        refuse(judgement, attribute, holders, taker);
        return new Refusal(judgement, attribute, value, holders);
      }
    }
    return null;
  }

  private List<String> uniqueAttributes() {
    List<String> names = new ArrayList<>(List.of("login"));
    for (Attribute attribute : world.userSchema()) {
      if (attribute.unique() && !attribute.name().equals("login")) {
        names.add(attribute.name());
      }
    }
    return names;
  }

  private static boolean isSame(String attribute, Object left, @Nullable Object right) {
    return right != null
        && (attribute.equals("login") ? Texts.sameLogin(left, right) : left.equals(right));
  }

  /** The value that a judgement gives to somebody who does not have it, or null. */
  private @Nullable Object taken(Judgement judgement, String attribute) {
    Object after = Objects.requireNonNull(judgement.draft).after().get(attribute);
    if (after == null || judgement.person == null) {
      return after;
    }
    Person person = Objects.requireNonNull(world.people().get(judgement.person));
    return isSame(attribute, after, person.profile().get(attribute)) ? null : after;
  }

  private @Nullable Judgement takerOf(String attribute, Object value, List<Judgement> accepted) {
    for (Judgement each : accepted) {
      if (isSame(attribute, value, taken(each, attribute))) {
        return each;
      }
    }
    return null;
  }

  private void refuse(
      Judgement judgement, String attribute, List<String> holders, @Nullable Judgement taker) {
    Reason reason = attribute.equals("login") ? Reason.LOGIN_HELD : Reason.UNIQUE_HELD;
    boolean taken = holders.isEmpty() && taker != null;
    String message = heldBy(holders);
    if (taken && taker != null) {
      message =
          taker.scanned
              ? "record `" + taker.externalId + "` of this plan has it"
              : "a person whom this plan gives to another source has it";
    }
    judgement.diagnostics.add(new Diagnostic(reason.name(), attribute, message));
    if (judgement.outcome == Outcome.REMOVED) {
      judgement.draft = null;
      return;
    }
    if (judgement.outcome == Outcome.UPDATE) {
      judgement.refused(Outcome.ERROR, judgement.match);
      return;
    }
    List<String> named = new ArrayList<>(holders);
    if (taken && taker != null && taker.person != null) {
      named.add(taker.person);
    }
    List<String> by = Objects.requireNonNull(judgement.match).by();
    List<String> listed = named.subList(0, Math.min(20, named.size()));
    judgement.refused(
        Outcome.CONFLICT, new PlannedMatch(Kind.CONFLICT, by, listed, named.size(), reason));
  }

  private String heldBy(List<String> holders) {
    if (holders.size() != 1) {
      return "held by " + holders.size() + " people";
    }
    return "held by `" + holders.get(0) + "`, " + person(holders.get(0)).status();
  }

  /** Active people first, then the oldest, then by id. */
  private Comparator<String> shown() {
    return Comparator.comparing((String id) -> person(id).status() != UserStatus.ACTIVE)
        .thenComparing(id -> person(id).created())
        .thenComparing(Texts.BYTES);
  }

  private Person person(String id) {
    return Objects.requireNonNull(world.people().get(id));
  }

  /** Whether all who held the value give it up in this plan, and nobody else takes it. */
  private boolean isGivenUp(Refusal refusal, List<Judgement> accepted) {
    if (takerOf(refusal.attribute(), refusal.value(), accepted) != null) {
      return false;
    }
    for (String holder : refusal.holders()) {
      boolean keeps = true;
      for (Judgement each : accepted) {
        if (holder.equals(each.person)) {
          Object after = Objects.requireNonNull(each.draft).after().get(refusal.attribute());
          keeps = isSame(refusal.attribute(), refusal.value(), after);
        }
      }
      if (keeps) {
        return false;
      }
    }
    return true;
  }
}
