package io.attune.benchmarks.scim;

import io.attune.benchmarks.harness.ChildJvm;
import java.io.Closeable;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/**
 * A server in a process of its own, full of users.
 *
 * @param name as tables name it
 * @param base its SCIM 2.0 address
 * @param jvm its process
 */
record Served(String name, String base, ChildJvm jvm) implements Closeable {
  private static final String SERVER_HEAP = "-Xmx512m";

  /** {@code attune serve} over a folder that {@link Users#store} filled. */
  static Served attune(boolean quick, Path folder) throws IOException {
    Redirect log = Redirect.to(folder.resolve("log.jsonl").toFile());
    return start("attune", quick, SERVER_HEAP, log, "attune", folder.toString());
  }

  /** The reference, over the first users of a feed; it has the memory that it needs. */
  static Served reference(boolean quick, Path feed, int people) throws IOException {
    return start(
        "reference",
        quick,
        "-Xmx2g",
        Redirect.INHERIT,
        "reference",
        feed.toString(),
        Integer.toString(people));
  }

  private static Served start(
      String name, boolean quick, String heap, Redirect log, String... arguments)
      throws IOException {
    ChildJvm jvm =
        ChildJvm.start(name, quick, List.of(heap), log, ServerProcess.class, List.of(arguments));
    return new Served(name, jvm.await(ServerProcess.SERVES), jvm);
  }

  /** Begins to count what it costs. */
  void start() throws IOException {
    jvm.ask("start", ServerProcess.STARTED);
  }

  /** What it cost since. */
  ServerProcess.Cost cost() throws IOException {
    return ServerProcess.Cost.parse(jvm.ask("cost", ServerProcess.COST));
  }

  @Override
  public void close() throws IOException {
    jvm.close();
  }
}
