package io.attune.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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

  /** A member goes. */
  static MembershipChange without(String member) {
    return new MembershipChange(false, List.of(member), List.of());
  }

  /** Whether it leaves every group as it is. */
  public boolean isNone() {
    return !clears && removes.isEmpty() && adds.isEmpty();
  }

  /** Whom it names. */
  List<String> named() {
    Stream<String> adding = adds.stream().map(Membership::memberId);
    return Stream.concat(removes.stream(), adding).distinct().toList();
  }

  /**
   * What it comes to, without what is so already: whoever goes and comes back stays.
   *
   * @param present the members of the group; of a change that does not clear, those it names
   */
  public MembershipChange left(List<Membership> present) {
    Map<String, Membership> before = new LinkedHashMap<>();
    present.forEach(each -> before.put(each.memberId(), each));
    Map<String, Membership> after = clears ? new LinkedHashMap<>() : new LinkedHashMap<>(before);
    removes.forEach(after::remove);
    adds.forEach(each -> after.putIfAbsent(each.memberId(), each));
    return new MembershipChange(
        false,
        before.keySet().stream().filter(id -> !stays(before.get(id), after.get(id))).toList(),
        after.values().stream().filter(each -> !stays(before.get(each.memberId()), each)).toList());
  }

  private static boolean stays(@Nullable Membership before, @Nullable Membership after) {
    return before != null
        && after != null
        && Objects.equals(before.display(), after.display())
        && (after.type() == null || after.type().equals(before.type()));
  }

  /** What the audit trail keeps of it: 64 hexadecimal digits, or null if it does nothing. */
  @Nullable String hash() {
    if (isNone()) {
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
