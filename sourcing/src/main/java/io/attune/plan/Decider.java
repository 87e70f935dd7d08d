package io.attune.plan;

import io.attune.matching.Matcher;
import io.attune.plan.PlannedChange.Diagnostic;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides about one record at a time, each by itself; what records take from one another is later.
 */
final class Decider {
  /** The record came more than once, with the same bytes. */
  static final Diagnostic REPEATED = new Diagnostic("REPEATED_RECORD", null, null);

  private final AppUsers links;
  private final LinkedRecords linked;
  private final UnlinkedRecords unlinked;
  private final Supplier<Matcher> matchers;
  private @Nullable Matcher matcher;

  /**
   * Decides about records.
   *
   * @param matchers makes the matcher over the people who count; asked only once a record needs it
   */
  Decider(
      ImportSettings settings,
      DirectorySnapshot directory,
      Drafts drafts,
      Supplier<Matcher> matchers) {
    this.matchers = matchers;
    this.links = directory.appUsers(settings.run().app());
    Drafter drafter = new Drafter(settings.mapping(), directory);
    ProfileSourcing sourcing = new ProfileSourcing(settings, directory, drafter);
    this.linked = new LinkedRecords(settings, directory, sourcing, drafts);
    this.unlinked = new UnlinkedRecords(settings, directory, drafter, sourcing, drafts);
  }

  /**
   * What happens to a record that has a key.
   *
   * @param row of the link with this key, or -1
   */
  Decision decide(String externalId, int row, ImportRecord record) {
    if (record instanceof UnreadableRecord unreadable) {
      return unreadable(unreadable);
    }
    if (record instanceof AppRecord read) {
      return decide(externalId, row, read);
    }
    return Decision.of(Outcome.UNCHANGED, links.user(row), PlannedMatch.LINKED, List.of());
  }

  private Decision decide(String externalId, int row, AppRecord record) {
    if (!record.active()) {
      return row < 0
          ? Decision.of(Outcome.SKIPPED, Decision.NOBODY, PlannedMatch.NONE, List.of())
          : linked.inactive(row);
    }
    return row < 0
        ? unlinked.decide(externalId, record.profile(), matcher())
        : linked.active(row, record.profile());
  }

  /** What happens to records of one key that differ. */
  Decision contradictory(String externalId) {
    int row = links.rowOfExternalId(externalId);
    return Decision.of(
        Outcome.ERROR,
        row < 0 ? Decision.NOBODY : links.user(row),
        row < 0 ? PlannedMatch.NONE : PlannedMatch.LINKED,
        List.of(new Diagnostic("CONTRADICTORY_RECORDS", null, null)));
  }

  private Matcher matcher() {
    if (matcher == null) {
      matcher = matchers.get();
    }
    return matcher;
  }

  /** What a record that could not be read comes to: it was there, and nothing is written. */
  Decision unreadable(UnreadableRecord record) {
    int row = record.externalId() == null ? -1 : links.rowOfExternalId(record.externalId());
    return Decision.of(
        Outcome.ERROR,
        row < 0 ? Decision.NOBODY : links.user(row),
        null,
        List.of(new Diagnostic(record.code(), record.attribute(), null)));
  }

  /** What happens to an active link that a full, complete feed does not have. */
  Decision unseen(int row) {
    return linked.unseen(row);
  }

  /** The rule for records that are no known links. */
  UnlinkedRecords unlinked() {
    return unlinked;
  }
}
