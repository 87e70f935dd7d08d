package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.expression.EvaluationRun;
import io.attune.mapping.OnError;
import io.attune.sourcing.UserStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  private static final AppRecord ANN = SmallOrg.record("hr-1", "a@x.test", "Ann", "Lee");

  /** Ann as she is, unchanged. */
  private static SmallOrg ann() {
    return new SmallOrg()
        .person("00u1", UserStatus.ACTIVE, "a@x.test", "Ann", "Lee")
        .link(SmallOrg.HR, "00u1", "hr-1", AppUserStatus.ACTIVE);
  }

  private static RecordMemory memory(ImportSettings settings, SmallOrg org, AppRecord... feed) {
    RecordBatch batch = SmallOrg.batch(new FeedEnd.Unproven(), List.of(feed));
    return ImportPlanner.plan(batch, org.snapshot(), settings).memory();
  }

  private static ImportSettings in(ImportSettings settings, ImportRun run) {
    return new ImportSettings(
        run,
        settings.mapping(),
        settings.matching(),
        settings.confirmation(),
        settings.sources(),
        settings.lifecycle(),
        settings.safeguards(),
        settings.requireProof());
  }

  private static ImportSettings in(
      ImportSettings settings, String app, Sha256 config, Sha256 directory) {
    ImportRun run = settings.run();
    return in(settings, new ImportRun(app, run.mode(), run.time(), config, directory));
  }

  @Test
  void everyInputIsPartOfTheProof() {
    ImportSettings settings = Settings.ofSource().settings();
    RecordMemory memory = memory(settings, ann(), ANN);
    assertNotNull(UnchangedRecords.of(memory, ann().snapshot(), settings).find(ANN.raw()));
    assertNull(UnchangedRecords.of(memory, ann().snapshot(), settings).find(digest("x")));
    for (SmallOrg other :
        List.of(
            ann().person("00u1", UserStatus.SUSPENDED, "a@x.test", "Ann", "Lee"),
            ann().person("00u1", UserStatus.ACTIVE, "a@x.test", "Anne", "Lee"),
            ann().link("crm", "00u1", "c-1", AppUserStatus.ACTIVE),
            ann().link(SmallOrg.HR, "00u1", "hr-1", AppUserStatus.INACTIVE))) {
      assertNull(UnchangedRecords.of(memory, other.snapshot(), settings).find(ANN.raw()));
    }
    ImportRun run = settings.run();
    ImportSettings configured = in(settings, run.app(), digest("x"), run.directory());
    assertNull(UnchangedRecords.of(memory, ann().snapshot(), configured).find(ANN.raw()));
  }

  /** Ann has the same key in two apps: what one remembers is not the other's. */
  @Test
  void aMemoryIsOfOneApp() {
    ImportSettings settings = Settings.ofSource().settings();
    SmallOrg both = ann().link("crm", "00u1", "hr-1", AppUserStatus.ACTIVE);
    RecordMemory memory = memory(settings, both, ANN);
    assertNotNull(UnchangedRecords.of(memory, both.snapshot(), settings).find(ANN.raw()));
    ImportRun run = settings.run();
    ImportSettings crm = in(settings, "crm", run.config(), run.directory());
    assertNull(UnchangedRecords.of(memory, both.snapshot(), crm).find(ANN.raw()));
  }

  /** Nobody can look for two people of one fingerprint before there is its key. */
  @Test
  void theKeyOfTheProofsIsOfEverythingThatWasThere() {
    ImportSettings settings = Settings.ofSource().settings();
    ImportRun run = settings.run();
    Sha256 key = memory(settings, ann(), ANN).key();
    assertEquals(key, memory(settings, ann(), ANN).key());
    AppRecord bo = SmallOrg.record("hr-2", "b@x.test", "Bo", "Ek");
    assertNotEquals(key, memory(settings, ann(), ANN, bo).key());
    ImportSettings configured = in(settings, run.app(), digest("x"), run.directory());
    assertNotEquals(key, memory(configured, ann(), ANN).key());
    ImportSettings elsewhere = in(settings, run.app(), run.config(), digest("x"));
    assertNotEquals(key, memory(elsewhere, ann(), ANN).key());
  }

  /** Other people, and sources of single attributes, are no part of a proof. */
  @Test
  void nothingIsPassedOverWhereAProofDoesNotCoverIt() {
    MappingSettings related =
        new MappingSettings(
            SmallOrg.TO_OKTA,
            null,
            OnError.KEEP,
            Collections.unmodifiableSortedMap(new TreeMap<>()),
            ProfileUpdate.ATOMIC,
            new EvaluationRun(
                Map.of(), Map.of(), null, (person, relation, source, attribute) -> List.of()));
    Settings settings = Settings.ofSource();
    RecordMemory memory = memory(settings.settings(), ann(), ANN);
    for (Settings other : List.of(settings.mapping(related), settings.firstNonNull(SmallOrg.HR))) {
      ImportSettings unproven = other.settings();
      assertEquals(
          RecordMemory.empty().toBytes().length, memory(unproven, ann(), ANN).toBytes().length);
      assertNull(UnchangedRecords.of(memory, ann().snapshot(), unproven).find(ANN.raw()));
    }
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
