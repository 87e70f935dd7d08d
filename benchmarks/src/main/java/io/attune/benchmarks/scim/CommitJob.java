package io.attune.benchmarks.scim;

import io.attune.benchmarks.harness.Job;
import io.attune.store.Database;
import io.attune.store.ResourceStore;
import io.attune.store.StoredResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Users added to an empty embedded store by one thread, which waits for each: a commit, and so a
 * wait for the disk, a write. No HTTP, no SCIM. Option: how many.
 */
final class CommitJob implements Job {
  private @Nullable Database database;
  private final List<StoredResource> users = new ArrayList<>();

  @Override
  public void prepare(Path feed, List<String> options) throws IOException {
    users.clear();
    Users.forEach(feed, Integer.parseInt(options.get(0)), users::add);
    if (database != null) {
      database.close();
    }
    Path beside = feed.toAbsolutePath().getParent();
    database = Database.embedded(Files.createTempDirectory(beside, "commits"));
  }

  @Override
  public String run() {
    if (database == null) {
      throw new IllegalStateException("nothing was prepared");
    }
    ResourceStore store = new ResourceStore(database);
    users.forEach(user -> store.add(user, "benchmark"));
    return database.commits() + " commits";
  }
}
