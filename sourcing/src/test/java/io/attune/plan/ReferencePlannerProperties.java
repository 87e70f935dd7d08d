package io.attune.plan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.attune.plan.ImportReport.Limit;
import io.attune.plan.PlannedMatch.Reason;
import io.attune.plan.reference.ReferencePlan;
import io.attune.plan.reference.ReferencePlanner;
import io.attune.sourcing.Effect;
import io.attune.sourcing.Note;
import io.attune.sourcing.UserStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The real planner says what the reference planner says, line by line. */
class ReferencePlannerProperties {
  private static final int WORLDS =
      Integer.getInteger("attune.worlds", Boolean.getBoolean("attune.proof") ? 1_000_000 : 20_000);

  private final LongAdder large = new LongAdder();
  private final LongAdder lines = new LongAdder();
  private final LongAdder groups = new LongAdder();
  private final Map<String, LongAdder> seen = new ConcurrentSkipListMap<>();

  @Test
  void theRealPlannerSaysWhatTheReferenceSays() {
    LongStream.range(0, WORLDS).parallel().forEach(this::compare);
    assertTrue(large.sum() * 10 >= WORLDS * 3L, () -> "only " + large + " orgs are large");
    // The planner itself holds nothing back; `HeldPlanProperties` has that outcome.
    for (Outcome outcome : EnumSet.complementOf(EnumSet.of(Outcome.HELD))) {
      assertTrue(times(outcome) * 100 >= lines.sum(), () -> outcome + " is too rare: " + seen);
    }
    for (Reason reason : Reason.values()) {
      assertTrue(times(reason) > WORLDS / 50, () -> reason + " is too rare: " + seen);
    }
    for (Note note : Note.values()) {
      assertTrue(times(note) > WORLDS / 400, () -> note + " is too rare: " + seen);
    }
    for (PlannedGroup.Outcome outcome : PlannedGroup.Outcome.values()) {
      assertTrue(
          times("group " + outcome) * 100 >= groups.sum(), () -> outcome + " is too rare: " + seen);
    }
    for (String what : List.of("added", "created and added", "removed", "unresolved")) {
      assertTrue(times(what) > WORLDS / 10, () -> what + " is too rare: " + seen);
    }
    for (Effect effect : Effect.values()) {
      assertTrue(times(effect) > WORLDS / 500, () -> effect + " is too rare: " + seen);
    }
    for (Limit limit : List.of(Limit.APP, Limit.ORG, Limit.COMPLETENESS)) {
      assertTrue(times(limit) > WORLDS / 50, () -> limit + " is too rare: " + seen);
    }
    assertTrue(times(ImportReport.Verdict.PAUSE) > WORLDS / 10, () -> "few are paused: " + seen);
  }

  private long times(Object what) {
    LongAdder times = seen.get(what.toString());
    return times == null ? 0 : times.sum();
  }

  private void see(@Nullable Object what) {
    seen.computeIfAbsent(String.valueOf(what), missing -> new LongAdder()).increment();
  }

  private void compare(long seed) {
    RandomImport random = RandomImport.of(seed);
    ReferencePlan expected = reference(random);
    ImportPlan actual = random.plan();
    if (differ(expected, actual)) {
      fail(seed, random.shrunk(each -> differ(reference(each), each.plan())));
    }
    for (PlannedChange line : expected.lines()) {
      lines.increment();
      see(line.outcome());
      see(line.match() == null ? null : line.match().reason());
      line.diagnostics().forEach(each -> see(each.code()));
    }
    for (PlannedGroup group : expected.groups()) {
      groups.increment();
      see("group " + group.outcome());
      group.added().forEach(each -> see(each.userId() == null ? "created and added" : "added"));
      group.removed().forEach(each -> see("removed"));
      group.unresolved().forEach(each -> see("unresolved"));
    }
    see(expected.report().safeguard().verdict());
    see(expected.report().safeguard().limit());
    if (random.world().people().size() >= 50) {
      large.increment();
    }
  }

  private static boolean differ(ReferencePlan expected, ImportPlan actual) {
    return !expected.report().equals(actual.report())
        || !expected.groups().equals(actual.groups())
        || !expected.lines().equals(lines(actual));
  }

  private static ReferencePlan reference(RandomImport random) {
    return ReferencePlanner.plan(random.world(), random.feed(), random.rules());
  }

  private static void fail(long seed, RandomImport smallest) {
    String where = "seed " + seed + ", shrunk to\n" + smallest.described();
    ReferencePlan expected = reference(smallest);
    ImportPlan actual = smallest.plan();
    assertEquals(text(expected.lines()), text(lines(actual)), where);
    assertEquals(text(expected.groups()), text(actual.groups()), where);
    assertEquals(expected.report(), actual.report(), where);
  }

  private static String text(List<?> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  static List<PlannedChange> lines(ImportPlan plan) {
    List<PlannedChange> lines = new ArrayList<>();
    plan.forEachLine(lines::add);
    return lines;
  }

  /** Independent means: nothing of the engine but what its answers are made of. */
  @Test
  void theReferenceSharesOnlyTheTypesOfTheResult() {
    classes()
        .that()
        .resideInAPackage("io.attune.plan.reference")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..", "io.attune.plan.reference")
                .or(
                    belongToAnyOf(
                        PlannedChange.class,
                        PlannedMatch.class,
                        PlannedGroup.class,
                        GroupReport.class,
                        Effect.class,
                        Outcome.class,
                        ImportReport.class,
                        UserCounts.class,
                        UserStatus.class,
                        AppUserStatus.class)))
        .check(new ClassFileImporter().importPackages("io.attune.plan.reference"));
  }
}
