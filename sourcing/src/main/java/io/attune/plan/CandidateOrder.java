package io.attune.plan;

import io.attune.sourcing.UserStatus;
import java.util.Comparator;

/**
 * The order in which people are listed wherever several are concerned: ACTIVE first, then by
 * creation, then by the bytes of the id. Source: okta-behaviour 3.8.
 */
record CandidateOrder(DirectorySnapshot directory) implements Comparator<Integer> {
  @Override
  public int compare(Integer left, Integer right) {
    int byStatus = Boolean.compare(isActive(right), isActive(left));
    if (byStatus != 0) {
      return byStatus;
    }
    int byCreation = Long.compare(directory.createdMillis(left), directory.createdMillis(right));
    return byCreation != 0 ? byCreation : directory.compareIds(left, right);
  }

  private boolean isActive(int person) {
    return directory.status(person) == UserStatus.ACTIVE;
  }
}
