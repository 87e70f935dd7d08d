package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class PolynomialDigestProperties {
  private static final BigInteger PRIME = BigInteger.TWO.pow(61).subtract(BigInteger.ONE);

  /** The polynomial by its definition, in numbers of any size. */
  private static byte[] byDefinition(Sha256 key, byte[] input) {
    ByteBuffer points = ByteBuffer.wrap(key.toBytes());
    ByteBuffer values = ByteBuffer.allocate(16);
    for (int at = 0; at < 2; at++) {
      BigInteger point = BigInteger.valueOf(points.getLong()).mod(BigInteger.TWO.pow(58));
      BigInteger value = BigInteger.valueOf(input.length);
      for (int from = 0; from < input.length; from += 7) {
        byte[] word = new byte[8];
        for (int index = 0; index < 7 && from + index < input.length; index++) {
          word[7 - index] = input[from + index];
        }
        value = value.multiply(point).add(new BigInteger(word)).mod(PRIME);
      }
      values.putLong(value.longValueExact());
    }
    return values.array();
  }

  @Property(tries = 1000)
  void isThePolynomialHoweverItIsFed(
      @ForAll @Size(32) byte[] key,
      @ForAll @Size(max = 3000) byte[] before,
      @ForAll @Size(max = 3000) byte[] input) {
    PolynomialDigest digest = new PolynomialDigest(Sha256.ofBytes(key));
    digest.update(before);
    assertArrayEquals(byDefinition(Sha256.ofBytes(key), before), digest.digest());
    for (int at = 0; at < input.length; at++) {
      if (at % 3 == 0) {
        digest.update(input[at]);
      } else {
        int count = Math.min(1 + at % 50, input.length - at);
        digest.update(input, at, count);
        at += count - 1;
      }
    }
    assertArrayEquals(byDefinition(Sha256.ofBytes(key), input), digest.digest());
  }

  /** The largest sums that can come up. */
  @Example
  void nothingOverflows() {
    byte[] key = new byte[32];
    byte[] input = new byte[4000];
    Arrays.fill(key, (byte) 0xFF);
    Arrays.fill(input, (byte) 0xFF);
    PolynomialDigest digest = new PolynomialDigest(Sha256.ofBytes(key));
    assertArrayEquals(byDefinition(Sha256.ofBytes(key), input), digest.digest(input));
    PolynomialDigest byBytes = new PolynomialDigest(Sha256.ofBytes(key));
    for (byte each : input) {
      byBytes.update(each);
    }
    assertArrayEquals(byDefinition(Sha256.ofBytes(key), input), byBytes.digest());
  }

  /** Zeros differ by their length alone, and single bits by their place. */
  @Example
  void whatDiffersALittleHasAnotherFingerprint() {
    PolynomialDigest digest = new PolynomialDigest(Sha256.of(new byte[0]));
    Map<ByteBuffer, String> all = new HashMap<>();
    int inputs = 0;
    for (int length = 0; length < 100; length++, inputs++) {
      all.put(ByteBuffer.wrap(digest.digest(new byte[length])), "length " + length);
    }
    for (int bit = 0; bit < 800; bit++, inputs++) {
      byte[] input = new byte[100];
      input[bit / 8] = (byte) (1 << (bit % 8));
      all.put(ByteBuffer.wrap(digest.digest(input)), "bit " + bit);
    }
    assertEquals(inputs, all.size());
  }
}
