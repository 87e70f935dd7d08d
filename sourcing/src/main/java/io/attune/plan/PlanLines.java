package io.attune.plan;

import io.attune.plan.FeedRecords.Fate;
import io.attune.profile.Profile;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decisions about all records and all links that were not seen, in the order of the plan, and
 * the lines that say them.
 */
final class PlanLines {
  private final FeedRecords records;
  private final int[] order;
  private final Decision[] decisions;
  private final List<Unseen> unseen;
  private final List<Decision> losses;
  private final Decider decider;
  private final LineRenderer renderer;

  /**
   * Lines of these decisions.
   *
   * @param records the feed
   * @param order its records in the order of the plan
   * @param decisions by record
   * @param unseen links that were not seen, in the order of the plan
   * @param losses what becomes of them, one each
   * @param decider for records without a key
   * @param renderer makes a line of a decision
   */
  PlanLines(
      FeedRecords records,
      int[] order,
      Decision[] decisions,
      List<Unseen> unseen,
      List<Decision> losses,
      Decider decider,
      LineRenderer renderer) {
    this.records = records;
    this.order = order;
    this.decisions = decisions;
    this.unseen = unseen;
    this.losses = losses;
    this.decider = decider;
    this.renderer = renderer;
  }

  /** Hands every decision to a report. */
  void count(ReportBuilder report) {
    for (Decision decision : decisions) {
      report.count(decision, true);
    }
    losses.forEach(decision -> report.count(decision, false));
    records.withoutKey().forEach(record -> report.count(decider.unreadable(record), true));
  }

  /** The ids of the people who lose the app, in byte order. */
  List<String> losers(DirectorySnapshot directory) {
    return Stream.concat(Arrays.stream(decisions), losses.stream())
        .filter(decision -> decision.outcome() == Outcome.REMOVED)
        .map(decision -> directory.id(decision.person()))
        .sorted(Unseen.BYTES)
        .toList();
  }

  /** Hands over every line. */
  void forEach(Consumer<? super PlannedChange> each) {
    int next = 0;
    for (int record : order) {
      String externalId = records.externalId(record);
      while (next < unseen.size()
          && Unseen.BYTES.compare(unseen.get(next).externalId(), externalId) < 0) {
        each.accept(loss(next++));
      }
      each.accept(renderer.line(externalId, decisions[record], said(record)));
    }
    while (next < unseen.size()) {
      each.accept(loss(next++));
    }
    for (UnreadableRecord record : records.withoutKey()) {
      each.accept(renderer.line(null, decider.unreadable(record), null));
    }
  }

  /** What a record said, where its line may have to tell. */
  private @Nullable Profile said(int record) {
    Fate fate = records.fate(record);
    boolean wasRead = fate == Fate.READ || fate == Fate.REPEATED;
    boolean tells = decisions[record].outcome() != Outcome.UNCHANGED;
    return tells && wasRead && records.isActive(record) ? records.profile(record) : null;
  }

  private PlannedChange loss(int index) {
    return renderer.line(unseen.get(index).externalId(), losses.get(index), null);
  }
}
