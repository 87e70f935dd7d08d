package io.attune.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * An active link that the feed does not have.
 *
 * @param externalId the link's key
 * @param row the link's row
 */
record Unseen(String externalId, int row) {
  /** The order of everything that is seen: by the UTF-8 bytes. */
  static final Comparator<String> BYTES =
      (left, right) ->
          Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

  /**
   * All of them, in the order of the plan. Whom a person's choice gave another record's key was
   * seen under that key, even while that record waits.
   */
  static List<Unseen> in(AppUsers links, FeedRecords records, Decision[] decisions) {
    BitSet claimed = new BitSet();
    for (Decision decision : decisions) {
      int row = decision.person() < 0 ? -1 : links.rowOfUser(decision.person());
      if (row >= 0 && !isSomebodyElses(decision)) {
        claimed.set(row);
      }
    }
    List<Unseen> unseen = new ArrayList<>();
    for (int row = 0; row < links.size(); row++) {
      boolean seen = claimed.get(row) || records.hasRow(row);
      String externalId = !seen && links.isActiveLink(row) ? links.externalId(row) : null;
      if (externalId != null) {
        unseen.add(new Unseen(externalId, row));
      }
    }
    unseen.sort(Comparator.comparing(Unseen::externalId, BYTES));
    return unseen;
  }

  /** Whether the record only matches the person, who has a link of their own. */
  private static boolean isSomebodyElses(Decision decision) {
    PlannedMatch match = decision.match();
    return match != null && match.reason() == PlannedMatch.Reason.ALREADY_LINKED;
  }
}
