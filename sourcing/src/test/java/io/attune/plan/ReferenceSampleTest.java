package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.plan.reference.ReferencePlan;
import io.attune.plan.reference.ReferencePlanner;
import org.junit.jupiter.api.Test;

/**
 * The first of the imports of {@link ReferencePlannerProperties}: few enough to be planned again
 * for every mutant of the decisions.
 */
class ReferenceSampleTest {
  private static final int WORLDS = 100;

  @Test
  void theRealPlannerSaysWhatTheReferenceSays() {
    for (long seed = 0; seed < WORLDS; seed++) {
      RandomImport random = RandomImport.of(seed);
      ReferencePlan expected = ReferencePlanner.plan(random.world(), random.feed(), random.rules());
      ImportPlan plan = random.plan();
      assertEquals(expected.lines(), ReferencePlannerProperties.lines(plan), "seed " + seed);
      assertEquals(expected.groups(), plan.groups(), "seed " + seed);
      assertEquals(expected.report(), plan.report(), "seed " + seed);
    }
  }
}
