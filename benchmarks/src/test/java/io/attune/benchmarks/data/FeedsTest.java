package io.attune.benchmarks.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the measured records are of the size and width that the targets speak of. */
class FeedsTest {
  @TempDir Path folder = Path.of("");

  @Test
  void recordsHaveThirtyAttributesInSome1100Bytes() throws IOException {
    int people = 1000;
    Path feed = folder.resolve("feed.jsonl");
    Feeds.full(Org.of(people), 0).writeScim(feed);
    assertEquals(1096, (double) Files.size(feed) / people, 1096 * 0.05);
    assertEquals(30, Field.values().length);
  }
}
