package io.attune.plan;

import java.util.function.Consumer;

/** The records of one import, streamed once. */
public interface RecordBatch {
  /**
   * Hands over every record in the order of the feed, then says how the feed ended.
   *
   * @throws RuntimeException of the reader's own, if the world outside failed; nothing is planned
   */
  FeedEnd forEach(Consumer<? super ImportRecord> each);
}
