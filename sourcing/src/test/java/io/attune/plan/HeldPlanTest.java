package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.matching.MatchPolicy;
import io.attune.plan.ImportReport.EffectReport;
import io.attune.plan.ImportReport.Held;
import io.attune.plan.ImportReport.Limit;
import io.attune.plan.ImportReport.SafeguardReport;
import io.attune.plan.ImportReport.Verdict;
import io.attune.sourcing.DeactivationRule;
import io.attune.sourcing.DeactivationRule.OnDeactivate;
import io.attune.sourcing.DeactivationRule.OnStaged;
import io.attune.sourcing.Effect;
import io.attune.sourcing.EffectLimits;
import io.attune.sourcing.ImportSafeguard;
import io.attune.sourcing.ImportSafeguard.Comparison;
import io.attune.sourcing.ReactivationRule;
import io.attune.sourcing.UserStatus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** One plan with every effect that can be limited, and what is left of it. */
class HeldPlanTest {
  private static final ImportSafeguard OFF = new ImportSafeguard(false, 20, 1, Comparison.STRICT);

  private static ImportPlan plan(Map<Effect, Integer> limits, OnDeactivate onDeactivate) {
    SmallOrg org = new SmallOrg();
    for (String id : List.of("a", "a2", "b", "c", "d", "e", "f")) {
      org.person("00u-" + id, UserStatus.ACTIVE, id + "@x.test", "First", id);
      org.link(SmallOrg.HR, "00u-" + id, "hr-" + id, AppUserStatus.ACTIVE);
    }
    org.person("00u-z", UserStatus.SUSPENDED, "z@x.test", "First", "z");
    org.person("00u-y", UserStatus.ACTIVE, "y@x.test", "First", "y");
    org.groups.put("g", new AppGroup("00g", "g", "Team", null, new TreeSet<>(List.of("00u-a"))));
    Sha256 raw = Sha256.of("g".getBytes(StandardCharsets.UTF_8));
    return Settings.ofSource()
        .matching(MatchPolicy.EMAIL)
        .confirmation(new Confirmation(true, false, true, false))
        .lifecycle(
            new Lifecycle(
                new DeactivationRule(onDeactivate, OnStaged.LEAVE),
                new ReactivationRule(true, true),
                new TreeSet<>()))
        .safeguards(new Safeguards(OFF, OFF, new EffectLimits(limits)))
        .plan(
            org,
            SmallOrg.record("hr-b", "b@x.test", "First", "b"),
            SmallOrg.record("hr-c", "c@x.test", "First", "Cee"),
            SmallOrg.record("hr-d", "d@x.test", "First", "d"),
            SmallOrg.record("hr-e", "e@x.test", "First", "e"),
            SmallOrg.record(
                "hr-f", false, SmallOrg.record("hr-f", "f@x.test", "First", "f").profile()),
            SmallOrg.record("k-1", "z@x.test", "First", "z"),
            SmallOrg.record("k-2", "y@x.test", "First", "y"),
            SmallOrg.record("k-3", "new@x.test", "First", "New"),
            new GroupRecord("g", new GroupRecord.Whole("Crew", null, List.of("hr-b")), raw));
  }

  private static List<String> outcomes(ImportPlan plan) {
    List<String> outcomes = new ArrayList<>();
    plan.forEachLine(line -> outcomes.add(line.externalId() + " " + line.outcome()));
    return outcomes;
  }

  private static List<String> reasons(ImportPlan plan) {
    List<String> reasons = new ArrayList<>();
    plan.forEachLine(
        line ->
            line.diagnostics().stream()
                .filter(each -> each.code().equals("HELD_BY_SAFEGUARD"))
                .forEach(each -> reasons.add(line.externalId() + " " + each.message())));
    return reasons;
  }

  @Test
  void whoIsConcernedStandsInByteOrder() {
    ImportPlan plan = plan(Map.of(Effect.LINKED, 1), OnDeactivate.DEACTIVATE);
    assertEquals(Limit.LINKED, plan.report().safeguard().limit());
    assertEquals(List.of("00u-y", "00u-z"), plan.report().safeguard().people());
  }

  @Test
  void everyLineWithTooMuchIsHeldAndTheRestStands() {
    ImportPlan whole =
        plan(
            Map.of(Effect.UNASSIGNED, 1, Effect.LINKED, 1, Effect.REACTIVATED, 1),
            OnDeactivate.SUSPEND);
    assertEquals(
        new UserCounts(8, 1, 3, 2, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 0),
        whole.report().users());
    ImportPlan held = HeldPlan.of(whole);
    assertEquals(
        List.of(
            "hr-a HELD",
            "hr-a2 HELD",
            "hr-b UNCHANGED",
            "hr-c UPDATE",
            "hr-d UNCHANGED",
            "hr-e UNCHANGED",
            "hr-f HELD",
            "k-1 HELD",
            "k-2 HELD",
            "k-3 CREATE"),
        outcomes(held));
    assertEquals(
        new UserCounts(8, 1, 1, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        held.report().users());
    assertEquals(
        List.of(
            "hr-a would be REMOVED, limit UNASSIGNED",
            "hr-a2 would be REMOVED, limit UNASSIGNED",
            "hr-f would be REMOVED, limit UNASSIGNED",
            "k-1 would be LINK, limit LINKED",
            "k-2 would be LINK, limit LINKED"),
        reasons(held));
    SafeguardReport safeguard = held.report().safeguard();
    assertEquals(Verdict.PROCEED, safeguard.verdict());
    assertNull(safeguard.limit());
    assertEquals(List.of(), safeguard.people());
    assertEquals(0, safeguard.unassignments());
    assertEquals(0, safeguard.app().unassigned());
    assertEquals(0, safeguard.org().unassigned());
    assertEquals(
        List.of(
            new EffectReport(Effect.UNASSIGNED, 0, 1),
            new EffectReport(Effect.LINKED, 0, 1),
            new EffectReport(Effect.REACTIVATED, 0, 1)),
        safeguard.effects());
    assertEquals(
        new Held(
            Limit.UNASSIGNED,
            5,
            3,
            List.of("00u-a", "00u-a2", "00u-f", "00u-y", "00u-z"),
            List.of(
                new EffectReport(Effect.UNASSIGNED, 3, 1), new EffectReport(Effect.LINKED, 2, 1))),
        safeguard.held());
    assertEquals(1, whole.groups().size());
    assertEquals(List.of(), held.groups());
    assertNull(held.report().groups());
    assertEquals(whole.run(), held.run());
    assertEquals(whole.records(), held.records());
    assertArrayEquals(whole.memory().toBytes(), held.memory().toBytes());
    assertTrue(held.memory().toBytes().length > 0);
  }

  @Test
  void deactivatedPeopleAreNotCountedWhereTheyAreHeld() {
    ImportPlan whole =
        plan(Map.of(Effect.UNASSIGNED, 1, Effect.LINKED, 5), OnDeactivate.DEACTIVATE);
    assertEquals(3, whole.report().users().deactivated());
    ImportPlan held = HeldPlan.of(whole);
    assertEquals(
        new UserCounts(8, 1, 3, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0),
        held.report().users());
    assertEquals(
        List.of(new EffectReport(Effect.UNASSIGNED, 0, 1), new EffectReport(Effect.LINKED, 2, 5)),
        held.report().safeguard().effects());
    held.forEachLine(
        line -> {
          if (line.outcome() == Outcome.HELD) {
            assertEquals(
                List.of(
                    new PlannedChange.Diagnostic(
                        "HELD_BY_SAFEGUARD", null, "would be REMOVED, limit UNASSIGNED")),
                line.diagnostics());
            assertEquals(List.of(), line.changes());
            assertNull(line.status());
            assertNull(line.link());
          }
        });
  }

  /** A limit that is just reached holds nothing, and neither does one of another effect. */
  @Test
  void onlyWhatIsTooMuchIsHeld() {
    ImportPlan whole =
        plan(Map.of(Effect.UNASSIGNED, 3, Effect.LINKED, 1), OnDeactivate.DEACTIVATE);
    assertEquals(
        List.of("k-1 HELD", "k-2 HELD"),
        outcomes(HeldPlan.of(whole)).stream().filter(each -> each.endsWith("HELD")).toList());
    ImportPlan mayRun = plan(Map.of(Effect.UNASSIGNED, 3), OnDeactivate.DEACTIVATE);
    assertSame(mayRun, HeldPlan.of(mayRun));
  }
}
