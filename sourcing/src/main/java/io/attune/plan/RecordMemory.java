package io.attune.plan;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Records that changed nothing, each with a proof of what it was decided from. First the digest of
 * the settings they were decided by, and the key of the proofs; then for each record the first half
 * of its digest, the proof, and the record's key at the app. Immutable; found by digest.
 */
public final class RecordMemory {
  private static final int NONE = -1;
  private static final int MOST_KEY_BYTES = 0xFFFF;
  private static final int SHA_BYTES = 32;
  private static final int FIRST_PLACE = 2 * SHA_BYTES;
  private static final int RAW_BYTES = 16;
  private static final int LENGTH_AT = RAW_BYTES + PolynomialDigest.BYTES;
  private static final int HEAD_BYTES = LENGTH_AT + Short.BYTES;

  private final byte[] bytes;
  private final ByteBuffer numbers;
  private final int[] table;

  private RecordMemory(byte[] bytes, int[] table) {
    this.bytes = bytes;
    this.numbers = ByteBuffer.wrap(bytes);
    this.table = table;
  }

  /** No records. */
  public static RecordMemory empty() {
    return of(new byte[FIRST_PLACE]);
  }

  /**
   * What {@link #toBytes} gave.
   *
   * @throws IllegalArgumentException if the bytes are none of these
   */
  public static RecordMemory of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int[] starts = new int[bytes.length / HEAD_BYTES];
    int size = 0;
    try {
      buffer.position(FIRST_PLACE);
      while (buffer.hasRemaining()) {
        starts[size++] = buffer.position();
        buffer.position(buffer.position() + LENGTH_AT);
        int length = Short.toUnsignedInt(buffer.getShort());
        buffer.position(buffer.position() + length);
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IllegalArgumentException("these bytes remember no records", e);
    }
    RecordMemory memory = new RecordMemory(bytes, new int[Integer.highestOneBit(size + 1) * 4]);
    Arrays.fill(memory.table, NONE);
    for (int at = 0; at < size; at++) {
      memory.insert(starts[at]);
    }
    return memory;
  }

  private void insert(int start) {
    int place = place(key(start));
    while (table[place] != NONE) {
      place = (place + 1) & (table.length - 1);
    }
    table[place] = start;
  }

  /** Digests are random already. */
  private int place(long key) {
    return (int) key & (table.length - 1);
  }

  private long key(int start) {
    return numbers.getLong(start);
  }

  /** Whether the records were decided by settings with this digest. */
  boolean isBy(Sha256 settings) {
    return settings.begins(bytes, 0, SHA_BYTES);
  }

  /** The key of the proofs. */
  Sha256 key() {
    return Sha256.ofBytes(Arrays.copyOfRange(bytes, SHA_BYTES, FIRST_PLACE));
  }

  /** Where the record with this digest is, or a negative number. */
  int find(Sha256 raw) {
    return find(raw, NONE);
  }

  /**
   * Where the record with this digest is, or a negative number.
   *
   * @param guess the place after a place, which is looked at first; any negative number for none
   */
  int find(Sha256 raw, int guess) {
    boolean isPlace = guess >= FIRST_PLACE && guess < bytes.length;
    int place = isPlace && key(guess) == raw.firstLong() ? guess : search(raw.firstLong());
    return place >= 0 && raw.begins(bytes, place, RAW_BYTES) ? place : NONE;
  }

  private int search(long key) {
    int place = place(key);
    while (table[place] != NONE && key(table[place]) != key) {
      place = (place + 1) & (table.length - 1);
    }
    return table[place];
  }

  /** Whether the record at a place was decided from just this. */
  boolean isProvenBy(int place, byte[] proof) {
    int from = place + RAW_BYTES;
    return Arrays.equals(bytes, from, place + LENGTH_AT, proof, 0, proof.length);
  }

  /** The key of the record at a place. */
  String externalId(int place) {
    return new String(bytes, place + HEAD_BYTES, keyLength(place), StandardCharsets.UTF_8);
  }

  /** The place after a place, where the next record is if there is one. */
  int after(int place) {
    return place + HEAD_BYTES + keyLength(place);
  }

  private int keyLength(int place) {
    return Short.toUnsignedInt(numbers.getShort(place + LENGTH_AT));
  }

  /** Everything, to be kept; not to be changed. */
  public byte[] toBytes() {
    return bytes;
  }

  /** Gathers records. */
  static final class Builder {
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    /** For records decided by settings with this digest, with proofs of this key. */
    Builder(Sha256 settings, Sha256 key) {
      buffer.put(settings.toBytes()).put(key.toBytes());
    }

    /** Remembers a record, unless its key is too long to be kept. */
    void add(Sha256 raw, byte[] proof, String externalId) {
      byte[] key = externalId.getBytes(StandardCharsets.UTF_8);
      if (key.length > MOST_KEY_BYTES) {
        return;
      }
      if (buffer.remaining() < HEAD_BYTES + key.length) {
        int size = Math.max(buffer.capacity() * 2, buffer.capacity() + HEAD_BYTES + key.length);
        buffer = ByteBuffer.allocate(size).put(buffer.flip());
      }
      buffer.put(raw.toBytes(), 0, RAW_BYTES).put(proof);
      buffer.putShort((short) key.length).put(key);
    }

    RecordMemory build() {
      return of(Arrays.copyOf(buffer.array(), buffer.position()));
    }
  }
}
