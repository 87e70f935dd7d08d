package io.attune.workspace;

import io.attune.plan.ImportMode;
import io.attune.plan.ImportReport.Completeness;
import io.attune.plan.ImportReport.Verdict;
import io.attune.plan.Sha256;
import io.attune.plan.json.PlanFile;
import io.attune.sourcing.RollingWindow;
import io.attune.workspace.SyncFile.BlockScope;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands against applying a plan: its own verdict, the runs before it, and earlier pauses.
 * Only what the plan says itself is part of its bytes; the rest is decided here. Source: formats,
 * Apply.
 */
public final class ApplyGate {
  /** The fingerprint of no records. */
  private static final Sha256 NO_RECORDS = Sha256.of(Sha256.digest());

  private final SyncFile sync;
  private final History history;
  private final Pauses pauses;
  private final @Nullable RollingWindow window;

  private ApplyGate(SyncFile sync, History history, Pauses pauses, @Nullable RollingWindow window) {
    this.window = window;
    this.sync = sync;
    this.history = history;
    this.pauses = pauses;
  }

  /**
   * The gate that plans of an app have to pass now.
   *
   * @throws InputErrors if what was done so far cannot be read
   */
  public static ApplyGate of(Workspace workspace, String app) throws IOException {
    Folder folder = workspace.folder();
    SyncFile sync = workspace.files(app).sync();
    return new ApplyGate(sync, History.read(folder), Pauses.read(folder), sync.window());
  }

  /** The same where records come one by one: without a window, the app's share holds for a day. */
  ApplyGate overADay() {
    return window == null
        ? new ApplyGate(sync, history, pauses, new RollingWindow(1, sync.safeguard()))
        : this;
  }

  Pauses pauses() {
    return pauses;
  }

  /** Why a plan may not be applied, or null: {@code Paused} or {@code Blocked}. */
  public @Nullable ApplyResult stop(PlanFile plan, @Nullable Approval approval) {
    if (approval != null && approval.covers(plan)) {
      return null;
    }
    boolean wholeOrg = sync.blockScope() == BlockScope.ORG;
    if (plan.verdict() == Verdict.PAUSE) {
      return new ApplyResult.Paused(Pause.of(plan, wholeOrg));
    }
    RollingWindow.Finding earlier = earlier(plan);
    if (earlier != null && earlier.pauses()) {
      return new ApplyResult.Paused(Pause.of(plan, earlier, wholeOrg));
    }
    Pause blocking = pauses.blocking(plan);
    return blocking == null ? null : new ApplyResult.Blocked(blocking);
  }

  private RollingWindow.@Nullable Finding earlier(PlanFile plan) {
    if (window == null) {
      return null;
    }
    List<RollingWindow.Run> runs = new ArrayList<>();
    for (HistoryEvent.Applied run : history.standing()) {
      if (run.app().equals(plan.run().app())) {
        runs.add(
            new RollingWindow.Run(Instant.parse(run.time()), run.unassignments(), run.approved()));
      }
    }
    return window.check(
        plan.run().time(), runs, plan.unassignments(), plan.safeguard().app().population());
  }

  /** Why a feed seems to be older than the one applied last, or null. */
  public @Nullable String older(PlanFile plan) {
    List<HistoryEvent.Applied> runs =
        history.standing().stream().filter(run -> run.app().equals(plan.run().app())).toList();
    if (runs.isEmpty()) {
      return null;
    }
    HistoryEvent.Applied last = runs.get(runs.size() - 1);
    if (plan.run().time().isBefore(Instant.parse(last.time()))) {
      return "this import is of an earlier time than the last one that was applied, of "
          + last.time();
    }
    // A feed without records, such as a delta of a day without changes, is no older than another.
    List<HistoryEvent.Applied> withRecords =
        runs.stream().filter(run -> !NO_RECORDS.equals(run.records())).toList();
    boolean known = withRecords.stream().anyMatch(run -> plan.records().equals(run.records()));
    if (!known) {
      return null;
    }
    HistoryEvent.Applied since = withRecords.get(withRecords.size() - 1);
    return plan.records().equals(since.records())
        ? null
        : "these very records were applied before, and others of " + since.time() + " since";
  }

  /** Whether a plan is not applied since its feed seems to be older, unless that is meant. */
  public boolean refuses(PlanFile plan) {
    return refusesOlder() && older(plan) != null;
  }

  /** Whether a plan says of everybody who is missing that they are gone. */
  boolean impliesAbsence(PlanFile plan) {
    return plan.run().mode() == ImportMode.FULL
        && (plan.completeness() == Completeness.PROVEN
            || (plan.completeness() == Completeness.UNPROVEN && !sync.requireProof()));
  }

  /** Whether an older feed is refused, not only warned of. */
  boolean refusesOlder() {
    return sync.olderFeed() == SyncFile.OlderFeed.REFUSE;
  }
}
