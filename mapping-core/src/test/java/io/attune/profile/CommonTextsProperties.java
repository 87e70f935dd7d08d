package io.attune.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many packed profiles, with much in common, against a list of profiles. */
class CommonTextsProperties {
  private static final BitSet NO_SLOTS = new BitSet();

  private static final ProfileSchema SCHEMA =
      ProfileSchema.of(
          AttributeDefinition.of("login", AttributeKind.STRING),
          AttributeDefinition.of("mail", AttributeKind.STRING),
          AttributeDefinition.of("department", AttributeKind.STRING),
          AttributeDefinition.of("manager", AttributeKind.STRING),
          AttributeDefinition.of("level", AttributeKind.INTEGER),
          AttributeDefinition.of("rate", AttributeKind.NUMBER),
          AttributeDefinition.of("open", AttributeKind.BOOLEAN),
          AttributeDefinition.of("tags", AttributeKind.STRING_ARRAY),
          AttributeDefinition.of("note", AttributeKind.STRING));

  private static @Nullable Object value(Random random, AttributeKind kind, int person) {
    if (random.nextInt(6) == 0) {
      return null;
    }
    return switch (kind) {
      case INTEGER -> random.nextLong();
      case NUMBER -> random.nextDouble();
      case BOOLEAN -> random.nextBoolean();
      case STRING_ARRAY -> List.of(text(random, person), "tag");
      default -> text(random, person);
    };
  }

  private static String text(Random random, int person) {
    return switch (random.nextInt(12)) {
      case 0 -> "";
      case 1 -> "?";
      case 2 -> "Żółć " + random.nextInt(3);
      case 3 -> "Zoë " + random.nextInt(300);
      case 4 -> "\uD800";
      case 5 -> "long ".repeat(random.nextInt(60));
      case 6, 7 -> "p" + person + "@example.com";
      case 8 -> "common " + random.nextInt(1000);
      default -> "department " + random.nextInt(20);
    };
  }

  private static List<Profile> profiles(Random random, int people) {
    List<Profile> profiles = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      if (random.nextInt(10) == 0 && person > 0) {
        profiles.add(profiles.get(random.nextInt(person)));
        continue;
      }
      @Nullable Object[] values = new @Nullable Object[SCHEMA.size()];
      for (int slot = 0; slot < values.length; slot++) {
        values[slot] = value(random, SCHEMA.attribute(slot).kind(), person);
      }
      profiles.add(Profile.ofOwned(SCHEMA, values));
    }
    return profiles;
  }

  private static PackedProfiles pack(List<Profile> profiles) {
    PackedProfiles packed = new PackedProfiles(SCHEMA);
    for (int row = 0; row < profiles.size(); row++) {
      assertEquals(row, packed.add(profiles.get(row)));
    }
    return packed;
  }

  private static byte[] fed(PackedProfiles packed, int row) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      packed.feed(row, digest);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Property(tries = 8)
  void everyRowIsWhatWasAdded(@ForAll long seed) {
    Random random = new Random(seed);
    List<Profile> profiles = profiles(random, random.nextInt(5000));
    PackedProfiles packed = pack(profiles);
    assertEquals(profiles.size(), packed.size());
    for (int row = 0; row < profiles.size(); row++) {
      Profile profile = profiles.get(row);
      assertEquals(profile, packed.get(row));
      for (int slot = 0; slot < SCHEMA.size(); slot++) {
        assertEquals(profile.value(slot), packed.value(row, slot));
      }
      assertTrue(packed.isEqual(row, profile, NO_SLOTS));
      Profile other = profiles.get(random.nextInt(profiles.size()));
      assertEquals(profile.equals(other), packed.isEqual(row, other, NO_SLOTS));
      int slot = random.nextInt(SCHEMA.size());
      @Nullable Object[] values = profile.toArray();
      values[slot] = value(random, SCHEMA.attribute(slot).kind(), row);
      Profile changed = Profile.ofOwned(SCHEMA, values);
      assertEquals(profile.equals(changed), packed.isEqual(row, changed, NO_SLOTS));
      BitSet others = new BitSet();
      others.set(slot);
      assertTrue(packed.isEqual(row, changed, others));
    }
  }

  /** What a digest is fed is of the profile alone: other rows change how it is kept. */
  @Property(tries = 2)
  void aDigestIsFedTheProfileAlone(@ForAll long seed) {
    Random random = new Random(seed);
    List<Profile> profiles = profiles(random, 1000);
    PackedProfiles packed = pack(profiles);
    assertThrows(IndexOutOfBoundsException.class, () -> packed.get(profiles.size()));
    Map<Profile, ByteBuffer> fed = new HashMap<>();
    for (int row = 0; row < profiles.size(); row++) {
      fed.put(profiles.get(row), ByteBuffer.wrap(fed(packed, row)));
      assertArrayEquals(fed(pack(profiles.subList(row, row + 1)), 0), fed(packed, row));
    }
    assertEquals(fed.size(), new HashSet<>(fed.values()).size(), "profiles that feed the same");
  }

  /** Rows that are larger than what a group begins with, and grows to. */
  @Test
  void thereIsRoomForLargeRows() {
    List<Profile> profiles = new ArrayList<>();
    for (int length : new int[] {1, 10_000, 1, 100_000, 5000}) {
      profiles.add(Profile.empty(SCHEMA).with("note", "x".repeat(length)));
    }
    PackedProfiles packed = pack(profiles);
    assertEquals(SCHEMA, packed.schema());
    for (int row = 0; row < profiles.size(); row++) {
      assertEquals(profiles.get(row), packed.get(row));
    }
  }

  /** More texts than can be common, each often enough to be. */
  @Test
  void tooManyCommonTextsAreKeptAsTheyStand() {
    List<Profile> profiles = new ArrayList<>();
    for (int person = 0; person < 3 * CommonTexts.MOST; person++) {
      profiles.add(Profile.empty(SCHEMA).with("department", "department " + person / 3));
      profiles.add(Profile.empty(SCHEMA).with("department", "department " + person / 3));
    }
    PackedProfiles packed = pack(profiles);
    for (int row = 0; row < profiles.size(); row++) {
      assertEquals(profiles.get(row), packed.get(row));
    }
  }
}
