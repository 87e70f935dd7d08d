package io.attune.benchmarks.imports;

import io.attune.benchmarks.data.Feeds;
import io.attune.benchmarks.data.Org;
import io.attune.benchmarks.data.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the import benchmarks at one size. */
final class ImportData {
  /** The workspace in which everybody is already. */
  static final String ORG = "org";

  /** The workspace in which nobody is yet. */
  static final String EMPTY = "empty";

  private ImportData() {}

  /** The name of the feed in which so many of a thousand changed. */
  static String feed(int changedPermille) {
    return "feed-" + changedPermille + ".jsonl";
  }

  /** The name of the feed of those alone. */
  static String delta(int changedPermille) {
    return "delta-" + changedPermille + ".jsonl";
  }

  /**
   * Writes whatever is not there yet.
   *
   * @throws IOException if the disk fails
   */
  static Path write(Path scratch, int people) throws IOException {
    Path folder = scratch.resolve("org-" + people);
    if (!Files.exists(folder)) {
      Org org = Org.of(people);
      Workspaces.write(folder.resolve(ORG), org);
      Workspaces.writeEmpty(folder.resolve(EMPTY));
      for (int changed : new int[] {0, 10, 100}) {
        Feeds.full(org, changed).writeScim(folder.resolve(feed(changed)));
      }
      Feeds.delta(org, 10).writeScim(folder.resolve(delta(10)));
    }
    return folder;
  }
}
