package io.attune.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is left of a change does the same, and nothing in vain. */
class MembershipChangeProperties {
  @Provide
  Arbitrary<List<Membership>> members() {
    return Combinators.combine(ids(), Arbitraries.of("", "", "Ada"))
        .as((id, name) -> new Membership("g", id, "User", name.isEmpty() ? null : name))
        .list()
        .ofMaxSize(5)
        .uniqueElements(Membership::memberId);
  }

  @Provide
  Arbitrary<MembershipChange> changes() {
    return Combinators.combine(Arbitraries.of(true, false), ids().list().ofMaxSize(3), members())
        .as(MembershipChange::new);
  }

  private static Arbitrary<String> ids() {
    return Arbitraries.of("a", "b", "c", "d");
  }

  /** As the three steps are written, one after the other. */
  private static Set<Membership> after(List<Membership> present, MembershipChange change) {
    List<Membership> members = new ArrayList<>(change.clears() ? List.of() : present);
    members.removeIf(each -> change.removes().contains(each.memberId()));
    for (Membership add : change.adds()) {
      if (members.stream().noneMatch(each -> each.memberId().equals(add.memberId()))) {
        members.add(add);
      }
    }
    return new HashSet<>(members);
  }

  @Property(tries = 200)
  void leavesTheSameMembersWithoutDoingAnythingInVain(
      @ForAll("members") List<Membership> present, @ForAll("changes") MembershipChange change) {
    MembershipChange left = change.left(present);
    Set<Membership> after = after(present, change);
    assertEquals(after, after(present, left));
    assertEquals(after.equals(new HashSet<>(present)), left.isNone());
    assertTrue(MembershipChange.to(List.copyOf(after)).left(List.copyOf(after)).isNone());
    left.adds().forEach(each -> assertFalse(present.contains(each)));
  }
}
