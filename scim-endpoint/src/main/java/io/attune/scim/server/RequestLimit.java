package io.attune.scim.server;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.time.Duration;
import java.util.Map;

/** How many requests a credential may send in a second. */
public final class RequestLimit {
  private final RateLimiterRegistry limiters;

  /** At most {@code perSecond} requests, at least 1. */
  public RequestLimit(int perSecond) {
    this.limiters =
        RateLimiterRegistry.of(
            RateLimiterConfig.custom()
                .limitForPeriod(perSecond)
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .timeoutDuration(Duration.ZERO)
                .build());
  }

  /**
   * Takes one request of a credential's.
   *
   * @throws Refusal if there is none left in this second
   */
  void take(String credential) {
    RateLimiter limiter = limiters.rateLimiter(credential);
    if (!limiter.acquirePermission()) {
      throw Refusal.of(429, "too many requests", Map.of("Retry-After", "1"));
    }
  }
}
