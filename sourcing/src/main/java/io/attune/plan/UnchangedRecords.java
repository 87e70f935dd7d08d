package io.attune.plan;

import io.attune.expression.RelatedUsers;
import io.attune.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Which records need not be parsed, since they change nothing.
 *
 * <p>What a record of a known link comes to, by itself, is a function of its bytes, the
 * configuration, what the directory has of the person in every app, and the clock. A proof is the
 * digest of all of these but the clock; and only what was decided, a second time, with no clock at
 * hand, is remembered. So a record is passed over only where the same function of the same
 * arguments gave {@code UNCHANGED} and nothing to say; a person, a setting or a record that differs
 * in one bit has another proof. What records take from one another is settled later, for records
 * that were passed over as for all others. Where attributes have sources of their own, no record is
 * passed over. The function is that of one build: whoever keeps a memory gives it to no other.
 *
 * <p>Source: formats, Workspace ({@code .attune}).
 */
public final class UnchangedRecords {
  private final DirectorySnapshot directory;
  private final AppUsers links;
  private final RecordMemory memory;
  private final byte[] settings;
  private final MessageDigest digest = Sha256.digest();

  private UnchangedRecords(
      DirectorySnapshot directory, ImportSettings settings, RecordMemory memory) {
    this.directory = directory;
    this.links = directory.appUsers(settings.run().app());
    this.memory = isProvable(settings, directory) ? memory : RecordMemory.empty();
    digest.update(settings.run().config().toBytes());
    digest.update(settings.run().app().getBytes(StandardCharsets.UTF_8));
    this.settings = digest.digest();
  }

  /** Those of a memory that still hold for this directory and these settings. */
  public static UnchangedRecords of(
      RecordMemory memory, DirectorySnapshot directory, ImportSettings settings) {
    return new UnchangedRecords(directory, settings, memory);
  }

  /**
   * Whether a proof covers all that a decision may read. Other people are no part of it; and where
   * attributes have owners of their own, a source that fails for want of a clock is passed over
   * without a word.
   */
  private static boolean isProvable(ImportSettings settings, DirectorySnapshot directory) {
    return settings.mapping().run().related() == RelatedUsers.NONE
        && ProfileSourcing.areWhole(settings, directory);
  }

  /** The record whose bytes have this digest, if it is known to change nothing; else null. */
  public @Nullable KnownRecord find(Sha256 raw) {
    int place = memory.find(raw);
    if (place < 0) {
      return null;
    }
    String externalId = memory.externalId(place);
    int row = links.rowOfExternalId(externalId);
    boolean holds = row >= 0 && memory.isProvenBy(place, proof(raw, row));
    return holds ? new KnownRecord(externalId, raw) : null;
  }

  private Sha256 proof(Sha256 raw, int row) {
    digest.update(settings);
    digest.update(raw.toBytes());
    directory.feed(links.user(row), digest);
    return Sha256.of(digest);
  }

  /** What the next import need not parse, of the records and decisions of this one. */
  static RecordMemory remember(
      DirectorySnapshot directory,
      ImportSettings settings,
      FeedRecords records,
      Decision[] decisions) {
    RecordMemory.Builder memory = new RecordMemory.Builder();
    if (!isProvable(settings, directory)) {
      return memory.build();
    }
    UnchangedRecords known = new UnchangedRecords(directory, settings, RecordMemory.empty());
    LinkedRecords timeless = LinkedRecords.of(settings.timeless(), directory);
    for (int record = 0; record < decisions.length; record++) {
      if (isPlain(decisions[record]) && records.isPlain(record)) {
        String externalId = records.externalId(record);
        int row = known.links.rowOfExternalId(externalId);
        if (records.isKnown(record) || isUnchanged(timeless, row, records.profile(record))) {
          Sha256 raw = records.raw(record);
          memory.add(raw, known.proof(raw, row), externalId);
        }
      }
    }
    return memory.build();
  }

  private static boolean isUnchanged(LinkedRecords timeless, int row, Profile record) {
    return row >= 0 && isPlain(timeless.active(row, record));
  }

  private static boolean isPlain(Decision decision) {
    return decision.outcome() == Outcome.UNCHANGED
        && PlannedMatch.LINKED.equals(decision.match())
        && decision.diagnostics().isEmpty();
  }
}
