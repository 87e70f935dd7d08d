package io.attune.benchmarks.harness;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One variant of a table.
 *
 * @param name the variant's name, unique in its table
 * @param figures by column, in the order of the columns
 */
public record Row(String name, Map<String, Figure> figures) {
  /** Copies the figures. */
  public Row {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /** A row of one figure. */
  public static Row of(String name, String column, Figure figure) {
    return new Row(name, Map.of(column, figure));
  }

  /** This row with one more column at its end. */
  public Row with(String column, Figure figure) {
    Map<String, Figure> more = new LinkedHashMap<>(figures);
    more.put(column, figure);
    return new Row(name, more);
  }

  /** The figure of a column, or null. */
  public @Nullable Figure figure(String column) {
    return figures.get(column);
  }
}
