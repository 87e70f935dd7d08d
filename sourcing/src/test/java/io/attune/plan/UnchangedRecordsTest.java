package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Records that need not be parsed, and the memory of them. The orgs are the first of {@link
 * UnchangedRecordsProperties}: few enough to be planned again for every mutant.
 */
class UnchangedRecordsTest {
  @Test
  void passingOverChangesNoByte() throws IOException {
    int passedOver = 0;
    for (long seed = 0; seed < 60; seed++) {
      passedOver += UnchangedRecordsProperties.passedOver(seed);
    }
    assertTrue(passedOver > 20, () -> "too few are passed over");
  }

  private static Sha256 digest(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** More than fit into a first buffer, with keys of every length. */
  @Test
  void everyRecordIsFoundAgainUnderItsDigest() {
    RecordMemory.Builder builder = new RecordMemory.Builder();
    for (int record = 0; record < 3000; record++) {
      builder.add(digest("raw" + record), digest("proof" + record), "ä".repeat(record % 100));
    }
    RecordMemory memory = RecordMemory.of(builder.build().toBytes());
    for (int record = 0; record < 3000; record++) {
      int place = memory.find(digest("raw" + record));
      assertEquals("ä".repeat(record % 100), memory.externalId(place));
      assertTrue(memory.isProvenBy(place, digest("proof" + record)));
      assertTrue(!memory.isProvenBy(place, digest("proof" + (record + 1))));
      assertTrue(memory.find(digest("other" + record)) < 0);
    }
  }

  /** Keys that are too long for the format are not remembered; the others are. */
  @Test
  void aVeryLongKeyIsNotRemembered() {
    RecordMemory.Builder builder = new RecordMemory.Builder();
    builder.add(digest("a"), digest("1"), "k".repeat(0x10000));
    builder.add(digest("b"), digest("2"), "k".repeat(0xFFFF));
    builder.add(digest("c"), digest("3"), "short");
    RecordMemory memory = builder.build();
    assertTrue(memory.find(digest("a")) < 0);
    assertEquals(0xFFFF, memory.externalId(memory.find(digest("b"))).length());
    assertEquals("short", memory.externalId(memory.find(digest("c"))));
  }

  @Test
  void whatIsCutIsNoMemory() {
    RecordMemory.Builder builder = new RecordMemory.Builder();
    builder.add(digest("a"), digest("1"), "key");
    byte[] bytes = builder.build().toBytes();
    assertEquals(8 + 16 + 2 + 3, bytes.length);
    for (int length = 1; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(IllegalArgumentException.class, () -> RecordMemory.of(cut));
    }
    assertEquals(0, RecordMemory.empty().toBytes().length);
  }
}
