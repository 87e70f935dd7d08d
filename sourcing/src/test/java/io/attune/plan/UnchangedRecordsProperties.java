package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.attune.expression.EvaluationRun;
import io.attune.mapping.AttributeMapping;
import io.attune.mapping.MappingProgram;
import io.attune.mapping.OnError;
import io.attune.plan.json.PlanWriter;
import io.attune.sourcing.UserStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

/** A plan with records passed over is the plan without, whatever changed in between. */
@Tag("long")
class UnchangedRecordsProperties {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  /** One that asks for the time of some people only. */
  private static final MappingProgram CLOCK =
      SmallOrg.program(
          AttributeMapping.of("email", "appuser.email"),
          AttributeMapping.of("firstName", "appuser.firstName"),
          AttributeMapping.of("lastName", "appuser.lastName"),
          AttributeMapping.of(
              "title",
              "appuser.lastName == 'Ng' ? DateTime.now().toString('yyyy') : appuser.title"),
          AttributeMapping.of("employeeNumber", "appuser.number"));

  /** A batch that passes over what is known. */
  private static ImportPlan skipping(
      RecordMemory memory,
      SmallOrg org,
      List<ImportRecord> feed,
      ImportSettings settings,
      int[] skipped) {
    DirectorySnapshot snapshot = org.snapshot();
    UnchangedRecords known = UnchangedRecords.of(memory, snapshot, settings);
    List<ImportRecord> records = new ArrayList<>();
    for (ImportRecord record : feed) {
      KnownRecord same = known.find(record.raw());
      skipped[0] += same == null ? 0 : 1;
      records.add(same == null ? record : same);
    }
    return ImportPlanner.plan(SmallOrg.batch(new FeedEnd.Unproven(), records), snapshot, settings);
  }

  private static ImportPlan whole(SmallOrg org, List<ImportRecord> feed, ImportSettings settings) {
    return ImportPlanner.plan(
        SmallOrg.batch(new FeedEnd.Unproven(), feed), org.snapshot(), settings);
  }

  private static byte[] bytes(ImportPlan plan) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlanWriter.write(plan, out, false);
    return out.toByteArray();
  }

  private static Settings at(Settings settings, boolean clock, Instant time) {
    MappingSettings mapping =
        new MappingSettings(
            clock ? CLOCK : SmallOrg.TO_OKTA,
            null,
            OnError.KEEP,
            Collections.unmodifiableSortedMap(new TreeMap<>()),
            ProfileUpdate.ATOMIC,
            EvaluationRun.EMPTY.at(time));
    return settings.mapping(mapping);
  }

  @Property(tries = 3000)
  void passingOverChangesNoByte(@ForAll long seed) throws IOException {
    assertSame(seed);
  }

  /** The same on many more orgs: {@code mvn verify -Pproof}. */
  @Tag("proof")
  @Property(tries = 200_000)
  void passingOverChangesNoByteOfManyOrgs(@ForAll long seed) throws IOException {
    assertSame(seed);
  }

  private static void assertSame(long seed) throws IOException {
    int skipped = passedOver(seed);
    Statistics.label("a record is passed over")
        .collect(skipped > 0)
        .coverage(check -> check.check(true).percentage(share -> share > 10));
  }

  /** Compares a plan with and without, and says how many records were passed over. */
  static int passedOver(long seed) throws IOException {
    RandomOrgs random = new RandomOrgs(seed);
    SmallOrg org = random.org();
    Settings rules = random.settings();
    boolean clock = random.chance(30);
    List<ImportRecord> feed = random.feed(org);
    ImportSettings before = at(rules, clock, NOON).settings();
    SmallOrg base = random.chance(80) ? org.applied(whole(org, feed, before)) : org;
    ImportPlan first = whole(base, feed, before);
    RecordMemory memory = first.memory();

    SmallOrg later = random.chance(50) ? base.applied(first) : base;
    change(random, later);
    List<ImportRecord> next = random.chance(70) ? feed : random.feed(later);
    Instant time = random.chance(50) ? NOON : NOON.plusSeconds(400L * 24 * 3600);
    ImportSettings settings = at(rules, clock, time).settings();
    ImportPlan expected = whole(later, next, settings);
    int[] skipped = new int[1];
    ImportPlan actual = skipping(memory, later, next, settings, skipped);
    assertArrayEquals(bytes(expected), bytes(actual));
    assertArrayEquals(expected.memory().toBytes(), actual.memory().toBytes());
    return skipped[0];
  }

  /** Something else in the directory, of anybody, in any app. */
  private static void change(RandomOrgs random, SmallOrg org) {
    List<String> ids = List.copyOf(org.people.keySet());
    if (ids.isEmpty() || random.chance(40)) {
      return;
    }
    String id = random.one(ids);
    SmallOrg.Person person = org.people.get(id);
    if (person != null && random.chance(50)) {
      org.people.put(
          id,
          new SmallOrg.Person(
              random.one(List.of(UserStatus.values())),
              random.chance(50) ? person.profile().with("title", "Bo") : person.profile()));
    }
    String app = random.chance(50) ? "crm" : SmallOrg.HR;
    SmallOrg.Row row = org.rows(app).get(id);
    if (row != null && random.chance(60)) {
      AppUserStatus status = random.one(List.of(AppUserStatus.values()));
      org.rows(app).put(id, new SmallOrg.Row(row.externalId(), status, row.profile()));
    } else if (row != null) {
      org.rows(app).remove(id);
    }
  }
}
