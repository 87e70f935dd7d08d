package io.attune.plan;

import io.attune.matching.ComparedKey;
import io.attune.matching.Evidence;
import io.attune.matching.LoginKey;
import io.attune.matching.MatchOutcome;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedMatch.Reason;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that no two people hold one login or one value of a unique attribute: whoever held it
 * before keeps it; then linked people have it before newly linked, newly linked before new ones,
 * and among equals the first externalId. Source: formats, Links.
 */
final class UniqueClaims {
  private static final int UNCLAIMED = -1;

  private final DirectorySnapshot directory;
  private final Drafts drafts;
  private final FeedRecords records;
  private final Decision[] decisions;
  private final Decision[] losses;
  private final List<HeldValues> unique = new ArrayList<>();
  private final Map<Integer, Decision> writers = new HashMap<>();
  private final Map<Integer, Refusal> refusals = new HashMap<>();

  /** What stands in a record's way. */
  private record Refusal(HeldValues values, String key) {}

  /**
   * Claims of one plan, which writes its refusals into both arrays.
   *
   * @param decisions by record
   * @param losses of the links that were not seen, in the order of the plan
   */
  UniqueClaims(
      DirectorySnapshot directory,
      Drafts drafts,
      FeedRecords records,
      Decision[] decisions,
      Decision[] losses) {
    this.directory = directory;
    this.drafts = drafts;
    this.records = records;
    this.decisions = decisions;
    this.losses = losses;
    ProfileSchema schema = directory.userSchema();
    int login = schema.slot("login");
    if (login >= 0) {
      unique.add(new HeldValues(directory, login, LoginKey::of));
    }
    for (int slot = 0; slot < schema.size(); slot++) {
      if (schema.attribute(slot).unique() && slot != login) {
        unique.add(new HeldValues(directory, slot, UnaryOperator.identity()));
      }
    }
  }

  /** Refuses what would collide; {@code order} is the order of the plan. */
  void settle(int[] order) {
    for (Outcome turn :
        List.of(
            Outcome.UPDATE, Outcome.LINK, Outcome.REMOVED, Outcome.CREATE, Outcome.PENDING_NEW)) {
      for (int record : order) {
        Decision decision = decisions[record];
        if (decision.outcome() == turn && decision.hasDraft()) {
          decisions[record] = settled(record, decision);
        }
      }
      for (int loss = 0; turn == Outcome.REMOVED && loss < losses.length; loss++) {
        if (losses[loss].hasDraft()) {
          losses[loss] = settled(records.size() + loss, losses[loss]);
        }
      }
    }
    for (Map.Entry<Integer, Refusal> refusal : refusals.entrySet()) {
      int record = refusal.getKey();
      if (record >= records.size() || decisions[record].outcome() == Outcome.REMOVED) {
        continue; // Nobody who is gone comes again with the next run.
      }
      Decision refused = decisions[record];
      if (isReleased(refusal.getValue())) {
        decisions[record] = refused.noting(WAITS);
      }
    }
  }

  /** A later run settles what stands in the way now. */
  static final Diagnostic WAITS = new Diagnostic("WAITS_FOR_THIS_PLAN", null, null);

  private Decision settled(int record, Decision decision) {
    @Nullable String[] wanted = new @Nullable String[unique.size()];
    for (int index = 0; index < wanted.length; index++) {
      HeldValues values = unique.get(index);
      String key = wanted(values, decision);
      wanted[index] = key;
      if (key == null) {
        continue;
      }
      int holder = values.holderBefore(key);
      boolean heldBefore = holder != HeldValues.NOBODY && holder != decision.person();
      Integer claimedBy = values.claimedBy(key);
      if (heldBefore || claimedBy != null) {
        refusals.put(record, new Refusal(values, key));
        return refuse(decision, values, key, heldBefore, claimedBy);
      }
    }
    if (decision.outcome() != Outcome.PENDING_NEW) {
      for (int index = 0; index < wanted.length; index++) {
        String key = wanted[index];
        if (key != null) {
          unique.get(index).claim(key, record);
        }
      }
      if (decision.person() >= 0) {
        writers.put(decision.person(), decision);
      }
    }
    return decision;
  }

  /** The key of a value that the decision would give to somebody who does not have it. */
  private @Nullable String wanted(HeldValues values, Decision decision) {
    String after = values.key(drafts.value(decision.draft(), values.slot()));
    if (after == null || decision.person() < 0) {
      return after;
    }
    String before = values.key(directory.value(decision.person(), values.slot()));
    return after.equals(before) ? null : after;
  }

  private Decision refuse(
      Decision decision,
      HeldValues values,
      String key,
      boolean heldBefore,
      @Nullable Integer claimedBy) {
    String attribute = directory.userSchema().attribute(values.slot()).name();
    boolean isLogin = attribute.equals("login");
    int claim = claimedBy == null || heldBefore ? UNCLAIMED : claimedBy;
    boolean claimed = claim != UNCLAIMED;
    List<Integer> holders = claimed ? claimant(claim) : holders(values, key, decision);
    Reason reason = isLogin ? Reason.LOGIN_HELD : Reason.UNIQUE_HELD;
    Diagnostic why =
        new Diagnostic(reason.name(), attribute, claimed ? claimedBy(claim) : heldBy(holders));
    if (decision.outcome() == Outcome.REMOVED) {
      return decision.withoutDraft(why);
    }
    if (decision.outcome() == Outcome.UPDATE) {
      return decision.refused(Outcome.ERROR, decision.match(), why);
    }
    List<Integer> listed = holders.subList(0, Math.min(MatchOutcome.LISTED, holders.size()));
    Evidence what = new Evidence(attribute, new ComparedKey(key));
    MatchOutcome conflict = Matches.held(isLogin, listed, holders.size(), what);
    PlannedMatch match = decision.match();
    List<String> criteria = match == null ? List.of() : match.by();
    return decision.refused(
        Outcome.CONFLICT, new Matches(directory).planned(conflict, criteria), why);
  }

  /** Everybody else who held a value before, in the fixed order. */
  private List<Integer> holders(HeldValues values, String key, Decision decision) {
    List<Integer> holders = new ArrayList<>(values.holdersBefore(key));
    holders.removeIf(person -> person == decision.person());
    holders.sort(new CandidateOrder(directory));
    return holders;
  }

  /** The person to whom this plan gives a value first; none where that is somebody new. */
  private List<Integer> claimant(int claimedBy) {
    int loss = claimedBy - records.size();
    int person = (loss < 0 ? decisions[claimedBy] : losses[loss]).person();
    return person < 0 ? List.of() : List.of(person);
  }

  private String claimedBy(int claimedBy) {
    return claimedBy < records.size()
        ? "record `" + records.externalId(claimedBy) + "` of this plan has it"
        : "a person whom this plan gives to another source has it";
  }

  /** Who holds a value, and in what state the account is: a deactivated one holds it, too. */
  private String heldBy(List<Integer> holders) {
    if (holders.size() != 1) {
      return "held by " + holders.size() + " people";
    }
    int holder = holders.get(0);
    return "held by `" + directory.id(holder) + "`, " + directory.status(holder);
  }

  /** Whether everybody in the way gives the value up in this plan, and nobody else takes it. */
  private boolean isReleased(Refusal refusal) {
    HeldValues values = refusal.values();
    String key = refusal.key();
    return values.claimedBy(key) == null
        && values.holdersBefore(key).stream().allMatch(holder -> givesUp(holder, values, key));
  }

  private boolean givesUp(int holder, HeldValues values, String key) {
    Decision writer = writers.get(holder);
    return writer != null && !key.equals(values.key(drafts.value(writer.draft(), values.slot())));
  }
}
