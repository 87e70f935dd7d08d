package io.attune.plan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A keyed fingerprint of 16 bytes, many times faster than SHA-256 without instructions for it: the
 * length of what is fed, then its words of seven bytes, are the coefficients of a polynomial modulo
 * 2^61 - 1, of which the values at two points of the key are taken.
 *
 * <p>Two polynomials of degree {@code d} agree at {@code d} points at most, and the key holds two
 * of 2^58. So two inputs of {@code 7 * d} bytes have one fingerprint for at most one of (2^58 /
 * d)^2 keys, whatever they are: of a kilobyte, one of 2^101. This holds for inputs that were made
 * without the key; against who knows it there is no protection, unlike with SHA-256. Source: Carter
 * and Wegman, "New hash functions and their use in authentication and set equality", 1981.
 */
final class PolynomialDigest extends MessageDigest {
  static final int BYTES = 16;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long PRIME = (1L << 61) - 1;
  private static final long POINTS = (1L << 58) - 1;
  private static final int WORD_BYTES = 7;
  private static final long WORD = (1L << 56) - 1;

  private final long first;
  private final long second;
  private byte[] fed = new byte[1 << 10];
  private int length;

  /** That of a key, whose first 16 bytes count. */
  PolynomialDigest(Sha256 key) {
    super("polynomial modulo 2^61 - 1");
    ByteBuffer bytes = ByteBuffer.wrap(key.toBytes());
    this.first = bytes.getLong() & POINTS;
    this.second = bytes.getLong() & POINTS;
  }

  @Override
  protected void engineUpdate(byte input) {
    reserve(1);
    fed[length++] = input;
  }

  @Override
  protected void engineUpdate(byte[] input, int offset, int count) {
    reserve(count);
    System.arraycopy(input, offset, fed, length, count);
    length += count;
  }

  /** Leaves room to read a whole word behind the end, too. */
  private void reserve(int more) {
    int needed = Math.addExact(length, more + Long.BYTES);
    if (needed > fed.length) {
      fed = Arrays.copyOf(fed, Math.max(needed, fed.length * 2));
    }
  }

  @Override
  protected byte[] engineDigest() {
    reserve(0);
    Arrays.fill(fed, length, length + Long.BYTES, (byte) 0);
    long atFirst = length;
    long atSecond = length;
    for (int at = 0; at < length; at += WORD_BYTES) {
      long word = (long) LONGS.get(fed, at) & WORD;
      atFirst = next(atFirst, first, word);
      atSecond = next(atSecond, second, word);
    }
    engineReset();
    return ByteBuffer.allocate(BYTES).putLong(whole(atFirst)).putLong(whole(atSecond)).array();
  }

  /**
   * {@code value * point + word}, a number below 2^62 that is equal modulo the prime. The product
   * of 62 and 58 bits is {@code high * 2^61 + low}, and 2^61 is 1.
   */
  private static long next(long value, long point, long word) {
    long low = value * point;
    long high = (Math.multiplyHigh(value, point) << 3) | (low >>> 61);
    return high + ((low & PRIME) + word);
  }

  private static long whole(long value) {
    return value % PRIME;
  }

  @Override
  protected void engineReset() {
    length = 0;
  }
}
