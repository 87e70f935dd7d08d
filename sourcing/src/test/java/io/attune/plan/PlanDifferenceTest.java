package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.plan.PlanDifference.GroupMove;
import io.attune.plan.PlanDifference.Move;
import io.attune.plan.PlanDifference.Person;
import io.attune.plan.PlanSummary.Entry;
import io.attune.plan.PlannedGroup.Member;
import io.attune.plan.PlannedMatch.Kind;
import io.attune.plan.PlannedMatch.Reason;
import io.attune.sourcing.UserStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who moves between two plans, and for which cause first. Source: imports, "What if". */
class PlanDifferenceTest {
  private static final ImportReport REPORT =
      Settings.ofSource().plan(new SmallOrg(), List.of()).report();

  private static Entry entry(
      String key,
      @Nullable String user,
      Outcome outcome,
      @Nullable UserStatus status,
      String match,
      Map<String, String> values,
      String... diagnostics) {
    return new Entry(
        key, user, outcome, status, match, new TreeMap<>(values), List.of(diagnostics));
  }

  private static Entry entry(String key, Outcome outcome) {
    return entry(key, "00u-" + key, outcome, null, "LINKED", Map.of());
  }

  private static PlanSummary plan(Entry... entries) {
    return new PlanSummary(REPORT, List.of(entries), List.of());
  }

  private static void moves(Entry before, Entry after, String cause) {
    List<Move> moves = PlanDifference.between(plan(before), plan(after)).moves();
    assertEquals(1, moves.size());
    assertEquals(cause, moves.get(0).cause());
    assertEquals(before.fate(), moves.get(0).from());
    assertEquals(after.fate(), moves.get(0).to());
  }

  @Test
  void theFirstThingThatDiffersIsTheCause() {
    Entry linked = entry("a", "u", Outcome.LINK, null, "EXACT by EMAIL", Map.of("user.x", "1"));
    moves(
        linked,
        entry("a", null, Outcome.CREATE, UserStatus.STAGED, "NONE", Map.of()),
        "match: EXACT by EMAIL -> NONE");
    moves(
        linked,
        entry("a", "v", Outcome.LINK, null, "EXACT by EMAIL", Map.of()),
        "match: another person");
    moves(
        linked,
        entry("a", "u", Outcome.PENDING_EXACT, UserStatus.ACTIVE, "EXACT by EMAIL", Map.of()),
        "confirmation");
    moves(
        entry("a", "u", Outcome.PENDING_EXACT, null, "EXACT by EMAIL", Map.of("user.x", "1")),
        entry("a", "u", Outcome.ERROR, null, "EXACT by EMAIL", Map.of()),
        "values: user.x");
    moves(
        entry("a", "u", Outcome.ERROR, null, "EXACT by EMAIL", Map.of()),
        entry("a", "u", Outcome.PENDING_EXACT, null, "EXACT by EMAIL", Map.of("user.x", "1")),
        "values: user.x");
    moves(
        linked,
        entry("a", "u", Outcome.LINK, UserStatus.ACTIVE, "EXACT by EMAIL", Map.of()),
        "lifecycle: unchanged -> ACTIVE");
    moves(
        entry("a", "u", Outcome.LINK, UserStatus.ACTIVE, "EXACT by EMAIL", Map.of()),
        linked,
        "lifecycle: ACTIVE -> unchanged");
    moves(
        entry("a", "u", Outcome.LINK, null, "EXACT", Map.of("b", "1", "c", "2", "d", "3")),
        entry("a", "u", Outcome.LINK, null, "EXACT", Map.of("b", "1", "c", "3", "a", "4")),
        "values: a, c, d");
    moves(
        linked,
        entry("a", "u", Outcome.LINK, null, "EXACT by EMAIL", Map.of("user.x", "1"), "NOTE"),
        "notes: [] -> [NOTE]");
  }

  @Test
  void peopleAreGroupedTheLargestGroupFirst() {
    Entry gone = entry("b", Outcome.REMOVED);
    Entry unknown = entry("z", null, Outcome.UPDATE, null, "LINKED", Map.of());
    PlanDifference difference =
        PlanDifference.between(
            plan(
                entry("a", Outcome.UNCHANGED),
                gone,
                entry("c", Outcome.UPDATE),
                entry("d", Outcome.UPDATE),
                unknown),
            plan(
                entry("a", Outcome.UNCHANGED),
                entry("c", "00u-c", Outcome.UPDATE, null, "LINKED", Map.of("user.x", "1")),
                entry("d", "00u-d", Outcome.UPDATE, null, "LINKED", Map.of("user.x", "2")),
                entry("e", Outcome.REMOVED),
                entry("z", "00u-z", Outcome.UPDATE, null, "LINKED", Map.of())));
    assertEquals(
        List.of(
            new Move(
                "UPDATE",
                "UPDATE",
                "values: user.x",
                List.of(new Person("c", "00u-c"), new Person("d", "00u-d"))),
            new Move(
                "REMOVED",
                "no line",
                "whether absence is meant",
                List.of(new Person("b", "00u-b"))),
            new Move(
                "UPDATE", "UPDATE", "match: another person", List.of(new Person("z", "00u-z"))),
            new Move(
                "no line",
                "REMOVED",
                "whether absence is meant",
                List.of(new Person("e", "00u-e")))),
        difference.moves());
    assertEquals(List.of(), difference.groups());
  }

  private static PlannedGroup group(
      String key, PlannedGroup.Outcome outcome, List<String> unresolved, String... added) {
    return new PlannedGroup(
        key,
        outcome,
        outcome == PlannedGroup.Outcome.CREATE ? null : "00g-" + key,
        List.of(),
        List.of(added).stream().map(each -> new Member(each, null)).toList(),
        List.of(),
        unresolved,
        null);
  }

  @Test
  void groupsMoveByTheirMembersAndByAbsence() {
    PlannedGroup same = group("a", PlannedGroup.Outcome.UPDATE, List.of(), "x");
    PlannedGroup gone = group("b", PlannedGroup.Outcome.REMOVED, List.of());
    PlanSummary today =
        new PlanSummary(
            REPORT,
            List.of(),
            List.of(same, gone, group("c", PlannedGroup.Outcome.CREATE, List.of(), "x", "y")));
    PlanSummary proposed =
        new PlanSummary(
            REPORT,
            List.of(),
            List.of(same, group("c", PlannedGroup.Outcome.CREATE, List.of("y"), "x")));
    GroupMove members =
        new GroupMove("c", null, "CREATE, 2 added", "CREATE, 1 added, 1 unresolved", "members");
    GroupMove absence =
        new GroupMove("b", "00g-b", "REMOVED", "no line", "whether absence is meant");
    assertEquals(List.of(absence, members), PlanDifference.between(today, proposed).groups());
    assertEquals(
        List.of(
            new GroupMove("b", "00g-b", "no line", "REMOVED", "whether absence is meant"),
            new GroupMove(
                "c", null, "CREATE, 1 added, 1 unresolved", "CREATE, 2 added", "members")),
        PlanDifference.between(proposed, today).groups());
  }

  @Test
  void aSummarySaysTheMatchInOneText() {
    PlannedMatch match =
        new PlannedMatch(
            Kind.CONFLICT, List.of("EMAIL", "NAME"), List.of("u"), 1, Reason.ALREADY_LINKED);
    assertEquals("CONFLICT by EMAIL, NAME (ALREADY_LINKED)", match(match));
    assertEquals("LINKED", match(PlannedMatch.LINKED));
    assertEquals("", match(null));
  }

  private static String match(@Nullable PlannedMatch match) {
    PlannedChange line =
        new PlannedChange("a", Outcome.ERROR, null, match, List.of(), null, null, List.of());
    return Entry.of("a", line).match();
  }
}
