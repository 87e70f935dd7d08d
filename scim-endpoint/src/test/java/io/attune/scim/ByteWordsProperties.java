package io.attune.scim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Searching by words against searching by bytes. */
class ByteWordsProperties {
  private static final byte[] NEAR = {
    0, 1, '\n' - 1, '\n', '\n' + 1, ' ' - 1, ' ', '!', '"', '#', '[', '\\', ']', 'a', 127, -128, -1
  };

  private static byte[] bytes(long seed, int length) {
    Random random = new Random(seed);
    boolean plain = random.nextBoolean();
    byte[] bytes = new byte[length];
    for (int at = 0; at < length; at++) {
      boolean near = !plain || random.nextInt(20) == 0;
      bytes[at] = near ? NEAR[random.nextInt(NEAR.length)] : (byte) ('a' + random.nextInt(26));
    }
    return bytes;
  }

  @Property(tries = 2000)
  void lineFeedsAreFound(
      @ForAll long seed,
      @ForAll @IntRange(max = 60) int length,
      @ForAll @IntRange(max = 60) int from,
      @ForAll @IntRange(max = 60) int to) {
    byte[] bytes = bytes(seed, length);
    int end = Math.min(length, to);
    int begin = Math.min(end, from);
    int expected = begin;
    while (expected < end && bytes[expected] != '\n') {
      expected++;
    }
    assertEquals(expected, ByteWords.lineFeed(bytes, begin, end));
  }

  @Property(tries = 2000)
  void whatIsNotPlainIsFound(
      @ForAll long seed,
      @ForAll @IntRange(max = 60) int length,
      @ForAll @IntRange(max = 60) int from) {
    byte[] bytes = bytes(seed, length);
    int begin = Math.min(length, from);
    int expected = begin;
    while (expected < length
        && bytes[expected] != '"'
        && bytes[expected] != '\\'
        && (bytes[expected] & 0xFF) >= ' ') {
      expected++;
    }
    assertEquals(expected, ByteWords.notPlain(bytes, begin));
  }

  /** Whichever byte tells texts from one another, they do not all have the same hash. */
  @Property(tries = 500)
  void everyByteThatCountsTellsHashesApart(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int length,
      @ForAll @IntRange(max = 7) int place,
      @ForAll boolean fromTheEnd,
      @ForAll @IntRange(min = 1, max = 8) int after) {
    byte[] bytes = bytes(seed, length + after);
    int some = Math.min(place, length - 1);
    int at = fromTheEnd ? length - 1 - some : some;
    BitSet hashes = new BitSet();
    for (int each = 0; each < 256; each++) {
      bytes[at] = (byte) each;
      hashes.set(ByteWords.hash(bytes, 0, length, 8));
    }
    assertTrue(hashes.cardinality() > 40, () -> hashes.cardinality() + " hashes of 256 texts");
    assertTrue(hashes.length() <= 256);
  }
}
