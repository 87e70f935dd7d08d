package io.attune.benchmarks.harness;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one run of the command measured, and where.
 *
 * @param machine the hardware and the system
 * @param jdk the Java that ran it
 * @param commit what was measured, with {@code +} where the checkout had changes
 * @param time when it began
 * @param command what was run
 * @param tables in the order they were measured
 */
public record Results(
    String machine, String jdk, String commit, String time, String command, List<Table> tables) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Copies the list. */
  public Results {
    tables = List.copyOf(tables);
  }

  /** These results with more tables. */
  public Results with(List<Table> more) {
    List<Table> all = new ArrayList<>(tables);
    all.addAll(more);
    return new Results(machine, jdk, commit, time, command, all);
  }

  /** These runs, each table only where it was measured last, without runs that are left empty. */
  public static List<Results> latest(List<Results> runs) {
    Map<String, Results> last = new HashMap<>();
    for (Results run : runs) {
      for (Table table : run.tables) {
        last.merge(
            table.group() + " " + table.name(),
            run,
            (one, other) -> other.time.compareTo(one.time) >= 0 ? other : one);
      }
    }
    List<Results> latest = new ArrayList<>();
    for (Results run : runs) {
      List<Table> tables =
          run.tables.stream()
              .filter(table -> run.equals(last.get(table.group() + " " + table.name())))
              .toList();
      if (!tables.isEmpty()) {
        latest.add(new Results(run.machine, run.jdk, run.commit, run.time, run.command, tables));
      }
    }
    return latest;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it cannot be read
   */
  public static Results read(Path file) throws IOException {
    return MAPPER.readValue(file.toFile(), Results.class);
  }

  /**
   * Writes these results as JSON.
   *
   * @throws IOException if the disk fails
   */
  public void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, MAPPER.writeValueAsString(this) + "\n");
  }
}
