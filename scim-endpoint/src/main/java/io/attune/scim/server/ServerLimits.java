package io.attune.scim.server;

/**
 * What the HTTP server bears. Source: {@code docs/scim-endpoint.md}, Limits.
 *
 * @param connections at a time, at least 1; more wait until one is closed
 * @param idleMillis how long a connection may be silent, and a body may take to arrive, at least 1
 * @param stopIdleMillis how long a connection may be silent while the server stops, at least 1
 */
public record ServerLimits(int connections, long idleMillis, long stopIdleMillis) {
  /** Those that are advertised. */
  public static final ServerLimits ADVERTISED = new ServerLimits(1024, 30_000, 1000);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one is below 1
   */
  public ServerLimits {
    if (connections < 1 || idleMillis < 1 || stopIdleMillis < 1) {
      throw new IllegalArgumentException(
          "limits are at least 1, got "
              + connections
              + ", "
              + idleMillis
              + " and "
              + stopIdleMillis);
    }
  }
}
