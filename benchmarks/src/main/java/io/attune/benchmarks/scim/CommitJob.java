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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Newcomers added to a copy of the embedded store that the server has, by so many threads, each of
 * which waits until a write is durable before its next. No HTTP, no SCIM: with one thread a commit,
 * and so a wait for the disk, a write. Options: the folder of the store, how many users it has, how
 * many come, and how many threads.
 */
final class CommitJob implements Job {
  private final List<StoredResource> newcomers = new ArrayList<>();
  private final List<StoredResource> users = new ArrayList<>();
  private @Nullable Database database;
  private int threads;
  private int runs;

  @Override
  public void prepare(Path feed, List<String> options) throws IOException {
    int writes = Integer.parseInt(options.get(2));
    threads = Integer.parseInt(options.get(3));
    if (database == null) {
      int people = Integer.parseInt(options.get(1));
      Users.forEach(feed, people, writes, newcomers::add);
      database = Database.embedded(copy(Path.of(options.get(0))));
    }
    runs++;
    users.clear();
    newcomers.forEach(each -> users.add(anew(each)));
  }

  private static Path copy(Path store) throws IOException {
    Path folder = Files.createTempDirectory(store.toAbsolutePath().getParent(), "commits");
    Files.copy(store.resolve("attune.db"), folder.resolve("attune.db"));
    return folder;
  }

  /** The same user, who was not there before; with an id that is random behind its turn. */
  private StoredResource anew(StoredResource user) {
    StoredResource.Keys keys =
        new StoredResource.Keys(
            user.keys().userName() + "." + runs, null, user.keys().displayName(), true);
    long now = user.createdMillis();
    String id =
        String.format("%08x-%s", 1 + users.size() + runs * newcomers.size(), UUID.randomUUID());
    return new StoredResource(user.app(), user.kind(), id, keys, now, now, 1, user.body());
  }

  @Override
  public String run() {
    if (database == null) {
      throw new IllegalStateException("nothing was prepared");
    }
    ResourceStore store = new ResourceStore(database);
    AtomicInteger next = new AtomicInteger();
    List<Thread> writers = new ArrayList<>();
    for (int number = 0; number < threads; number++) {
      Thread writer =
          new Thread(
              () -> {
                for (int i = next.getAndIncrement(); i < users.size(); i = next.getAndIncrement()) {
                  store.add(users.get(i), "benchmark");
                }
              });
      writer.start();
      writers.add(writer);
    }
    writers.forEach(CommitJob::join);
    return database.commits() + " commits";
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
