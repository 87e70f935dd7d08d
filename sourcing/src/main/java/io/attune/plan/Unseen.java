package io.attune.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
   * All of them, in the order of the plan; a link that a person's choice moves to another key was
   * seen under that key.
   */
  static List<Unseen> in(AppUsers links, FeedRecords records, Decision[] decisions) {
    Set<String> moved = new HashSet<>();
    for (Decision decision : decisions) {
      if (decision.link() != null && decision.link().movedFrom() != null) {
        moved.add(decision.link().movedFrom());
      }
    }
    List<Unseen> unseen = new ArrayList<>();
    for (int row = 0; row < links.size(); row++) {
      String externalId = links.isActiveLink(row) ? links.externalId(row) : null;
      if (externalId != null && records.find(externalId) < 0 && !moved.contains(externalId)) {
        unseen.add(new Unseen(externalId, row));
      }
    }
    unseen.sort(Comparator.comparing(Unseen::externalId, BYTES));
    return unseen;
  }
}
