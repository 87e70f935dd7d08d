package io.attune.plan;

import java.security.MessageDigest;
import java.util.Arrays;

/** Many digests in little memory, numbered from 0 in the order they were added. */
final class PackedDigests {
  private static final int BYTES = 32;
  private static final int BUCKETS = 1 << 16;

  private byte[] bytes = new byte[64 * BYTES];
  private int size;

  /** Adds a digest and returns its number. */
  int add(Sha256 digest) {
    if (size * BYTES == bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    digest.copyTo(bytes, size * BYTES);
    return size++;
  }

  /** The digest of a number. */
  Sha256 get(int number) {
    return Sha256.ofBytes(Arrays.copyOfRange(bytes, number * BYTES, (number + 1) * BYTES));
  }

  /** Whether a number is that of an equal digest. */
  boolean isEqual(int number, Sha256 digest) {
    return digest.begins(bytes, number * BYTES, BYTES);
  }

  /** SHA-256 of all digests, sorted: the same for any order of adding. */
  Sha256 fingerprint() {
    MessageDigest digest = Sha256.digest();
    for (int number : inOrder()) {
      digest.update(bytes, number * BYTES, BYTES);
    }
    return Sha256.of(digest);
  }

  /** The numbers in the order of the digests: digests are random, so two bytes nearly sort them. */
  private int[] inOrder() {
    int[] ends = new int[BUCKETS + 1];
    for (int number = 0; number < size; number++) {
      ends[bucket(number) + 1]++;
    }
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      ends[bucket + 1] += ends[bucket];
    }
    int[] order = new int[size];
    for (int number = size - 1; number >= 0; number--) {
      order[--ends[bucket(number) + 1]] = number;
    }
    for (int at = 1; at < size; at++) {
      int number = order[at];
      int to = at;
      while (to > 0 && compare(number, order[to - 1]) < 0) {
        order[to] = order[to - 1];
        to--;
      }
      order[to] = number;
    }
    return order;
  }

  private int bucket(int number) {
    return (bytes[number * BYTES] & 0xFF) << 8 | (bytes[number * BYTES + 1] & 0xFF);
  }

  private int compare(int left, int right) {
    return Arrays.compareUnsigned(
        bytes, left * BYTES, (left + 1) * BYTES, bytes, right * BYTES, (right + 1) * BYTES);
  }
}
