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

  private static byte[] proof(String text) {
    return Arrays.copyOf(digest(text).toBytes(), PolynomialDigest.BYTES);
  }

  private static RecordMemory.Builder builder() {
    return new RecordMemory.Builder(digest("settings"), digest("key"));
  }

  /** More than fit into a first buffer, with keys of every length. */
  @Test
  void everyRecordIsFoundAgainUnderItsDigest() {
    RecordMemory.Builder builder = builder();
    for (int record = 0; record < 3000; record++) {
      builder.add(digest("raw" + record), proof("proof" + record), "ä".repeat(record % 100));
    }
    RecordMemory memory = RecordMemory.of(builder.build().toBytes());
    for (int record = 0; record < 3000; record++) {
      int place = memory.find(digest("raw" + record));
      assertEquals("ä".repeat(record % 100), memory.externalId(place));
      assertTrue(memory.isProvenBy(place, proof("proof" + record)));
      assertTrue(!memory.isProvenBy(place, proof("proof" + (record + 1))));
      assertTrue(memory.find(digest("other" + record)) < 0);
      int next = memory.after(place);
      assertEquals(place, memory.find(digest("raw" + record), next));
      if (record < 2999) {
        assertEquals(next, memory.find(digest("raw" + (record + 1)), next));
      }
    }
    assertTrue(memory.isBy(digest("settings")));
    assertTrue(!memory.isBy(digest("others")));
    assertEquals(digest("key"), memory.key());
  }

  /** Keys that are too long for the format are not remembered; the others are. */
  @Test
  void aVeryLongKeyIsNotRemembered() {
    RecordMemory.Builder builder = builder();
    builder.add(digest("a"), proof("1"), "k".repeat(0x10000));
    builder.add(digest("b"), proof("2"), "k".repeat(0xFFFF));
    builder.add(digest("c"), proof("3"), "short");
    RecordMemory memory = builder.build();
    assertTrue(memory.find(digest("a")) < 0);
    assertEquals(0xFFFF, memory.externalId(memory.find(digest("b"))).length());
    assertEquals("short", memory.externalId(memory.find(digest("c"))));
  }

  @Test
  void whatIsCutIsNoMemory() {
    RecordMemory.Builder builder = builder();
    int empty = builder.build().toBytes().length;
    builder.add(digest("a"), proof("1"), "key");
    byte[] bytes = builder.build().toBytes();
    assertEquals(empty + 16 + 16 + 2 + 3, bytes.length);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      if (length != empty) {
        assertThrows(IllegalArgumentException.class, () -> RecordMemory.of(cut));
      }
    }
    assertEquals(empty, RecordMemory.empty().toBytes().length);
  }
}
