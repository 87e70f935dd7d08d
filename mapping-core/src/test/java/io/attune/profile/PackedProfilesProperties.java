package io.attune.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Rows against the profiles that were packed into them. */
class PackedProfilesProperties {
  private static final ProfileSchema SCHEMA =
      ProfileSchema.of(
          AttributeDefinition.of("a", AttributeKind.STRING),
          AttributeDefinition.of("b", AttributeKind.STRING),
          AttributeDefinition.of("c", AttributeKind.BOOLEAN),
          AttributeDefinition.of("d", AttributeKind.INTEGER),
          AttributeDefinition.of("e", AttributeKind.NUMBER),
          AttributeDefinition.of("f", AttributeKind.STRING_ARRAY),
          AttributeDefinition.of("g", AttributeKind.STRING));

  /** Short, long and wide ones, some that Latin-1 would turn into one another. */
  private static final List<String> TEXTS =
      List.of(
          "",
          "?",
          "\u4e2d",
          "\u00e9",
          "\ud800",
          "ab",
          "a?",
          "a\u4e2d",
          "x".repeat(300),
          "x".repeat(299) + "\u4e2d",
          "x".repeat(299) + "?");

  private static Object value(AttributeKind kind, int choice) {
    return switch (kind) {
      case BOOLEAN -> choice % 2 == 0;
      case INTEGER -> List.of(0L, 1L, Long.MIN_VALUE).get(choice % 3);
      case NUMBER ->
          choice % 4 == 3 ? UnusableNumber.INSTANCE : List.of(0.0, -0.0, 1e300).get(choice % 4);
      case STRING_ARRAY ->
          List.of(List.of(), TEXTS.subList(1, 3), TEXTS.subList(1, 4)).get(choice % 3);
      default -> TEXTS.get(choice % TEXTS.size());
    };
  }

  @Provide
  Arbitrary<Profile> profiles() {
    return Arbitraries.integers()
        .between(-3, 11)
        .list()
        .ofSize(SCHEMA.size())
        .map(
            choices -> {
              @Nullable Object[] values = new @Nullable Object[choices.size()];
              for (int slot = 0; slot < values.length; slot++) {
                int choice = choices.get(slot);
                AttributeKind kind = SCHEMA.attribute(slot).kind();
                values[slot] = choice < 0 ? null : value(kind, choice);
              }
              return Profile.ofOwned(SCHEMA, values);
            });
  }

  @Property(tries = 3000)
  void aRowIsEqualToWhatWasPackedIntoIt(
      @ForAll("profiles") Profile first,
      @ForAll("profiles") Profile other,
      @ForAll int from,
      @ForAll int others) {
    PackedProfiles packed = new PackedProfiles(SCHEMA);
    Profile near = mixed(first, other, from);
    for (Profile each : List.of(first, other, near)) {
      packed.add(each);
    }
    BitSet ignored = BitSet.valueOf(new long[] {others & 0x7F});
    List<Profile> all = List.of(first, other, near);
    for (int row = 0; row < all.size(); row++) {
      assertEquals(all.get(row), packed.get(row));
      for (Profile each : all) {
        boolean expected = isEqual(all.get(row), each, ignored);
        assertEquals(expected, packed.isEqual(row, each, ignored));
        assertEquals(all.get(row).equals(each), packed.isEqual(row, each, new BitSet()));
      }
    }
  }

  /** One profile with some values of another. */
  private static Profile mixed(Profile first, Profile other, int from) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int slot = 0; slot < SCHEMA.size(); slot++) {
      values.add(((from >> slot) & 1) == 0 ? first.value(slot) : other.value(slot));
    }
    return Profile.ofOwned(SCHEMA, values.toArray());
  }

  private static boolean isEqual(Profile one, Profile other, BitSet ignored) {
    for (int slot = 0; slot < SCHEMA.size(); slot++) {
      if (!ignored.get(slot) && !Objects.equals(one.value(slot), other.value(slot))) {
        return false;
      }
    }
    return true;
  }
}
