package io.attune.mapping.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.attune.expression.EvaluationInput;
import io.attune.expression.EvaluationRun;
import io.attune.expression.Evaluator;
import io.attune.expression.ExpressionScope;
import io.attune.expression.UserRecord;
import io.attune.mapping.AttributeMapping;
import io.attune.mapping.MappingProgram;
import io.attune.mapping.MappingTable;
import io.attune.mapping.PushStatus;
import io.attune.mapping.laws.MappingLoop.Verdict;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.Constraints;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Loops between the directions: each verdict, and that it is right. */
class MappingLoopsTest {
  private static final ProfileSchema SCHEMA =
      ProfileSchema.of(
          text("a"),
          text("b"),
          AttributeDefinition.of("n", AttributeKind.INTEGER),
          AttributeDefinition.of("flag", AttributeKind.BOOLEAN),
          text("size")
              .withConstraints(
                  new Constraints(null, null, null, null, null, List.of("S", "M", "L"))));

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.of(name, AttributeKind.STRING);
  }

  /** Rows as {@code target=expression}. */
  private static MappingTable table(String... rows) {
    return new MappingTable(
        Stream.of(rows)
            .map(row -> row.split("=", 2))
            .map(row -> AttributeMapping.of(row[0], row[1]))
            .toList());
  }

  private static MappingProgram toOkta(MappingTable table) {
    var scope = ExpressionScope.toOkta(SCHEMA, "hr", SCHEMA);
    return Objects.requireNonNull(MappingProgram.compile(table, scope).program());
  }

  private static MappingProgram toApp(MappingTable table) {
    var scope = ExpressionScope.toApp(SCHEMA, "hr", SCHEMA);
    return Objects.requireNonNull(MappingProgram.compile(table, scope).program());
  }

  private static List<MappingLoop> loops(MappingTable toOkta, MappingTable toApp) {
    return MappingLoops.find(toOkta(toOkta), toApp(toApp), EvaluationRun.EMPTY, 1);
  }

  private static MappingLoop loop(MappingTable toOkta, MappingTable toApp) {
    List<MappingLoop> loops = loops(toOkta, toApp);
    assertEquals(1, loops.size());
    return loops.get(0);
  }

  @Test
  void whatIsReadOneWayOnlyIsNoLoop() {
    assertEquals(List.of(), loops(table("a=appuser.a"), table("b=user.a")));
    assertEquals(List.of(), loops(table("a='x'"), table("a=user.a")));
    MappingTable createOnly =
        new MappingTable(List.of(new AttributeMapping("a", "user.a", PushStatus.DONT_PUSH)));
    assertEquals(List.of(), loops(table("a=appuser.a + '!'"), createOnly));
  }

  @Test
  void copiesAndCasesSettle() {
    MappingLoop copied = loop(table("a=appuser.b"), table("b=user.a"));
    assertEquals(Verdict.SETTLES, copied.verdict());
    assertEquals(List.of("a"), copied.userAttributes());
    assertEquals(List.of("b"), copied.appAttributes());
    assertEquals(
        Verdict.SETTLES,
        loop(table("a=String.toLowerCase(appuser.a)"), table("a=source.a")).verdict());
  }

  @Test
  void aSwapOscillates() {
    MappingLoop loop = loop(table("a=appuser.b", "b=appuser.a"), table("a=user.a", "b=user.b"));
    assertEquals(Verdict.OSCILLATES, loop.verdict());
    assertEquals(2, loop.period());
    assertEquals(profile("a", ""), loop.witness());
    assertEquals(
        List.of(profile("a", ""), profile("b", ""), profile("a", ""), profile("b", "")),
        loop.orbit());
  }

  @Test
  void whatGrowsNeverRepeats() {
    MappingLoop loop = loop(table("n=appuser.n + 1"), table("n=user.n"));
    assertEquals(Verdict.OSCILLATES, loop.verdict());
    assertEquals(0, loop.period());
    assertEquals(profile("n", 0L), loop.witness());
  }

  @Test
  void aBranchThatAsksForAWordIsFound() {
    MappingLoop loop =
        loop(
            table("a=appuser.a == 'Night' ? 'Day' : appuser.a"),
            table("a=user.a == 'Day' ? 'Night' : user.a"));
    // It came to rest wherever it was tried; more cannot be said of texts.
    assertEquals(Verdict.UNKNOWN, loop.verdict());
    assertEquals(400, loop.tried());
    MappingLoop flips =
        loop(
            table("a=appuser.a == 'Day' ? 'Night' : appuser.a == 'Night' ? 'Day' : appuser.a"),
            table("a=user.a"));
    assertEquals(Verdict.OSCILLATES, flips.verdict());
    assertEquals(profile("a", "Day"), flips.witness());
  }

  @Test
  void finiteValuesAreDecided() {
    assertEquals(
        Verdict.OSCILLATES, loop(table("flag=!appuser.flag"), table("flag=user.flag")).verdict());
    assertEquals(
        Verdict.SETTLES,
        loop(table("size=appuser.size == 'S' ? 'M' : 'L'"), table("size=user.size")).verdict());
  }

  @Test
  void aWitnessIsOneForTheTablesThemselves() {
    MappingTable toOkta = table("a=appuser.b + appuser.a", "b=appuser.a");
    MappingTable toApp = table("a=user.b", "b=user.a");
    MappingLoop loop = loops(toOkta, toApp).get(0);
    assertEquals(Verdict.OSCILLATES, loop.verdict());
    Profile user = Objects.requireNonNull(loop.witness());
    for (int round = 0; round < 12; round++) {
      Profile before = user;
      Profile app =
          applied(toApp(toApp), EvaluationInput.ofUser(EvaluationRun.EMPTY, UserRecord.of(user)));
      user = applied(toOkta(toOkta), EvaluationInput.ofAppUser(EvaluationRun.EMPTY, app));
      assertNotEquals(before, user);
    }
    assertEquals(loop, loops(toOkta, toApp).get(0));
  }

  private static Profile applied(MappingProgram program, EvaluationInput input) {
    var outcome = program.apply(new Evaluator(), input);
    Profile profile = Profile.empty(SCHEMA);
    for (int slot = 0; slot < SCHEMA.size(); slot++) {
      profile = profile.with(SCHEMA.attribute(slot).name(), outcome.value(slot));
    }
    return profile;
  }

  private static Profile profile(String name, Object value) {
    return Profile.empty(SCHEMA).with(name, value);
  }
}
