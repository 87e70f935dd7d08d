package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.plan.GroupRecord.Faulty;
import io.attune.plan.GroupRecord.Whole;
import io.attune.plan.PlannedGroup.Outcome;
import io.attune.plan.json.PlanReader;
import io.attune.plan.json.PlanWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** The laws of groups and memberships, on random orgs whose people come, go and wait. */
@Tag("long")
class GroupImportProperties {
  private static final List<String> KEYS = List.of("g1", "g2", "g3", "g4");

  /** An org with groups, a feed with groups, and the settings of the import. */
  private record Case(SmallOrg org, Settings settings, List<ImportRecord> feed) {
    static Case of(long seed) {
      RandomOrgs orgs = new RandomOrgs(seed);
      SmallOrg org = orgs.org();
      Settings settings = orgs.settings();
      List<ImportRecord> feed = new ArrayList<>(orgs.feed(org));
      Random random = new Random(~seed);
      List<String> people = new ArrayList<>(org.people.keySet());
      people.add("00uGone");
      for (String key : KEYS) {
        if (random.nextInt(3) > 0) {
          TreeSet<String> members = new TreeSet<>();
          people.stream().filter(each -> random.nextBoolean()).forEach(members::add);
          org.groups.put(key, new AppGroup("00g-" + key, key, "Team", null, members));
        }
        if (random.nextInt(4) > 0) {
          feed.add(group(key, random));
        }
      }
      return new Case(org, settings, feed);
    }

    private static GroupRecord group(String key, Random random) {
      List<String> members = new ArrayList<>();
      for (int index = 0; index < 12; index++) {
        if (random.nextInt(3) == 0) {
          members.add("hr-" + index);
        }
      }
      boolean silent = random.nextInt(6) == 0;
      String name = random.nextBoolean() ? "Team" : "Crew";
      Sha256 raw = Sha256.of((key + name + silent + members).getBytes(StandardCharsets.UTF_8));
      return random.nextInt(12) == 0
          ? new GroupRecord(random.nextBoolean() ? key : null, new Faulty("MISSING_NAME"), raw)
          : new GroupRecord(key, new Whole(name, null, silent ? null : members), raw);
    }

    ImportPlan plan() {
      return settings.plan(org, feed);
    }
  }

  private static byte[] bytes(ImportPlan plan) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlanWriter.write(plan, out, false);
    return out.toByteArray();
  }

  private static Set<String> members(SmallOrg org, List<String> keys) {
    TreeSet<String> members = new TreeSet<>();
    org.rows(SmallOrg.HR)
        .forEach(
            (id, row) -> {
              String key = row.externalId();
              if (row.status().isActive() && key != null && keys.contains(key)) {
                members.add(id);
              }
            });
    return members;
  }

  /** Applied, a group holds exactly the people who have an active link under its members' keys. */
  @Property(tries = 500)
  void holdsWhoHasAnActiveLinkAfterThePlan(@ForAll long seed) {
    Case each = Case.of(seed);
    ImportPlan plan = each.plan();
    SmallOrg after = each.org().applied(plan);
    for (ImportRecord record : each.feed()) {
      if (record instanceof GroupRecord group && group.says() instanceof Whole says) {
        AppGroup held = Objects.requireNonNull(after.groups.get(group.externalId()));
        AppGroup before = each.org().groups.get(group.externalId());
        List<String> keys = says.members();
        assertEquals(says.name(), held.name());
        assertEquals(
            keys == null
                ? before == null ? new TreeSet<>() : before.members()
                : members(after, keys),
            held.members(),
            () -> group + " in " + plan.groups());
      }
    }
  }

  /** Again after applying, nothing of the groups changes, unless somebody waited for the plan. */
  @Property(tries = 500)
  void isIdempotent(@ForAll long seed) {
    Case each = Case.of(seed);
    ImportPlan first = each.plan();
    boolean[] waits = new boolean[1];
    first.forEachLine(line -> waits[0] |= line.diagnostics().contains(UniqueClaims.WAITS));
    for (PlannedGroup line :
        each.settings().plan(each.org().applied(first), each.feed()).groups()) {
      assertTrue(
          waits[0] || line.outcome() == Outcome.UNCHANGED || line.outcome() == Outcome.ERROR,
          () -> line + " after " + first.groups());
    }
  }

  @Property(tries = 300)
  void isReadBackAndDoesNotDependOnTheOrderOfRecords(@ForAll long seed) throws Exception {
    Case each = Case.of(seed);
    ImportPlan plan = each.plan();
    List<PlannedGroup> read = new ArrayList<>();
    PlanReader.read(new ByteArrayInputStream(bytes(plan)), line -> {}, read::add);
    assertEquals(plan.groups(), read);
    Case shuffled = new Case(each.org(), each.settings(), RandomOrgs.shuffled(each.feed(), seed));
    assertEquals(
        new String(bytes(plan), StandardCharsets.UTF_8),
        new String(bytes(shuffled.plan()), StandardCharsets.UTF_8));
  }

  /** A feed without groups leaves every group alone, and its plan does not speak of them. */
  @Property(tries = 300)
  void aFeedWithoutGroupsSaysNothingOfThem(@ForAll long seed) throws IOException {
    Case each = Case.of(seed);
    List<ImportRecord> people =
        each.feed().stream().filter(record -> !(record instanceof GroupRecord)).toList();
    ImportPlan plan = each.settings().plan(each.org(), people);
    assertEquals(List.of(), plan.groups());
    each.org().groups.clear();
    assertEquals(
        new String(bytes(plan), StandardCharsets.UTF_8),
        new String(bytes(each.settings().plan(each.org(), people)), StandardCharsets.UTF_8));
  }

  @Example
  void theCasesReachEveryOutcome() {
    Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
    for (int seed = 0; seed < 500; seed++) {
      Case.of(seed).plan().groups().forEach(line -> seen.merge(line.outcome(), 1, Integer::sum));
    }
    for (Outcome outcome : Outcome.values()) {
      assertTrue(seen.getOrDefault(outcome, 0) >= 10, () -> outcome + " is too rare: " + seen);
    }
  }
}
