package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.MessageDigest;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class PackedDigestsProperties {
  /** Random digests, and hostile ones that begin alike: {@code -1} takes the place of two bytes. */
  @Property(tries = 300)
  void theFingerprintIsThatOfTheSortedDigests(
      @ForAll @Size(max = 200) List<Byte> seeds, @ForAll boolean alike) {
    PackedDigests packed = new PackedDigests();
    List<Sha256> digests = seeds.stream().map(seed -> digest(seed, alike)).toList();
    digests.forEach(packed::add);
    MessageDigest expected = Sha256.digest();
    digests.stream().sorted().forEach(each -> expected.update(each.toBytes()));
    assertEquals(Sha256.of(expected), packed.fingerprint());
  }

  private static Sha256 digest(byte seed, boolean alike) {
    String hex = Sha256.of(new byte[] {seed}).hex();
    return Sha256.parse(alike ? "ffff" + hex.substring(4) : hex);
  }
}
