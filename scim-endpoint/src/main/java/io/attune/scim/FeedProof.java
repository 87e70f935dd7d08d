package io.attune.scim;

import io.attune.plan.FeedEnd;
import org.jspecify.annotations.Nullable;

/** Collects what a feed says of its own end. Source: formats, Records; trust 5. */
final class FeedProof {
  private static final long NONE = -1;

  private long records;
  private long groups;
  private long total = NONE;
  private long groupTotal = NONE;
  private boolean proven;
  private @Nullable String broken;

  /** One more record, readable or not. */
  void record() {
    records++;
    if (proven && total == NONE) {
      broken = "RECORDS_AFTER_END";
    }
  }

  /** One more group, readable or not: a record like the others, but for its own total. */
  void group() {
    record();
    groups++;
  }

  /** A ListResponse of groups says how many there are. */
  void groupTotal(long announced) {
    if (groupTotal != NONE && groupTotal != announced) {
      broken = "TOTAL_CHANGED";
    }
    groupTotal = announced;
  }

  /** A ListResponse of people says how many there are. */
  void total(long announced) {
    if (total != NONE && total != announced) {
      broken = "TOTAL_CHANGED";
    }
    total = announced;
  }

  /** The feed says that it ends here, after so many records. */
  void end(long count) {
    proven = true;
    if (count != records) {
      broken = "COUNT_MISMATCH";
    }
  }

  /** The array is closed. */
  void closed() {
    proven = true;
  }

  /** The feed ends where it should not. */
  void cutOff() {
    broken = "CUT_OFF";
  }

  /**
   * What it all comes to.
   *
   * @param expected how many records the user expects, or a negative number
   */
  FeedEnd end(boolean expects, long expected) {
    boolean fewPeople = total != NONE && total != records - groups;
    boolean fewGroups = groupTotal != NONE && groupTotal != groups;
    if (broken == null && (fewPeople || fewGroups)) {
      broken = "COUNT_MISMATCH";
    }
    if (broken == null && expects && expected != records) {
      broken = "COUNT_MISMATCH";
    }
    if (broken != null) {
      return new FeedEnd.Incomplete(broken);
    }
    return proven || expects || total != NONE ? new FeedEnd.Proven() : new FeedEnd.Unproven();
  }
}
