package io.attune.plan;

/** What a feed's end says about its completeness. Source: formats, Records; trust section 5. */
public sealed interface FeedEnd {
  /**
   * The feed proved its end: a total, a closed array, an end line or an expected count that fits.
   */
  record Proven() implements FeedEnd {}

  /** Nothing contradicts the end, and nothing proves it. */
  record Unproven() implements FeedEnd {}

  /**
   * The feed is known to be incomplete.
   *
   * @param reason why, stable: {@code COUNT_MISMATCH}, {@code TOTAL_CHANGED}, {@code CUT_OFF} …
   */
  record Incomplete(String reason) implements FeedEnd {}
}
