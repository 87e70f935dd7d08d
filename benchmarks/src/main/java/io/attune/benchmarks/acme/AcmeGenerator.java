package io.attune.benchmarks.acme;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Writes an org of any size, tonight's feed and the expected outcomes. The committed example is
 *
 * <pre>
 * java -cp … io.attune.benchmarks.acme.AcmeGenerator examples/acme
 * </pre>
 *
 * <p>The same arguments give the same bytes, on any machine.
 */
@Command(name = "acme-generator", description = "Writes an org, a feed and what must come of it.")
public final class AcmeGenerator implements Callable<Integer> {
  @Parameters(paramLabel = "FOLDER", description = "Where to.")
  private @Nullable Path folder;

  @Option(names = "--people", description = "How many people there are.", defaultValue = "510")
  private int people;

  @Option(names = "--new", description = "How many newcomers.", defaultValue = "12")
  private int newcomers;

  @Option(
      names = "--changed",
      description = "How many of a thousand people changed.",
      defaultValue = "60")
  private int changedPermille;

  @Option(names = "--seed", description = "Decides everything else.", defaultValue = "2026")
  private long seed;

  private AcmeGenerator() {}

  /** Writes one org. */
  public static void generate(
      Path folder, int people, int newcomers, int changedPermille, long seed) throws IOException {
    // Beyond a thousand people names repeat, and namesakes would be everywhere.
    AcmeConfiguration.write(folder, people <= 1000);
    new AcmePeople(folder, people, changedPermille, seed).write();
    new AcmeFeed(folder, people, newcomers, changedPermille, seed).write();
  }

  @Override
  public Integer call() throws IOException {
    generate(Objects.requireNonNull(folder), people, newcomers, changedPermille, seed);
    return 0;
  }

  /** The command. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new AcmeGenerator()).execute(arguments));
  }
}
