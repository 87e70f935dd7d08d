package io.attune.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.benchmarks.harness.Results;
import io.attune.benchmarks.harness.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That every import variant runs and answers what the others do; no time is asserted. */
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
  void importsAgreeAndTheirRatiosArePrinted() throws IOException {
    Path json = folder.resolve("run.json");
    String printed = bench(0, "run", "import", "--quick", "--json", json.toString());
    assertTrue(printed.contains("÷ floor: tokens only"), printed);
    Results results = Results.read(json);
    for (Table table : results.tables()) {
      assertTrue(printed.contains(table.title()));
    }
    String compared = bench(0, "compare", json.toString(), json.toString());
    assertTrue(compared.contains("+0.0 %"), compared);
  }

  @Test
  void waysToFindPeopleAgree() {
    String printed = bench(0, "run", "matching", "--quick");
    assertTrue(printed.contains("look up: fastutil"), printed);
  }

  @Test
  void namesAreChecked() {
    assertTrue(bench(2, "run", "imprt").contains("no group `imprt`"));
    assertTrue(bench(0, "list").contains("import"));
  }
}
