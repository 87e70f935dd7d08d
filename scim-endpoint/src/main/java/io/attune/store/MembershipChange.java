package io.attune.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** What the audit trail keeps of it: 64 hexadecimal digits, or null if it does nothing. */
  @Nullable String hash() {
    if (!clears && removes.isEmpty() && adds.isEmpty()) {
      return null;
    }
    TextDigest digest = new TextDigest().add(clears ? 1 : 0).add(removes.size());
    removes.forEach(digest::add);
    for (Membership member : adds) {
      digest.add(member.memberId()).add(member.type()).add(member.display());
    }
    return digest.hex();
  }
}
