package io.attune.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.expression.ExpressionScope;
import io.attune.mapping.MappingPatch.Merge;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of partial changes of a table. */
class MappingPatchProperties {
  private static final int SIZE = 5;
  private static final ProfileSchema SCHEMA =
      ProfileSchema.of(
          IntStream.range(0, SIZE)
              .mapToObj(number -> AttributeDefinition.of("a" + number, AttributeKind.STRING))
              .toList());
  private static final ExpressionScope SCOPE = ExpressionScope.toOkta(SCHEMA, "acme", SCHEMA);

  /** {@code between(a, b).applyTo(a) = b}. */
  @Property
  void aDifferenceLeadsFromOneTableToTheOther(
      @ForAll("tables") MappingTable before, @ForAll("tables") MappingTable after) {
    MappingPatch patch = MappingPatch.between(before, after);
    assertEquals(after, patch.applyTo(before));
    assertEquals(before.equals(after), patch.isEmpty());
  }

  /** {@code patch(patch(t)) = patch(t)}. */
  @Property
  void mergingTwiceIsMergingOnce(
      @ForAll("tables") MappingTable before,
      @ForAll("tables") MappingTable after,
      @ForAll("tables") MappingTable table) {
    MappingPatch patch = MappingPatch.between(before, after);
    MappingTable once = patch.applyTo(table);
    assertEquals(once, patch.applyTo(once));
  }

  /** Patches that name different targets may come in any order. */
  @Property
  void mergesOfDifferentTargetsAreOrderFree(
      @ForAll("tables") MappingTable left,
      @ForAll("tables") MappingTable right,
      @ForAll("tables") MappingTable table) {
    MappingPatch even = named(left, 0);
    MappingPatch odd = named(right, 1);
    assertEquals(odd.applyTo(even.applyTo(table)), even.applyTo(odd.applyTo(table)));
  }

  /** Sets what the table maps among targets of this parity, and removes the others of them. */
  private static MappingPatch named(MappingTable table, int parity) {
    TreeMap<String, AttributeMapping> set = new TreeMap<>();
    TreeSet<String> removed = new TreeSet<>();
    for (int slot = parity; slot < SIZE; slot += 2) {
      AttributeMapping mapping = table.mapping("a" + slot);
      if (mapping == null) {
        removed.add("a" + slot);
      } else {
        set.put("a" + slot, mapping);
      }
    }
    return new MappingPatch(set, removed);
  }

  /** Tables of the same mappings are one table. */
  @Property
  void orderMeansNothing(@ForAll("tables") MappingTable table, @ForAll Random random) {
    List<AttributeMapping> shuffled = new ArrayList<>(table.mappings());
    Collections.shuffle(shuffled, random);
    assertEquals(table, new MappingTable(shuffled));
  }

  @Example
  void anUnknownTargetRefusesTheWhole() {
    MappingTable table = new MappingTable(List.of(AttributeMapping.of("a0", "appuser.a0")));
    for (MappingPatch patch :
        List.of(
            patch(List.of("a1", "b"), List.of()),
            patch(List.of("a1"), List.of("b")),
            patch(List.of("a1"), List.of("A0")))) {
      assertTrue(patch.merge(table, SCOPE) instanceof Merge.Refused, patch::toString);
    }
    assertEquals(
        new MappingTable(List.of(AttributeMapping.of("a1", "'x'"))),
        ((Merge.Merged) patch(List.of("a1"), List.of("a0")).merge(table, SCOPE)).table());
  }

  @Example
  void onlyWhatIsNamedIsChecked() {
    MappingTable broken = new MappingTable(List.of(AttributeMapping.of("a0", "nonsense(")));
    assertTrue(patch(List.of("a1"), List.of()).merge(broken, SCOPE) instanceof Merge.Merged);
  }

  private static MappingPatch patch(List<String> set, List<String> removed) {
    TreeMap<String, AttributeMapping> mappings = new TreeMap<>();
    set.forEach(target -> mappings.put(target, AttributeMapping.of(target, "'x'")));
    return new MappingPatch(mappings, new TreeSet<>(removed));
  }

  @Provide
  Arbitrary<MappingTable> tables() {
    Arbitrary<AttributeMapping> row =
        Arbitraries.of("appuser.a0", "'x'", "''")
            .flatMap(
                expression ->
                    Arbitraries.of(PushStatus.values())
                        .injectNull(0.3)
                        .map(status -> new AttributeMapping("a0", expression, status)));
    return row.injectNull(0.4)
        .list()
        .ofSize(SIZE)
        .map(
            rows ->
                new MappingTable(
                    IntStream.range(0, SIZE)
                        .filter(slot -> rows.get(slot) != null)
                        .mapToObj(
                            slot ->
                                new AttributeMapping(
                                    "a" + slot,
                                    rows.get(slot).expression(),
                                    rows.get(slot).pushStatus()))
                        .toList()));
  }
}
