package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** RFC 9562, 5.7. */
class NewIdProperties {
  private static final long MOST = (1L << 48) - 1;

  @Property
  void anIdSaysItsTimeItsVersionAndItsVariant(@ForAll @LongRange(max = MOST) long millis) {
    UUID id = UUID.fromString(NewId.at(millis));
    assertEquals(millis, id.getMostSignificantBits() >>> 16);
    assertEquals(7, id.version());
    assertEquals(2, id.variant());
  }

  @Property
  void idsStandInTheOrderOfTheirTimes(
      @ForAll @LongRange(max = MOST) long one, @ForAll @LongRange(max = MOST) long other) {
    if (one == other) {
      assertNotEquals(NewId.at(one), NewId.at(other));
    } else {
      assertEquals(
          Long.signum(Long.compare(one, other)),
          Integer.signum(NewId.at(one).compareTo(NewId.at(other))));
    }
  }
}
