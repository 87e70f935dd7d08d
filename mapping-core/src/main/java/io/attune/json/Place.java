package io.attune.json;

import java.util.Comparator;

/**
 * Where something stands in a file.
 *
 * @param line from 1
 * @param column from 1, in code points
 */
public record Place(int line, int column) implements Comparable<Place> {
  /** The beginning of a file: the place of what stands in no file, too. */
  public static final Place START = new Place(1, 1);

  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
