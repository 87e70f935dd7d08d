package io.attune.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The byte form itself: what a value costs, which no reader of it tells. */
class ProfilePackerTest {
  private static final int FEW = 64;

  /** Of texts, {@code a0} and so on. */
  private static ProfileSchema texts(int slots) {
    return schema(slots, AttributeKind.STRING);
  }

  private static ProfileSchema schema(int slots, AttributeKind kind) {
    List<AttributeDefinition> attributes = new ArrayList<>();
    for (int slot = 0; slot < slots; slot++) {
      attributes.add(AttributeDefinition.of("a" + slot, kind));
    }
    return ProfileSchema.of(attributes.toArray(AttributeDefinition[]::new));
  }

  private static Profile profile(ProfileSchema schema, @Nullable Object... values) {
    @Nullable Object[] all = new @Nullable Object[schema.size()];
    System.arraycopy(values, 0, all, 0, values.length);
    return Profile.ofOwned(schema, all);
  }

  private static String hex(ProfilePacker packer, Profile profile) {
    int length = packer.pack(profile);
    return HexFormat.of().formatHex(packer.bytes(), 0, length);
  }

  private static String plain(String text) {
    return HexFormat.of().formatHex(ProfilePacker.plain(text));
  }

  @Test
  void aLatinTextIsAByteACharacter() {
    assertEquals("20", plain(""));
    assertEquals("22613f", plain("a?"));
    assertEquals("22ff3f", plain("\u00ff?"));
    assertEquals("0802" + "0100" + "003f", plain("\u0100?"));
    assertEquals("5f" + "78".repeat(63), plain("x".repeat(63)));
    assertEquals("0940" + "78".repeat(64), plain("x".repeat(64)));
    assertEquals("097f" + "78".repeat(127), plain("x".repeat(127)));
    assertEquals("098001" + "78".repeat(128), plain("x".repeat(128)));
    assertEquals("09dc0b" + "78".repeat(1500), plain("x".repeat(1500)));
  }

  @Test
  void absentSlotsAreOneRunAndNoneAtTheEnd() {
    ProfileSchema schema = texts(6);
    assertEquals("00", hex(new ProfilePacker(schema), profile(schema)));
    assertEquals(
        "2161" + "0103" + "2162" + "00",
        hex(new ProfilePacker(schema), profile(schema, "a", null, null, null, "b")));
  }

  /** Of two bytes, to say where a text stands; so it has to be longer. */
  @Test
  void aTextThatStandsBeforeIsItsSlot() {
    ProfileSchema schema = texts(4);
    assertEquals(
        "24" + "61626364" + "23616263" + "0a00" + "23616263" + "00",
        hex(new ProfilePacker(schema), profile(schema, "abcd", "abc", "abcd", "abc")));
  }

  /** A slot is a byte: those behind the first 256 are not referred to, and do not refer. */
  @Test
  void onlyTheFirstSlotsAreReferredTo() {
    ProfileSchema schema = texts(260);
    List<@Nullable Object> values = new ArrayList<>(Collections.nCopies(260, null));
    List.of(0, 255, 256, 257).forEach(slot -> values.set(slot, "abcd"));
    assertEquals(
        "2461626364" + "01fe01" + "0a00" + "2461626364".repeat(2) + "00",
        hex(new ProfilePacker(schema), profile(schema, values.toArray())));
  }

  /** After some profiles, and two of the same: a byte for the first of a slot, then two. */
  @Test
  void aTextOfManyProfilesIsItsNumber() {
    ProfileSchema schema = texts(2);
    ProfilePacker packer = new ProfilePacker(schema);
    String empty = "20";
    for (int row = 0; row < FEW; row++) {
      assertEquals("2573616c6573" + empty + "00", hex(packer, profile(schema, "sales", "")));
    }
    assertEquals("2573616c6573" + empty + "00", hex(packer, profile(schema, "sales", "")));
    for (int row = 0; row < 3; row++) {
      assertEquals("60" + empty + "00", hex(packer, profile(schema, "sales", "")));
    }
    for (int number = 1; number < 300; number++) {
      Profile profile = profile(schema, "team " + number);
      packer.pack(profile);
      String expected = number < 160 ? "%02x00".formatted(0x60 + number) : "10%02x00";
      expected = number < 256 ? expected : "11%02x00";
      assertEquals(expected.formatted(number & 0xFF), hex(packer, profile), "number " + number);
    }
  }

  /** What grows past its first 512 bytes by tags, numbers of eight bytes and texts alone. */
  @Test
  void thereIsRoomForProfilesOfEverySize() {
    ProfileSchema integers = schema(100, AttributeKind.INTEGER);
    Profile many = profile(integers, Collections.nCopies(100, 1L).toArray());
    assertEquals("040000000000000001".repeat(100) + "00", hex(new ProfilePacker(integers), many));
    ProfileSchema lists = schema(1, AttributeKind.STRING_ARRAY);
    Profile blanks = profile(lists, Collections.nCopies(1000, ""));
    assertEquals("06e807" + "20".repeat(1000) + "00", hex(new ProfilePacker(lists), blanks));
  }
}
