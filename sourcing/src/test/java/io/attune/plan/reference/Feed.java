package io.attune.plan.reference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an app sent, in the order in which it came.
 *
 * @param incomplete why the feed is known to be incomplete, or null
 * @param proven whether it proved its end
 */
public record Feed(List<Sent> records, @Nullable String incomplete, boolean proven) {

  /**
   * One record.
   *
   * @param externalId null only where it could not be read that far
   * @param profile null where it could not be read
   * @param fault why not, else empty
   * @param faultOf the attribute concerned, or null
   * @param raw what the app sent, as text
   */
  public record Sent(
      @Nullable String externalId,
      boolean active,
      @Nullable Map<String, Object> profile,
      String fault,
      @Nullable String faultOf,
      String raw) {}
}
