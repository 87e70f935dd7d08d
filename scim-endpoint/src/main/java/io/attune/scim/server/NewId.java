package io.attune.scim.server;

import java.util.UUID;

/**
 * Ids for what clients create: UUIDs that begin with their time (RFC 9562, 5.7), so that the newest
 * rows stand side by side in the store's indexes. The other 74 bits are random.
 */
final class NewId {
  private static final long VERSION = 0x7000;
  private static final long RANDOM = 0x0fff;

  private NewId() {}

  /**
   * A new one.
   *
   * @param millis the time, milliseconds since 1970-01-01 UTC, not negative
   */
  static String at(long millis) {
    UUID random = UUID.randomUUID();
    long high = millis << 16 | VERSION | (random.getMostSignificantBits() & RANDOM);
    return new UUID(high, random.getLeastSignificantBits()).toString();
  }
}
