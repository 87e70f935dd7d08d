package io.attune.plan;

import io.attune.matching.LoginKey;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedMatch.Kind;
import io.attune.plan.PlannedMatch.Reason;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that no two people hold one login or one value of a unique attribute: whoever held it
 * before keeps it; then linked people have it before newly linked, newly linked before new ones,
 * and among equals the first externalId. Source: formats, Links.
 */
final class UniqueClaims {
  private final DirectorySnapshot directory;
  private final Drafts drafts;
  private final FeedRecords records;
  private final List<HeldValues> unique = new ArrayList<>();
  private final Map<Integer, Decision> writers = new HashMap<>();
  private final Map<Integer, Refusal> refusals = new HashMap<>();

  /** What stands in a record's way. */
  private record Refusal(HeldValues values, String key, int holder) {}

  UniqueClaims(DirectorySnapshot directory, Drafts drafts, FeedRecords records) {
    this.directory = directory;
    this.drafts = drafts;
    this.records = records;
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

  /**
   * Refuses what would collide.
   *
   * @param decisions by record, in the order {@code order} of the plan
   * @param losses of the links that were not seen, in the order of the plan
   */
  void settle(Decision[] decisions, int[] order, Decision[] losses) {
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
    for (HeldValues values : unique) {
      String key = wanted(values, decision);
      if (key == null) {
        continue;
      }
      int holder = values.holderBefore(key);
      boolean heldBefore = holder != HeldValues.NOBODY && holder != decision.person();
      Integer claimedBy = values.claimedBy(key);
      if (heldBefore || claimedBy != null) {
        refusals.put(record, new Refusal(values, key, heldBefore ? holder : HeldValues.NOBODY));
        return refuse(decision, values, holder, heldBefore, claimedBy);
      }
    }
    if (decision.outcome() != Outcome.PENDING_NEW) {
      for (HeldValues values : unique) {
        String key = wanted(values, decision);
        if (key != null) {
          values.claim(key, record);
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
      int holder,
      boolean heldBefore,
      @Nullable Integer claimedBy) {
    String attribute = directory.userSchema().attribute(values.slot()).name();
    Reason reason = attribute.equals("login") ? Reason.LOGIN_HELD : Reason.UNIQUE_HELD;
    String by =
        claimedBy == null || heldBefore
            ? null
            : claimedBy < records.size()
                ? "record `" + records.externalId(claimedBy) + "` of this plan has it"
                : "a person whom this plan gives to another source has it";
    Diagnostic why = new Diagnostic(reason.name(), attribute, by);
    if (decision.outcome() == Outcome.REMOVED) {
      return decision.withoutDraft(why);
    }
    if (decision.outcome() == Outcome.UPDATE) {
      return decision.refused(Outcome.ERROR, decision.match(), why);
    }
    List<String> evidence =
        decision.match() == null ? List.of() : Objects.requireNonNull(decision.match()).by();
    List<String> holders = heldBefore && holder >= 0 ? List.of(directory.id(holder)) : List.of();
    return decision.refused(
        Outcome.CONFLICT,
        new PlannedMatch(Kind.CONFLICT, evidence, holders, holders.size(), reason),
        why);
  }

  /** Whether the person in the way gives the value up in this plan, and nobody else takes it. */
  private boolean isReleased(Refusal refusal) {
    if (refusal.holder() < 0 || refusal.values().claimedBy(refusal.key()) != null) {
      return false;
    }
    Decision writer = writers.get(refusal.holder());
    return writer != null
        && !refusal
            .key()
            .equals(refusal.values().key(drafts.value(writer.draft(), refusal.values().slot())));
  }
}
