package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.matching.LoginKey;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.json.PlanReader;
import io.attune.plan.json.PlanWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** The laws of a plan, on random orgs rich in collisions. */
@Tag("long")
class ImportPlanProperties {
  private static final Diagnostic WAITS = new Diagnostic("WAITS_FOR_THIS_PLAN", null, null);

  private static List<PlannedChange> lines(ImportPlan plan) {
    List<PlannedChange> lines = new ArrayList<>();
    plan.forEachLine(lines::add);
    return lines;
  }

  private static byte[] bytes(ImportPlan plan) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlanWriter.write(plan, out, false);
    return out.toByteArray();
  }

  /** Planning again after applying changes nothing, but for lines that said so. */
  @Property(tries = 4000)
  void isIdempotent(@ForAll long seed) {
    assertIdempotent(seed);
  }

  /** The same on many more orgs: {@code mvn verify -Pproof}. */
  @Tag("proof")
  @Property(tries = 100_000)
  void isIdempotentOnManyOrgs(@ForAll long seed) {
    assertIdempotent(seed);
  }

  private static void assertIdempotent(long seed) {
    RandomOrgs random = new RandomOrgs(seed);
    SmallOrg org = random.org();
    Settings settings = random.settings();
    List<ImportRecord> feed = random.feed(org);
    ImportPlan first = settings.plan(org, feed);
    Set<String> waiting = new TreeSet<>();
    for (PlannedChange line : lines(first)) {
      if (line.diagnostics().contains(WAITS)) {
        waiting.add(String.valueOf(line.externalId()));
      }
    }
    for (PlannedChange line : lines(settings.plan(org.applied(first), feed))) {
      if (!waiting.contains(String.valueOf(line.externalId()))) {
        assertFalse(
            Set.of(Outcome.CREATE, Outcome.LINK, Outcome.UPDATE, Outcome.REMOVED)
                .contains(line.outcome()),
            () -> line + " after " + lines(first));
        assertNull(line.status());
      }
    }
  }

  @Property(tries = 1000)
  void doesNotDependOnTheOrderOfRecords(@ForAll long seed) throws Exception {
    RandomOrgs random = new RandomOrgs(seed);
    SmallOrg org = random.org();
    Settings settings = random.settings();
    List<ImportRecord> feed = random.feed(org);
    String expected = new String(bytes(settings.plan(org, feed)), StandardCharsets.UTF_8);
    String actual =
        new String(
            bytes(settings.plan(org, RandomOrgs.shuffled(feed, seed))), StandardCharsets.UTF_8);
    assertEquals(expected, actual);
  }

  @Property(tries = 300)
  void doesNotDependOnTheLocaleOrTheZone(@ForAll long seed) throws IOException {
    byte[] expected = bytes(planOf(seed));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist")) {
        for (String id : List.of("Asia/Tokyo", "America/St_Johns")) {
          Locale.setDefault(Locale.forLanguageTag(tag));
          TimeZone.setDefault(TimeZone.getTimeZone(id));
          assertArrayEquals(expected, bytes(planOf(seed)), tag + " " + id);
        }
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static ImportPlan planOf(long seed) {
    RandomOrgs random = new RandomOrgs(seed);
    SmallOrg org = random.org();
    Settings settings = random.settings();
    return settings.plan(org, random.feed(org));
  }

  @Property(tries = 1000)
  void isReadBackAsItWasWritten(@ForAll long seed) throws Exception {
    RandomOrgs random = new RandomOrgs(seed);
    SmallOrg org = random.org();
    ImportPlan plan = random.settings().plan(org, random.feed(org));
    List<PlannedChange> read = new ArrayList<>();
    var file = PlanReader.read(new ByteArrayInputStream(bytes(plan)), read::add);
    assertEquals(lines(plan), read);
    assertEquals(PlanWriter.hash(plan), file.hash());
    assertEquals(plan.run(), file.run());
  }

  /** No login and no person is given twice, whatever the feed says. */
  @Property(tries = 2000)
  void leavesNoTwoPeopleWithOneLoginAndNoTwoLinksOfOnePerson(@ForAll long seed) {
    RandomOrgs random = new RandomOrgs(seed);
    SmallOrg org = random.org();
    SmallOrg after = org.applied(random.settings().plan(org, random.feed(org)));
    Set<String> logins = new TreeSet<>();
    for (SmallOrg.Person person : after.people.values()) {
      String login = (String) person.profile().value("login");
      assertTrue(login == null || logins.add(LoginKey.of(login)), "login held twice");
    }
    Set<String> keys = new TreeSet<>();
    for (SmallOrg.Row row : after.rows(SmallOrg.HR).values()) {
      assertTrue(row.externalId() == null || keys.add(row.externalId()), "key linked twice");
    }
  }

  @Property(tries = 1000)
  void addsUp(@ForAll long seed) {
    RandomOrgs random = new RandomOrgs(seed);
    SmallOrg org = random.org();
    ImportPlan plan = random.settings().plan(org, random.feed(org));
    UserCounts users = plan.report().users();
    assertEquals(
        users.scanned(),
        users.created()
            + users.updated()
            + users.unchanged()
            + users.pendingExact()
            + users.pendingPartial()
            + users.pendingNew()
            + users.pendingActivation()
            + users.ambiguous()
            + users.conflict()
            + users.ignored()
            + users.skipped()
            + users.errors()
            + users.removedInactive());
    assertEquals(users.scanned() + users.removed(), lines(plan).size());
  }

  /** A feed that contradicts itself takes nobody who is merely missing. */
  @Property(tries = 1000)
  void anIncompleteFeedRemovesNobodyWhoIsMissing(@ForAll long seed) {
    RandomOrgs random = new RandomOrgs(seed);
    SmallOrg org = random.org();
    ImportPlan plan =
        ImportPlanner.plan(
            SmallOrg.batch(new FeedEnd.Incomplete("CUT_OFF"), random.feed(org)),
            org.snapshot(),
            random.settings().settings());
    assertEquals(0, plan.report().users().removed());
    assertEquals("CUT_OFF", plan.report().incomplete());
  }

  /** The generator reaches every outcome, or the laws above say little. */
  @Example
  void theGeneratorReachesEveryOutcome() {
    Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
    for (int seed = 0; seed < 3000; seed++) {
      RandomOrgs random = new RandomOrgs(seed);
      SmallOrg org = random.org();
      Settings settings = random.settings();
      lines(settings.plan(org, random.feed(org)))
          .forEach(line -> seen.merge(line.outcome(), 1, Integer::sum));
    }
    int all = seen.values().stream().mapToInt(Integer::intValue).sum();
    for (Outcome outcome : EnumSet.complementOf(EnumSet.of(Outcome.HELD))) {
      assertTrue(
          seen.getOrDefault(outcome, 0) * 300L >= all, () -> outcome + " is too rare: " + seen);
    }
  }
}
