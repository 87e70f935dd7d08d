package io.attune.workspace;

import io.attune.plan.AppRecord;
import io.attune.plan.AppUsers;
import io.attune.plan.FeedEnd;
import io.attune.plan.ImportRecord;
import io.attune.plan.RecordBatch;
import io.attune.plan.Sha256;
import io.attune.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a workspace knows of an app's records without a feed: the app users of its links, and what
 * waits.
 */
public record KnownRecords(AppUsers links, List<PendingLine> waiting) implements RecordBatch {
  /** Copies the list. */
  public KnownRecords {
    waiting = List.copyOf(waiting);
  }

  @Override
  public FeedEnd forEach(Consumer<? super ImportRecord> each) {
    for (int row = 0; row < links.size(); row++) {
      String externalId = links.externalId(row);
      if (externalId != null) {
        each.accept(record(externalId, links.profile(row)));
      }
    }
    for (PendingLine line : waiting) {
      if (links.rowOfExternalId(line.externalId()) < 0) {
        each.accept(record(line.externalId(), line.profile()));
      }
    }
    return new FeedEnd.Unproven();
  }

  private static AppRecord record(String externalId, Profile profile) {
    byte[] key = externalId.getBytes(StandardCharsets.UTF_8);
    return new AppRecord(externalId, true, profile, Sha256.of(key));
  }
}
