package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.plan.PlannedGroup.Member;
import io.attune.plan.PlannedGroup.Outcome;
import io.attune.sourcing.UserStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who is a member, key by key. Source: imports, "Groups". */
class GroupImportTest {
  private static final AppRecord ANN = SmallOrg.record("new", "a@x.test", "Ann", "Lee");

  private final SmallOrg org =
      new SmallOrg()
          .person("00u1", UserStatus.ACTIVE, "a@x.test", "Ann", "Lee")
          .link(SmallOrg.HR, "00u1", "old", AppUserStatus.ACTIVE);

  private static GroupRecord group(String key, String name, String... members) {
    Sha256 raw = Sha256.of((key + name).getBytes(StandardCharsets.UTF_8));
    return new GroupRecord(key, name, null, List.of(members), raw, null);
  }

  private static GroupRecord unreadable(String raw) {
    return GroupRecord.faulty(
        null, Sha256.of(raw.getBytes(StandardCharsets.UTF_8)), "MISSING_" + raw);
  }

  private List<PlannedGroup> lines(ImportRecord... feed) {
    return Settings.ofSource().plan(org, feed).groups();
  }

  /** A person's choice moves the link to another key; under the old one there is nobody then. */
  @Test
  void aKeyThatSomebodyLeavesIsNobodys() {
    PendingRecord.Choice choice = new PendingRecord.Choice(PendingRecord.Kind.USER, "00u1");
    org.pending.put("new", new PendingRecord("new", io.attune.plan.Outcome.CONFLICT, null, choice));
    PlannedGroup line = lines(ANN, group("g", "Team", "new", "old")).get(0);
    assertEquals(List.of(new Member("new", "00u1")), line.added());
    assertEquals(List.of("old"), line.unresolved());
  }

  @Test
  void whoKeepsTheKeyIsAMember() {
    PlannedGroup line = lines(ANN, group("g", "Team", "old")).get(0);
    assertEquals(List.of(), line.added());
    assertEquals(List.of("old"), line.unresolved(), "the feed does not have it: it is removed");
    AppRecord same = SmallOrg.record("old", "a@x.test", "Ann", "Lee");
    assertEquals(
        List.of(new Member("old", "00u1")), lines(same, group("g", "Team", "old")).get(0).added());
  }

  /** Groups without a key come last, whatever their order in the feed, and prove no absence. */
  @Test
  void groupsWithoutAKeyComeLastAndRemoveNobody() {
    org.groups.put("h", new AppGroup("00gh", "h", "Crew", null, new TreeSet<>()));
    List<PlannedGroup> one =
        lines(ANN, unreadable("NAME"), unreadable("ID"), group("g", "Team", "new"));
    List<PlannedGroup> other =
        lines(group("g", "Team", "new"), unreadable("ID"), ANN, unreadable("NAME"));
    assertEquals(one, other);
    assertEquals(
        List.of(Outcome.CREATE, Outcome.ERROR, Outcome.ERROR),
        one.stream().map(PlannedGroup::outcome).toList());
    assertEquals(2, lines(ANN, unreadable("NAME"), unreadable("ID")).size());
    assertEquals(
        List.of(Outcome.CREATE, Outcome.REMOVED),
        lines(ANN, group("g", "Team", "new")).stream().map(PlannedGroup::outcome).toList());
  }
}
