package io.attune.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.benchmarks.harness.Results;
import io.attune.benchmarks.harness.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That every group runs, its variants answer the same, and its figures are printed, kept, compared
 * and reported; no time is asserted.
 */
class QuickRunTest {
  @TempDir Path folder = Path.of("");

  private static String bench(int exitCode, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code = AttuneBench.run(stream, stream, arguments);
    String text = out.toString(StandardCharsets.UTF_8);
    assertEquals(exitCode, code, text);
    return text;
  }

  @Test
  void everyGroupRunsAgreesAndIsReported() throws IOException {
    String json = folder.resolve("run.json").toString();
    String printed = bench(0, "run", "--quick", "--json", json);
    for (String ratios : new String[] {"÷ hand-written", "÷ build: attune", "÷ floor: tokens"}) {
      assertTrue(printed.contains(ratios), printed);
    }
    String compared = bench(0, "compare", json, json);
    bench(0, "report", json, "--docs", folder.toString(), "--notes", folder + "/none");
    String page = Files.readString(folder.resolve("benchmarks.md"));
    Results results = Results.read(Path.of(json));
    assertEquals(
        Groups.ALL.stream().map(group -> group.name()).toList(),
        results.tables().stream().map(Table::group).distinct().toList());
    for (Table table : results.tables()) {
      assertTrue(printed.contains(table.title()), table.title());
      assertTrue(compared.contains(table.title()), table.title());
      assertTrue(page.contains(table.command()), table.command());
      Path plot = folder.resolve("benchmarks/" + table.group() + "-" + table.name() + ".svg");
      assertTrue(Files.readString(plot).contains("<svg"), table.title());
    }
  }

  @Test
  void namesAreChecked() {
    assertTrue(bench(2, "run", "imprt").contains("no group `imprt`"));
    assertTrue(bench(0, "list").contains("import"));
  }
}
