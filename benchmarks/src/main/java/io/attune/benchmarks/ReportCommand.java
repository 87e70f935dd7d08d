package io.attune.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code attune-bench report}: makes the page of the last full run. */
@Command(name = "report", description = "Makes docs/benchmarks.md of the figures of full runs.")
final class ReportCommand implements Callable<Integer> {
  private final PrintStream out;

  ReportCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    out.println("no report yet");
    return 0;
  }
}
