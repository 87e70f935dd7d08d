package io.attune.benchmarks.report;

import io.attune.benchmarks.harness.Results;
import io.attune.benchmarks.harness.Table;
import io.attune.benchmarks.harness.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page of benchmarks. */
public final class Page {
  private Page() {}

  /**
   * Writes the page and its plots.
   *
   * @param notes what people have to say of the figures, put between targets and tables
   * @param docs the folder of the page
   * @throws IOException if the disk fails
   */
  public static void write(List<Results> runs, String notes, Path docs) throws IOException {
    StringBuilder text = new StringBuilder("# Benchmarks\n\n");
    text.append(
        """
        Made by `./attune-bench report` from the figures of the runs below; do not edit.
        Whole runs are timed as CPU time of the process, its garbage collector and compiler
        included, each variant in a JVM of its own, warmed up until its JIT is quiet, rounds
        interleaved; a table says the median, and the smallest and largest round. Outputs of all
        variants that should agree were compared before anything was timed, and after every round.
        The time on the wall stands beside it and means little on a busy machine.

        """);
    text.append("| run | machine | JDK | commit | when |\n|---|---|---|---|---|\n");
    List<Target> targets = new ArrayList<>();
    for (Results run : runs) {
      text.append(
          String.format(
              "| `%s` | %s | %s | %s | %s |%n",
              run.command(), run.machine(), run.jdk(), run.commit(), run.time()));
      run.tables().forEach(table -> targets.addAll(table.targets()));
    }
    text.append("\n## Targets\n\n").append(TableText.targets(targets));
    if (!notes.isBlank()) {
      text.append('\n').append(notes.strip()).append('\n');
    }
    String group = "";
    for (Results run : runs) {
      for (Table table : run.tables()) {
        if (!table.group().equals(group)) {
          group = table.group();
          text.append("\n## ").append(group).append('\n');
        }
        String plot = "benchmarks/" + table.group() + "-" + table.name() + ".svg";
        Plot.write(table, docs.resolve(plot));
        text.append(TableText.of(table));
        text.append("\n![").append(table.title()).append("](").append(plot).append(")\n");
      }
    }
    Files.writeString(docs.resolve("benchmarks.md"), text);
  }
}
