package io.attune.benchmarks;

import io.attune.benchmarks.harness.Results;
import io.attune.benchmarks.report.Page;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code attune-bench report}: makes the page of benchmarks from the figures of runs. */
@Command(name = "report", description = "Makes docs/benchmarks.md from the figures of runs.")
final class ReportCommand implements Callable<Integer> {
  private final PrintStream out;

  @Parameters(
      paramLabel = "RUN.json",
      description = {
        "Runs to report; all in benchmarks/results where none is named.",
        "Of a table that several of them have, the one measured last."
      })
  private List<Path> files = new ArrayList<>();

  @Option(names = "--docs", paramLabel = "FOLDER", description = "Where the page goes.")
  private Path docs = Path.of("docs");

  @Option(names = "--notes", paramLabel = "FILE", description = "What to say of the figures.")
  private @Nullable Path notes;

  ReportCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Path results = Path.of("benchmarks/results");
    if (files.isEmpty()) {
      try (Stream<Path> all = Files.list(results)) {
        files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      }
    }
    List<Results> runs = new ArrayList<>();
    for (Path file : files) {
      runs.add(Results.read(file));
    }
    Path words = notes == null ? results.resolve("notes.md") : notes;
    Page.write(Results.latest(runs), Files.exists(words) ? Files.readString(words) : "", docs);
    out.println(docs.resolve("benchmarks.md"));
    return 0;
  }
}
