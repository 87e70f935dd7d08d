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
 * configuration, what the directory has of the person in every app, and the clock. A memory holds
 * SHA-256 of the first two, and of the third a {@linkplain PolynomialDigest fingerprint} whose key
 * is SHA-256 of the whole configuration, directory and feed that it was made of: what is compared
 * by it was there before the key. Only what was decided, a second time, with no clock at hand, is
 * remembered. So a record is passed over only where the same function of the same arguments gave
 * {@code UNCHANGED} and nothing to say; a person, a setting or a record that differs in one bit has
 * another proof. What records take from one another is settled later, for records that were passed
 * over as for all others. Where attributes have sources of their own, no record is passed over. The
 * function is that of one build: whoever keeps a memory gives it to no other.
 *
 * <p>Source: formats, Workspace ({@code .attune}).
 */
public final class UnchangedRecords {
  private final DirectorySnapshot directory;
  private final AppUsers links;
  private final RecordMemory memory;
  private final MessageDigest digest;
  private int nextPlace;
  private int nextRow;

  private UnchangedRecords(DirectorySnapshot directory, String app, RecordMemory memory) {
    this.directory = directory;
    this.links = directory.appUsers(app);
    this.memory = memory;
    this.digest = new PolynomialDigest(memory.key());
  }

  /** Those of a memory that still hold for this directory and these settings. */
  public static UnchangedRecords of(
      RecordMemory memory, DirectorySnapshot directory, ImportSettings settings) {
    boolean holds = isProvable(settings, directory) && memory.isBy(digest(settings));
    return new UnchangedRecords(
        directory, settings.run().app(), holds ? memory : RecordMemory.empty());
  }

  private static Sha256 digest(ImportSettings settings) {
    MessageDigest digest = Sha256.digest();
    digest.update(settings.run().config().toBytes());
    digest.update(settings.run().app().getBytes(StandardCharsets.UTF_8));
    return Sha256.of(digest);
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
    int place = memory.find(raw, nextPlace);
    if (place < 0) {
      return null;
    }
    nextPlace = memory.after(place);
    String externalId = memory.externalId(place);
    int row = links.rowOfExternalId(externalId, nextRow);
    nextRow = row + 1;
    boolean holds = row >= 0 && memory.isProvenBy(place, proof(row));
    return holds ? new KnownRecord(externalId, raw) : null;
  }

  private byte[] proof(int row) {
    directory.feed(links.user(row), digest);
    return digest.digest();
  }

  /** What the next import need not parse, of the records and decisions of this one. */
  static RecordMemory remember(
      DirectorySnapshot directory,
      ImportSettings settings,
      FeedRecords records,
      Decision[] decisions) {
    if (!isProvable(settings, directory)) {
      return RecordMemory.empty();
    }
    RecordMemory.Builder memory =
        new RecordMemory.Builder(digest(settings), key(settings, records));
    UnchangedRecords known = new UnchangedRecords(directory, settings.run().app(), memory.build());
    LinkedRecords timeless = LinkedRecords.of(settings.timeless(), directory);
    for (int record = 0; record < decisions.length; record++) {
      if (isPlain(decisions[record]) && records.isPlain(record)) {
        int row = records.row(record);
        if (records.isKnown(record) || isUnchanged(timeless, row, records.profile(record))) {
          memory.add(records.raw(record), known.proof(row), records.externalId(record));
        }
      }
    }
    return memory.build();
  }

  private static Sha256 key(ImportSettings settings, FeedRecords records) {
    MessageDigest digest = Sha256.digest();
    digest.update(digest(settings).toBytes());
    digest.update(settings.run().directory().toBytes());
    digest.update(records.fingerprint().toBytes());
    return Sha256.of(digest);
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
