package io.attune.profile;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many profiles of one schema in little memory: each is a row of bytes in a large group, unpacked
 * when it is read. A million profiles are some hundreds of bytes each instead of thousands, and a
 * few hundred objects in all instead of a hundred million. What many people have, a department say,
 * is kept once, and a byte or two in each row.
 *
 * <p>Rows are numbered from 0 in the order they were added. Not safe for writing from several
 * threads; safe for reading from many once it is full.
 */
public final class PackedProfiles {
  /** Rows stand together in groups of so many, as a power of two. */
  private static final int GROUP_BITS = 10;

  private static final int GROUP_ROWS = 1 << GROUP_BITS;
  private static final int FIRST_BYTES = 1 << 10;

  private final ProfileSchema schema;
  private final ProfilePacker packer;
  private final List<byte[]> groups = new ArrayList<>();

  /** Where the rows of each group begin in it. */
  private final List<int[]> starts = new ArrayList<>();

  /** How much of the last group is used. */
  private int used;

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
    int place = size & (GROUP_ROWS - 1);
    if (place == 0) {
      finishGroup();
      groups.add(new byte[Math.max(FIRST_BYTES, length)]);
      starts.add(new int[GROUP_ROWS]);
      used = 0;
    }
    int last = groups.size() - 1;
    byte[] group = groups.get(last);
    if (used + length > group.length) {
      group = Arrays.copyOf(group, Math.max(group.length * 2, used + length));
      groups.set(last, group);
    }
    System.arraycopy(packer.bytes(), 0, group, used, length);
    starts.get(last)[place] = used;
    used += length;
    return size++;
  }

  private void finishGroup() {
    if (!groups.isEmpty()) {
      int last = groups.size() - 1;
      groups.set(last, Arrays.copyOf(groups.get(last), used));
    }
  }

  /** The profile in a row, unpacked anew at each call. */
  public Profile get(int row) {
    return Profile.ofOwned(schema, at(row).unpack(schema.size()));
  }

  /**
   * Whether a row holds just this profile, found without unpacking the row.
   *
   * @param profile whose schema equals that of the rows
   * @param others the slots that do not count
   */
  public boolean isEqual(int row, Profile profile, BitSet others) {
    return at(row).isEqual(profile, others);
  }

  /** One value of the profile in a row, null where it is absent, without unpacking the others. */
  public @Nullable Object value(int row, int slot) {
    return at(row).value(slot);
  }

  /**
   * Feeds a row to a digest. Equal profiles of one schema feed the same, whatever other rows there
   * are.
   */
  public void feed(int row, MessageDigest digest) {
    digest.update(at(row).plain());
  }

  private PackedRow at(int row) {
    if (row >= size) {
      throw new IndexOutOfBoundsException("row " + row + " of " + size);
    }
    int group = row >> GROUP_BITS;
    int start = starts.get(group)[row & (GROUP_ROWS - 1)];
    return new PackedRow(packer, groups.get(group), start);
  }
}
