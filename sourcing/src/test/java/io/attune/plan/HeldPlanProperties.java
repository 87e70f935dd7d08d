package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.plan.ImportReport.EffectReport;
import io.attune.plan.ImportReport.Held;
import io.attune.plan.ImportReport.SafeguardReport;
import io.attune.plan.ImportReport.Verdict;
import io.attune.plan.json.PlanFile;
import io.attune.plan.json.PlanReader;
import io.attune.plan.json.PlanWriter;
import io.attune.sourcing.Effect;
import io.attune.sourcing.EffectLimits;
import io.attune.sourcing.ImportSafeguard;
import io.attune.sourcing.ImportSafeguard.Comparison;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Limits on effects, and the safe part of a paused plan, on random orgs. */
class HeldPlanProperties {
  private static final ImportSafeguard OFF = new ImportSafeguard(false, 20, 1, Comparison.STRICT);

  private static List<PlannedChange> lines(ImportPlan plan) {
    List<PlannedChange> lines = new ArrayList<>();
    plan.forEachLine(lines::add);
    return lines;
  }

  private static ImportPlan plan(long seed, Safeguards safeguards) {
    RandomOrgs random = new RandomOrgs(seed);
    SmallOrg org = random.org();
    Settings settings = random.settings().safeguards(safeguards);
    return settings.plan(org, random.feed(org));
  }

  private static Safeguards limits(Random random) {
    Map<Effect, Integer> most = new EnumMap<>(Effect.class);
    for (Effect effect : Effect.values()) {
      if (random.nextBoolean()) {
        most.put(effect, random.nextInt(3));
      }
    }
    ImportSafeguard app =
        random.nextBoolean() ? OFF : new ImportSafeguard(true, 10, 1, Comparison.STRICT);
    return new Safeguards(app, OFF, new EffectLimits(most));
  }

  @Property(tries = 400)
  void theSafePartIsTheRestOfThePlanAndMayRun(@ForAll long seed) throws Exception {
    ImportPlan whole = plan(seed, limits(new Random(seed)));
    ImportPlan safe = HeldPlan.of(whole);
    SafeguardReport verdict = safe.report().safeguard();
    if (whole.report().safeguard().verdict() == Verdict.PROCEED) {
      assertSame(whole, safe);
      return;
    }
    assertEquals(Verdict.PROCEED, verdict.verdict());
    verdict.effects().forEach(effect -> assertTrue(effect.people() <= effect.allowed()));
    List<PlannedChange> before = lines(whole);
    List<PlannedChange> after = lines(safe);
    assertEquals(before.size(), after.size());
    int held = 0;
    for (int index = 0; index < before.size(); index++) {
      PlannedChange line = after.get(index);
      if (line.outcome() == Outcome.HELD) {
        held++;
        assertTrue(line.changes().isEmpty());
        assertNull(line.status());
        assertNull(line.link());
        assertFalse(LineEffects.of(before.get(index)).isEmpty());
      } else {
        assertEquals(before.get(index), line);
      }
    }
    Held report = verdict.held();
    assertEquals(held, report == null ? 0 : report.lines());
    assertTrue(held > 0);
    List<EffectReport> tooMany = report == null ? List.of() : report.limits();
    assertFalse(tooMany.isEmpty());
    tooMany.forEach(effect -> assertTrue(effect.people() > effect.allowed()));
    assertAddsUp(safe.report().users(), report == null ? 0 : report.records());
    assertReadBack(safe);
  }

  private static void assertAddsUp(UserCounts users, int held) {
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
            + users.removedInactive()
            + held);
  }

  private static void assertReadBack(ImportPlan plan) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Sha256 hash = PlanWriter.write(plan, out, false);
    List<PlannedChange> read = new ArrayList<>();
    PlanFile file = PlanReader.read(new ByteArrayInputStream(out.toByteArray()), read::add);
    assertEquals(PlanFile.of(plan, hash).safeguard(), file.safeguard());
    assertEquals(lines(plan).size(), read.size());
  }

  /** Exactly what a plan does is allowed; one less is not. */
  @Property(tries = 300)
  void aLimitOnAnEffectIsExactToOnePerson(@ForAll long seed, @ForAll Effect effect) {
    Safeguards counting = new Safeguards(OFF, OFF, new EffectLimits(Map.of(effect, 1_000_000)));
    ImportReport report = plan(seed, counting).report();
    EffectReport count = report.safeguard().effects().get(0);
    if (count.people() == 0 || report.safeguard().verdict() == Verdict.PAUSE) {
      return;
    }
    Safeguards exact = new Safeguards(OFF, OFF, new EffectLimits(Map.of(effect, count.people())));
    assertEquals(Verdict.PROCEED, plan(seed, exact).report().safeguard().verdict());
    Safeguards less =
        new Safeguards(OFF, OFF, new EffectLimits(Map.of(effect, count.people() - 1)));
    SafeguardReport paused = plan(seed, less).report().safeguard();
    assertEquals(Verdict.PAUSE, paused.verdict());
    assertEquals(effect.name(), String.valueOf(paused.limit()));
    assertEquals(count.people(), paused.people().size());
  }
}
