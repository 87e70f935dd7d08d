package io.attune.plan.reference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an app sent, in the order in which it came.
 *
 * @param groups its groups, in the order in which they came
 * @param incomplete why the feed is known to be incomplete, or null
 * @param proven whether it proved its end
 */
public record Feed(
    List<Sent> records, List<SentGroup> groups, @Nullable String incomplete, boolean proven) {

  /** The same feed with other records of people. */
  public Feed of(List<Sent> others) {
    return new Feed(others, groups, incomplete, proven);
  }

  /** The same feed with other groups. */
  public Feed with(List<SentGroup> others) {
    return new Feed(records, others, incomplete, proven);
  }

  /**
   * One group.
   *
   * @param key null only where it could not be read that far
   * @param description or null: nothing is said of it
   * @param members keys of people at the app, or null: nothing is said of members
   * @param gone whether all that is said is that it was deleted
   * @param some whether all that is said is that these are members, and nothing of anybody else
   * @param fault why it could not be read, or null
   * @param raw what the app sent, as text
   */
  public record SentGroup(
      @Nullable String key,
      @Nullable String name,
      @Nullable String description,
      @Nullable List<String> members,
      boolean gone,
      boolean some,
      @Nullable String fault,
      String raw) {}

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
