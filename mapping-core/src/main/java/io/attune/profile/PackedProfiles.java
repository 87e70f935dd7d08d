package io.attune.profile;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many profiles of one schema in little memory: each is a row of bytes in a large chunk, unpacked
 * when it is read. A million profiles are some hundreds of bytes each instead of thousands, and a
 * few hundred objects in all instead of a hundred million.
 *
 * <p>Rows are numbered from 0 in the order they were added. Not safe for writing from several
 * threads; safe for reading from many once it is full.
 */
public final class PackedProfiles {
  private static final int CHUNK_BYTES = 1 << 20;

  private final ProfileSchema schema;
  private final List<byte[]> chunks = new ArrayList<>();
  private final ProfilePacker packer;
  private long[] starts = new long[1024];
  private int used = CHUNK_BYTES;
  private int size;

  /** An empty collection of profiles of {@code schema}. */
  public PackedProfiles(ProfileSchema schema) {
    this.schema = schema;
    this.packer = new ProfilePacker(schema);
  }

  /** The schema of every row. */
  public ProfileSchema schema() {
    return schema;
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  /**
   * Adds a profile and returns its row.
   *
   * @throws IllegalArgumentException if its schema is another one
   */
  public int add(Profile profile) {
    if (!profile.schema().equals(schema)) {
      throw new IllegalArgumentException("a packed profile needs the schema of its collection");
    }
    int length = packer.pack(profile);
    if (used + length > CHUNK_BYTES) {
      chunks.add(new byte[Math.max(CHUNK_BYTES, length)]);
      used = 0;
    }
    System.arraycopy(packer.bytes(), 0, chunks.get(chunks.size() - 1), used, length);
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
    }
    starts[size] = ((long) (chunks.size() - 1) << 32) | used;
    used += length;
    return size++;
  }

  /** The profile in a row, unpacked anew at each call. */
  public Profile get(int row) {
    return Profile.ofOwned(schema, ProfilePacker.unpack(schema, chunk(row), (int) starts[row]));
  }

  /**
   * Whether a row holds just this profile, found without unpacking the row.
   *
   * @param profile whose schema equals that of the rows
   * @param others the slots that do not count
   */
  public boolean isEqual(int row, Profile profile, BitSet others) {
    return ProfilePacker.isEqual(chunk(row), (int) starts[row], profile, others);
  }

  /** One value of the profile in a row, null where it is absent, without unpacking the others. */
  public @Nullable Object value(int row, int slot) {
    return ProfilePacker.unpackOne(chunk(row), (int) starts[row], slot);
  }

  /** Feeds the bytes of a row to a digest: equal profiles of one schema feed the same. */
  public void feed(int row, MessageDigest digest) {
    int start = (int) starts[row];
    byte[] chunk = chunk(row);
    digest.update(chunk, start, ProfilePacker.end(chunk, start) - start);
  }

  private byte[] chunk(int row) {
    if (row >= size) {
      throw new IndexOutOfBoundsException("row " + row + " of " + size);
    }
    return chunks.get((int) (starts[row] >>> 32));
  }
}
