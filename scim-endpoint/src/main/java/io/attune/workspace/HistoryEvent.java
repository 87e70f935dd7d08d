package io.attune.workspace;

import io.attune.plan.Sha256;
import io.attune.plan.json.PlanFile;
import io.attune.plan.json.TimeText;
import org.jspecify.annotations.Nullable;

/** One thing that was done to a workspace. Times are as Okta writes them. */
public sealed interface HistoryEvent {
  /** Whose import it concerns. */
  String app();

  /** When; of a plan, the plan's time. */
  String time();

  /**
   * A plan was applied.
   *
   * @param plan the plan's hash
   * @param unassignments how many people it took the app from
   * @param approved whether a person approved exactly this plan
   * @param records fingerprint of the records, or null where an older version wrote the line
   * @param instead the paused plan of the app in whose place this one was approved, or null
   */
  record Applied(
      String app,
      String time,
      Sha256 plan,
      int unassignments,
      boolean approved,
      @Nullable Sha256 records,
      @Nullable Sha256 instead)
      implements HistoryEvent {
    /** Where the plan is kept, relative to the workspace. */
    public String file() {
      return ".attune/plans/" + plan.hex() + ".jsonl";
    }

    static Applied of(PlanFile plan, boolean approved, @Nullable Sha256 instead) {
      return new Applied(
          plan.run().app(),
          TimeText.of(plan.run().time()),
          plan.hash(),
          plan.unassignments(),
          approved,
          plan.records(),
          instead);
    }
  }

  /**
   * A plan was undone.
   *
   * @param plan the hash of the plan that was
   */
  record Undone(String app, String time, Sha256 plan) implements HistoryEvent {}

  /**
   * A wrong match was undone.
   *
   * @param record the record's key
   * @param userId the person it was linked to
   */
  record Unlinked(String app, String time, String record, String userId) implements HistoryEvent {}
}
