package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.plan.GroupRecord.Faulty;
import io.attune.plan.GroupRecord.Gone;
import io.attune.plan.GroupRecord.Memberships;
import io.attune.plan.GroupRecord.Whole;
import io.attune.plan.PlannedGroup.Member;
import io.attune.plan.PlannedGroup.Outcome;
import io.attune.sourcing.UserStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
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
    return new GroupRecord(key, new Whole(name, null, List.of(members)), raw);
  }

  private static GroupRecord unreadable(String raw) {
    return new GroupRecord(
        null, new Faulty("MISSING_" + raw), Sha256.of(raw.getBytes(StandardCharsets.UTF_8)));
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

  private static GroupRecord changed(String key, GroupRecord.Says says) {
    return new GroupRecord(key, says, Sha256.of(key.getBytes(StandardCharsets.UTF_8)));
  }

  /** A record that a group went takes that group away, and no other, in a full import either. */
  @Test
  void aGroupThatWentIsRemovedAndNoOther() {
    org.groups.put("g", new AppGroup("00gg", "g", "Team", "of us", new TreeSet<>(Set.of("00u1"))));
    org.groups.put("h", new AppGroup("00gh", "h", "Crew", null, new TreeSet<>()));
    AppRecord same = SmallOrg.record("old", "a@x.test", "Ann", "Lee");
    ImportPlan plan =
        Settings.ofSource().plan(org, same, changed("g", new Gone()), changed("x", new Gone()));
    assertEquals(
        List.of("g REMOVED", "x UNCHANGED"),
        plan.groups().stream().map(line -> line.externalId() + " " + line.outcome()).toList());
    assertEquals(ImportReport.Verdict.PROCEED, plan.report().safeguard().verdict());
  }

  /** Memberships say nothing of others, nor of a group that is not there. */
  @Test
  void membershipsSayNothingElse() {
    TreeSet<String> members = new TreeSet<>(Set.of("00u1", "00uOther"));
    org.groups.put("g", new AppGroup("00gg", "g", "Team", "of us", members));
    AppRecord inactive = SmallOrg.record("old", false, ANN.profile());
    List<PlannedGroup> lines =
        lines(
            inactive,
            changed("g", new Memberships(List.of("old"))),
            changed("x", new Memberships(List.of("old"))));
    assertEquals(1, lines.size());
    assertEquals(List.of("00u1"), lines.get(0).removed());
    assertEquals(List.of(), lines.get(0).changes());
  }
}
