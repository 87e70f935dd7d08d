package io.attune.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured side by side, in one run.
 *
 * @param group the group's name
 * @param name unique in its group; letters, digits and hyphens
 * @param title one line that says what was done
 * @param command what measures it again
 * @param measure the column that is compared and drawn
 * @param baseline the row that the others are divided by, or null
 * @param rows in the order of the report
 * @param targets what these figures are held to
 */
public record Table(
    String group,
    String name,
    String title,
    String command,
    String measure,
    @Nullable String baseline,
    List<Row> rows,
    List<Target> targets) {
  /** Copies the lists. */
  public Table {
    rows = List.copyOf(rows);
    targets = List.copyOf(targets);
  }

  /** The row of a variant, or null. */
  public @Nullable Row row(@Nullable String variant) {
    return rows.stream().filter(row -> row.name().equals(variant)).findFirst().orElse(null);
  }

  /** What a variant measured, or null. */
  public @Nullable Figure measured(@Nullable String variant) {
    Row row = row(variant);
    return row == null ? null : row.figure(measure);
  }

  /**
   * How many times the other variant's median this one's is.
   *
   * @throws IllegalArgumentException if one of them was not measured
   */
  public double ratio(String variant, String other) {
    Figure figure = measured(variant);
    Figure by = measured(other);
    if (figure == null || by == null) {
      throw new IllegalArgumentException("`" + variant + "` or `" + other + "` was not measured");
    }
    return figure.median() / by.median();
  }

  /** This table held to one more target. */
  public Table held(Target target) {
    List<Target> more = new ArrayList<>(targets);
    more.add(target);
    return new Table(group, name, title, command, measure, baseline, rows, more);
  }
}
