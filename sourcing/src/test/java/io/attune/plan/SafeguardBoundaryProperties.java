package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.plan.ImportReport.Limit;
import io.attune.plan.ImportReport.SafeguardReport;
import io.attune.plan.ImportReport.Verdict;
import io.attune.sourcing.ImportSafeguard;
import io.attune.sourcing.ImportSafeguard.Comparison;
import io.attune.sourcing.UserStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The safeguard is exact to one person, on whole plans, and never lets more go than less. */
class SafeguardBoundaryProperties {
  private static final int ORGS = Boolean.getBoolean("attune.proof") ? 20_000 : 400;
  private static final ImportSafeguard OFF = new ImportSafeguard(false, 0, 0, Comparison.STRICT);

  /** One more, and the plan is paused; the same for the app's limit and the org's. */
  @Test
  void oneMorePersonPausesThePlan() {
    for (int seed = 0; seed < ORGS; seed++) {
      Random random = new Random(seed);
      int population = 1 + random.nextInt(140);
      ImportSafeguard limit =
          new ImportSafeguard(
              true,
              random.nextInt(101),
              random.nextInt(120),
              random.nextBoolean() ? Comparison.STRICT : Comparison.INCLUSIVE);
      boolean ofApp = random.nextBoolean();
      Safeguards safeguards = ofApp ? new Safeguards(limit, OFF) : new Safeguards(OFF, limit);
      int allowed = limit.allowed(population);
      SafeguardReport within = report(population, allowed, safeguards);
      assertEquals(Verdict.PROCEED, within.verdict(), "seed " + seed);
      assertEquals(allowed, within.unassignments());
      if (allowed < population) {
        SafeguardReport over = report(population, allowed + 1, safeguards);
        assertEquals(Verdict.PAUSE, over.verdict(), "seed " + seed);
        assertEquals(ofApp ? Limit.APP : Limit.ORG, over.limit());
        assertEquals(allowed + 1, over.people().size());
      }
    }
  }

  /** So many people, of whom so many are inactive in the feed: seen, so that only limits count. */
  private static SafeguardReport report(int population, int lost, Safeguards safeguards) {
    SmallOrg org = new SmallOrg();
    List<ImportRecord> records = new ArrayList<>();
    for (int index = 0; index < population; index++) {
      String mail = "p" + index + "@x.test";
      String id = "00u" + index;
      org.person(id, UserStatus.ACTIVE, mail, "First", "Last")
          .link(SmallOrg.HR, id, "hr-" + index, AppUserStatus.ACTIVE);
      AppRecord active = SmallOrg.record("hr-" + index, mail, "First", "Last");
      records.add(
          new AppRecord(active.externalId(), index >= lost, active.profile(), active.raw()));
    }
    return Settings.ofSource().safeguards(safeguards).plan(org, records).report().safeguard();
  }
}
