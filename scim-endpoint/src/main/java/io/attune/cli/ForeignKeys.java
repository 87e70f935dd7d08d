package io.attune.cli;

import io.attune.plan.AppUsers;
import io.attune.plan.DirectorySnapshot;
import io.attune.plan.ImportRecord;
import io.attune.plan.RecordBatch;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts, while records pass, those whose key no link of this app has, but a link of another app
 * does: most of a feed of such records is the other app's feed, or both mixed up.
 */
final class ForeignKeys {
  private final DirectorySnapshot directory;
  private final String app;
  private final Map<String, Integer> found = new TreeMap<>();
  private int records;

  ForeignKeys(DirectorySnapshot directory, String app) {
    this.directory = directory;
    this.app = app;
  }

  /** The same batch, its keys looked at as they pass. */
  RecordBatch watching(RecordBatch batch) {
    return each ->
        batch.forEach(
            record -> {
              look(record);
              each.accept(record);
            });
  }

  private void look(ImportRecord record) {
    records++;
    String key = record.externalId();
    if (key == null || directory.appUsers(app).rowOfExternalId(key) >= 0) {
      return;
    }
    for (String other : directory.apps()) {
      AppUsers links = directory.appUsers(other);
      if (!other.equals(app) && links.rowOfExternalId(key) >= 0) {
        found.merge(other, 1, Integer::sum);
      }
    }
  }

  /** What to warn of, or null. An app without links may well share its keys with another. */
  @Nullable String warning() {
    if (directory.appUsers(app).activeLinks() == 0) {
      return null;
    }
    for (Map.Entry<String, Integer> other : found.entrySet()) {
      if (2L * other.getValue() > records) {
        return other.getValue()
            + " of "
            + records
            + " records are unknown in `"
            + app
            + "` and have the keys of links of `"
            + other.getKey()
            + "`: is this its feed?";
      }
    }
    return null;
  }
}
