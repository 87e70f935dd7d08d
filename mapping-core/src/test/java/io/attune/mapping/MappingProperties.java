package io.attune.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.expression.EvaluationInput;
import io.attune.expression.EvaluationRun;
import io.attune.expression.Evaluator;
import io.attune.expression.ExpressionScope;
import io.attune.mapping.MappingOutcome.State;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.Profile;
import io.attune.profile.ProfileDiff;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MappingProperties {
  private static final int SIZE = 6;
  private static final ProfileSchema SCHEMA =
      ProfileSchema.of(
          IntStream.range(0, SIZE)
              .mapToObj(number -> AttributeDefinition.of("a" + number, AttributeKind.STRING))
              .toList());
  private static final ExpressionScope SCOPE = ExpressionScope.toOkta(SCHEMA, "acme", SCHEMA);

  /** Fails for everybody; the compiler warns of it and lets it pass. */
  private static final String FAILING = "'' + 1 / 0";

  private static MappingOutcome apply(List<AttributeMapping> table, Profile appUser) {
    MappingProgram program =
        Objects.requireNonNull(MappingProgram.compile(new MappingTable(table), SCOPE).program());
    return program.apply(new Evaluator(), EvaluationInput.ofAppUser(EvaluationRun.EMPTY, appUser));
  }

  private static List<Object> results(MappingOutcome outcome, int except) {
    List<Object> results = new ArrayList<>();
    for (int slot = 0; slot < SIZE; slot++) {
      if (slot != except) {
        results.add(outcome.state(slot) + " " + outcome.value(slot) + outcome.failure(slot));
      }
    }
    return results;
  }

  /** {@code apply(shuffle(table)) = apply(table)}. */
  @Property
  void orderOfATableNeverMatters(
      @ForAll("tables") List<AttributeMapping> table,
      @ForAll("profiles") Profile appUser,
      @ForAll Random random) {
    List<AttributeMapping> shuffled = new ArrayList<>(table);
    Collections.shuffle(shuffled, random);
    MappingOutcome expected = apply(table, appUser);
    MappingOutcome actual = apply(shuffled, appUser);
    assertEquals(results(expected, -1), results(actual, -1));
    assertEquals(expected.warnings(), actual.warnings());
  }

  /** A mapping that fails leaves what every other gives. */
  @Property
  void aFailingMappingChangesNoOther(
      @ForAll("tables") List<AttributeMapping> table,
      @ForAll("profiles") Profile appUser,
      @ForAll @IntRange(max = SIZE - 1) int slot) {
    List<AttributeMapping> failing = new ArrayList<>(table);
    failing.removeIf(mapping -> mapping.target().equals("a" + slot));
    failing.add(AttributeMapping.of("a" + slot, FAILING));
    MappingOutcome outcome = apply(failing, appUser);
    assertEquals(State.FAILED, outcome.state(slot));
    assertEquals(results(apply(table, appUser), slot), results(outcome, slot));
  }

  /** {@code between(a, b).applyTo(a) = b}, and applying it twice changes nothing more. */
  @Property
  void aDifferenceLeadsFromOneProfileToTheOther(
      @ForAll("profiles") Profile before, @ForAll("profiles") Profile after) {
    ProfileDiff diff = ProfileDiff.between(before, after);
    assertEquals(after, diff.applyTo(before));
    assertEquals(after, diff.applyTo(diff.applyTo(before)));
    assertEquals(before.equals(after), diff.isEmpty());
  }

  @Provide
  Arbitrary<List<AttributeMapping>> tables() {
    Arbitrary<String> expression =
        Arbitraries.of(
            "appuser.a0", "appuser.a1 + '!'", "null", "''", "'x'", "appuser.a2 ?: 'y'", FAILING);
    return expression
        .injectNull(0.3)
        .list()
        .ofSize(SIZE)
        .map(
            expressions ->
                IntStream.range(0, SIZE)
                    .filter(slot -> expressions.get(slot) != null)
                    .mapToObj(slot -> AttributeMapping.of("a" + slot, expressions.get(slot)))
                    .toList());
  }

  @Provide
  Arbitrary<Profile> profiles() {
    return Arbitraries.of("", "x", "é", "never")
        .injectNull(0.3)
        .list()
        .ofSize(SIZE)
        .map(values -> Profile.ofOwned(SCHEMA, values.toArray()));
  }
}
