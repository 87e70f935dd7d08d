package io.attune.plan;

import io.attune.plan.FeedRecords.Fate;
import java.util.Arrays;

/**
 * The records of one feed, each decided about by itself as it is read, while what it says is at
 * hand: what changes nothing need not be kept.
 */
final class DecidedRecords {
  private final FeedRecords records;
  private final Decision[] decisions;
  private final FeedEnd end;

  private DecidedRecords(FeedRecords records, Decision[] decisions, FeedEnd end) {
    this.records = records;
    this.decisions = decisions;
    this.end = end;
  }

  /** Reads a batch to its end. */
  static DecidedRecords read(RecordBatch batch, AppUsers links, Decider decider) {
    Reading reading = new Reading(links, decider);
    FeedEnd end = batch.forEach(reading::add);
    return new DecidedRecords(reading.records, reading.settled(), end);
  }

  /** All of them. */
  FeedRecords records() {
    return records;
  }

  /** By record, and not copied: what records take from one another is written into it. */
  Decision[] decisions() {
    return decisions;
  }

  /** How the feed ended. */
  FeedEnd end() {
    return end;
  }

  private static final class Reading {
    private final FeedRecords records;
    private final Decider decider;
    private Decision[] decisions = new Decision[64];

    Reading(AppUsers links, Decider decider) {
      this.records = new FeedRecords(links);
      this.decider = decider;
    }

    private void add(ImportRecord record) {
      int number = records.add(record);
      String externalId = record.externalId();
      if (number < 0 || externalId == null) {
        return;
      }
      Decision decision = decider.decide(externalId, records.row(number), record);
      if (record instanceof AppRecord read && decision.outcome() != Outcome.UNCHANGED) {
        records.keep(number, read.profile());
      }
      if (number == decisions.length) {
        decisions = Arrays.copyOf(decisions, number * 2);
      }
      decisions[number] = decision;
    }

    /** The decisions once it is known which records came again. */
    private Decision[] settled() {
      Decision[] settled = Arrays.copyOf(decisions, records.size());
      for (int record = 0; record < settled.length; record++) {
        if (records.fate(record) == Fate.REPEATED) {
          settled[record] = settled[record].noting(Decider.REPEATED);
        } else if (records.fate(record) == Fate.CONTRADICTORY) {
          settled[record] = decider.contradictory(records.externalId(record));
        }
      }
      return settled;
    }
  }
}
