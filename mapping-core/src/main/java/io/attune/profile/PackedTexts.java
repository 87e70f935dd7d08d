package io.attune.profile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Distinct texts, numbered from 0 in the order they were added, found again by value: the keys of a
 * large table at some 40 bytes each. Texts are held as UTF-8, and compared as UTF-8 bytes, which is
 * the order of everything that is seen.
 *
 * <p>Not safe for adding from several threads; safe for reading from many once it is full.
 */
public final class PackedTexts {
  private static final int CHUNK_BYTES = 1 << 18;
  private static final int NONE = -1;

  private final List<byte[]> chunks = new ArrayList<>();
  private long[] starts = new long[64];
  private int[] lengths = new int[64];
  private int[] table = new int[128];
  private int used = CHUNK_BYTES;
  private int size;

  /** No texts. */
  public PackedTexts() {
    Arrays.fill(table, NONE);
  }

  /** How many texts there are. */
  public int size() {
    return size;
  }

  /**
   * Adds a text and returns its number, or -1 - n if it is there already as number n.
   *
   * @throws IllegalArgumentException if the text has an unpaired surrogate, which no UTF-8 can hold
   */
  public int add(String text) {
    byte[] bytes = utf8(text);
    int place = place(bytes);
    if (table[place] != NONE) {
      return -1 - table[place];
    }
    store(bytes);
    table[place] = size++;
    if (size * 2 > table.length) {
      rehash();
    }
    return size - 1;
  }

  /** The number of a text, or -1 if it is not there. */
  public int find(String text) {
    return find(text, NONE);
  }

  /**
   * The number of a text, or -1 if it is not there.
   *
   * @param guess a number that is looked at first, any; where texts are looked up in the order in
   *     which they were added, this is far less than to search
   */
  public int find(String text, int guess) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int number = guess >= 0 && guess < size && isEqual(guess, bytes) ? guess : table[place(bytes)];
    return number == NONE || isWhole(text, bytes) ? number : NONE;
  }

  /** The text of a number, 0 to {@code size() - 1}. */
  public String get(int number) {
    return new String(chunk(number), start(number), lengths[number], StandardCharsets.UTF_8);
  }

  /** Compares two texts by their UTF-8 bytes. */
  public int compare(int left, int right) {
    return compare(left, this, right);
  }

  /** Compares a text with one of other texts by their UTF-8 bytes. */
  public int compare(int left, PackedTexts others, int right) {
    int from = start(left);
    int other = others.start(right);
    return Arrays.compareUnsigned(
        chunk(left),
        from,
        from + lengths[left],
        others.chunk(right),
        other,
        other + others.lengths[right]);
  }

  /** Feeds a text to a digest: its length in bytes, then its UTF-8. */
  public void feed(int number, MessageDigest digest) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (lengths[number] >> shift));
    }
    digest.update(chunk(number), start(number), lengths[number]);
  }

  private static byte[] utf8(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!isWhole(text, bytes)) {
      throw new IllegalArgumentException("a key has an unpaired surrogate");
    }
    return bytes;
  }

  /** An unpaired surrogate is encoded as '?': only then is a text not what its bytes say. */
  private static boolean isWhole(String text, byte[] bytes) {
    return !hasQuestionMark(bytes) || new String(bytes, StandardCharsets.UTF_8).equals(text);
  }

  private static boolean hasQuestionMark(byte[] bytes) {
    for (byte each : bytes) {
      if (each == '?') {
        return true;
      }
    }
    return false;
  }

  private void store(byte[] bytes) {
    if (chunks.isEmpty() || used + bytes.length > CHUNK_BYTES) {
      chunks.add(new byte[Math.max(CHUNK_BYTES, bytes.length)]);
      used = 0;
    }
    System.arraycopy(bytes, 0, chunks.get(chunks.size() - 1), used, bytes.length);
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      lengths = Arrays.copyOf(lengths, size * 2);
    }
    starts[size] = ((long) (chunks.size() - 1) << 32) | used;
    lengths[size] = bytes.length;
    used += bytes.length;
  }

  private int place(byte[] bytes) {
    int mask = table.length - 1;
    for (int place = spread(Arrays.hashCode(bytes)) & mask; ; place = (place + 1) & mask) {
      int number = table[place];
      if (number == NONE || isEqual(number, bytes)) {
        return place;
      }
    }
  }

  private boolean isEqual(int number, byte[] bytes) {
    int from = start(number);
    return lengths[number] == bytes.length
        && Arrays.equals(chunk(number), from, from + bytes.length, bytes, 0, bytes.length);
  }

  private void rehash() {
    table = new int[table.length * 2];
    Arrays.fill(table, NONE);
    int mask = table.length - 1;
    for (int number = 0; number < size; number++) {
      int from = start(number);
      byte[] bytes = Arrays.copyOfRange(chunk(number), from, from + lengths[number]);
      int place = spread(Arrays.hashCode(bytes)) & mask;
      while (table[place] != NONE) {
        place = (place + 1) & mask;
      }
      table[place] = number;
    }
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  private byte[] chunk(int number) {
    return chunks.get((int) (starts[number] >>> 32));
  }

  private int start(int number) {
    return (int) starts[number];
  }
}
