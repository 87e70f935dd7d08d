package io.attune.plan;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 digest: 32 bytes, ordered as unsigned bytes. */
public final class Sha256 implements Comparable<Sha256> {
  private final byte[] bytes;

  private Sha256(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The digest of {@code data}. */
  public static Sha256 of(byte[] data) {
    return new Sha256(digest().digest(data));
  }

  /** What {@code digest} holds; the digest is reset. */
  public static Sha256 of(MessageDigest digest) {
    return new Sha256(digest.digest());
  }

  /**
   * The digest that {@code text} names: 64 hexadecimal digits, {@code sha256:} before them or not.
   *
   * @throws IllegalArgumentException if it names none
   */
  public static Sha256 parse(String text) {
    String hex = text.startsWith("sha256:") ? text.substring("sha256:".length()) : text;
    if (hex.length() != 64) {
      throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits");
    }
    return new Sha256(HexFormat.of().parseHex(hex));
  }

  /** A fresh digest, to be fed. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A copy of the 32 bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** The digest of these 32 bytes, which it takes over. */
  static Sha256 ofBytes(byte[] owned) {
    return new Sha256(owned);
  }

  /** The first eight bytes, as a number. */
  long firstLong() {
    return ByteBuffer.wrap(bytes).getLong();
  }

  /** Whether an array has, at an offset, the first {@code length} bytes. */
  boolean begins(byte[] other, int offset, int length) {
    return Arrays.equals(other, offset, offset + length, bytes, 0, length);
  }

  /** Copies the 32 bytes to a place in an array. */
  void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, bytes.length);
  }

  /** The digest as 64 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public int compareTo(Sha256 other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sha256 digest && Arrays.equals(bytes, digest.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "sha256:" + hex();
  }
}
