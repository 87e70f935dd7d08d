package io.attune.benchmarks.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeRunsTest {
  @TempDir Path folder = Path.of("");

  /** Answers its first option. */
  static final class Says implements Job {
    private List<String> options = List.of();

    @Override
    public void prepare(Path data, List<String> chosen) {
      options = chosen;
    }

    @Override
    public String run() {
      return options.get(0);
    }
  }

  private List<Row> measure(Variant... variants) throws IOException {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Session session = new Session(folder, true, List.of(), nowhere);
    return WholeRuns.measure(session, List.of(variants), folder, folder);
  }

  @Test
  void aVariantThatComputesSomethingElseIsRefused() {
    Variant first = Variant.of("one", "the same", Says.class, "a");
    Variant second = Variant.of("other", "the same", Says.class, "b");
    Refused refused = assertThrows(Refused.class, () -> measure(first, second));
    assertTrue(String.valueOf(refused.getMessage()).contains("`other` answers `b`"));
  }

  @Test
  void floorsMayComputeLess() throws IOException {
    List<Row> rows =
        measure(
            Variant.floor("floor", Says.class, "less"), Variant.of("job", "all", Says.class, "a"));
    assertEquals(List.of("floor", "job"), rows.stream().map(Row::name).toList());
  }

  @Test
  void theMedianOfRoundsStandsBetweenTheirEnds() {
    Figure figure = Figure.of("ms", List.of(5.0, 1.0, 2.0));
    assertEquals(new Figure("ms", 2, 1, 5, 3), figure);
    assertEquals(new Figure("×", 1, 0.5, 2.5, 3), figure.dividedBy(figure));
  }

  @Test
  void targetsAreMetReachedOrMissed() {
    assertEquals("reached", Target.atMost("x", 1, 2, 1).verdict());
    assertEquals("met", Target.atMost("x", 1.5, 2, 1).verdict());
    assertEquals("**not met**", Target.atLeast("x", 1.5, 1.6, 2).verdict());
  }

  private static Results run(String time, String... tables) {
    return new Results(
        "machine",
        "jdk",
        "commit",
        time,
        "command",
        Stream.of(tables)
            .map(name -> new Table("group", name, "", "", "cpu", null, List.of(), List.of()))
            .toList());
  }

  @Test
  void aTableIsReportedAsItWasMeasuredLast() {
    Results old = run("2026-11-25T10:00:00Z", "a", "b");
    Results later = run("2026-11-26T10:00:00Z", "b", "c");
    List<Results> expected = List.of(later, run("2026-11-25T10:00:00Z", "a"));
    assertEquals(expected, Results.latest(List.of(later, old)));
    assertEquals(List.of(later), Results.latest(List.of(later, run("2026-11-25T10:00:00Z", "c"))));
  }
}
