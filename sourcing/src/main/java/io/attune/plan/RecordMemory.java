package io.attune.plan;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Records that changed nothing, each with a proof of what it was decided from: the first bytes of
 * the record's digest, the proof, and the record's key. Immutable; found by digest.
 */
public final class RecordMemory {
  static final int PROOF_BYTES = 16;

  private static final int NONE = -1;
  private static final int MOST_KEY_BYTES = 0xFFFF;
  private static final int HEAD_BYTES = Long.BYTES + PROOF_BYTES + Short.BYTES;

  private final byte[] bytes;
  private final int[] table;

  private RecordMemory(byte[] bytes, int[] table) {
    this.bytes = bytes;
    this.table = table;
  }

  /** No records. */
  public static RecordMemory empty() {
    return of(new byte[0]);
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
      while (buffer.hasRemaining()) {
        starts[size++] = buffer.position();
        buffer.position(buffer.position() + HEAD_BYTES - Short.BYTES);
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
    return ByteBuffer.wrap(bytes).getLong(start);
  }

  /** Where the record with this digest is, or a negative number. */
  int find(Sha256 raw) {
    long key = raw.firstLong();
    int place = place(key);
    while (table[place] != NONE && key(table[place]) != key) {
      place = (place + 1) & (table.length - 1);
    }
    return table[place];
  }

  /** Whether the record at a place was decided from just this. */
  boolean isProvenBy(int place, Sha256 proof) {
    int from = place + Long.BYTES;
    return Arrays.equals(bytes, from, from + PROOF_BYTES, proof.toBytes(), 0, PROOF_BYTES);
  }

  /** The key of the record at a place. */
  String externalId(int place) {
    int length = Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(place + HEAD_BYTES - 2));
    return new String(bytes, place + HEAD_BYTES, length, StandardCharsets.UTF_8);
  }

  /** Everything, to be kept; not to be changed. */
  public byte[] toBytes() {
    return bytes;
  }

  /** Gathers records. */
  static final class Builder {
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    /** Remembers a record, unless its key is too long to be kept. */
    void add(Sha256 raw, Sha256 proof, String externalId) {
      byte[] key = externalId.getBytes(StandardCharsets.UTF_8);
      if (key.length > MOST_KEY_BYTES) {
        return;
      }
      if (buffer.remaining() < HEAD_BYTES + key.length) {
        int size = Math.max(buffer.capacity() * 2, buffer.capacity() + HEAD_BYTES + key.length);
        buffer = ByteBuffer.allocate(size).put(buffer.flip());
      }
      buffer.putLong(raw.firstLong()).put(proof.toBytes(), 0, PROOF_BYTES);
      buffer.putShort((short) key.length).put(key);
    }

    RecordMemory build() {
      return of(Arrays.copyOf(buffer.array(), buffer.position()));
    }
  }
}
