package io.attune.store;

import java.util.List;

/**
 * What a request does to the members of a group, in this order.
 *
 * @param clears whether all members go first
 * @param removes ids of members that go
 * @param adds members that come; one that is there already stays as it is
 */
public record MembershipChange(boolean clears, List<String> removes, List<Membership> adds) {
  /** Copies the lists. */
  public MembershipChange {
    removes = List.copyOf(removes);
    adds = List.copyOf(adds);
  }

  /** All members go, and these come. */
  public static MembershipChange to(List<Membership> members) {
    return new MembershipChange(true, List.of(), members);
  }
}
