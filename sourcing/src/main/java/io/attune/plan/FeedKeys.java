package io.attune.plan;

import io.attune.profile.PackedTexts;
import java.util.Arrays;
import java.util.Objects;

/**
 * The distinct keys of a feed, numbered from 0 in the order they came. The key of a known link is
 * the row of that link, looked up once and not kept a second time; only those of others are texts.
 */
final class FeedKeys {
  private final AppUsers links;
  private final PackedTexts others = new PackedTexts();

  /** By number, the row of the link; of others, -1 less their number among these. */
  private int[] rows = new int[64];

  /** By row, one more than the number of the key; 0 for what has not come. */
  private final int[] ofRow;

  private int[] ofOther = new int[64];
  private int size;
  private int lastRow = -1;

  /** No keys. */
  FeedKeys(AppUsers links) {
    this.links = links;
    this.ofRow = new int[links.size()];
  }

  /**
   * Adds a key and returns its number, or -1 less its number if it came before.
   *
   * @throws IllegalArgumentException if it has an unpaired surrogate
   */
  int add(String externalId) {
    int row = links.rowOfExternalId(externalId, lastRow + 1);
    if (row >= 0) {
      lastRow = row;
      if (ofRow[row] > 0) {
        return -ofRow[row];
      }
      ofRow[row] = size + 1;
      return numbered(row);
    }
    int other = others.add(externalId);
    if (other < 0) {
      return -1 - ofOther[-1 - other];
    }
    if (other == ofOther.length) {
      ofOther = Arrays.copyOf(ofOther, other * 2);
    }
    ofOther[other] = size;
    return numbered(-1 - other);
  }

  private int numbered(int row) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
    }
    rows[size] = row;
    return size++;
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** The row of the link with this key, or -1. */
  int row(int number) {
    return Math.max(-1, rows[number]);
  }

  /** Whether a link's key came. */
  boolean hasRow(int row) {
    return ofRow[row] > 0;
  }

  /** The key itself. */
  String externalId(int number) {
    int row = rows[number];
    return row < 0 ? others.get(-1 - row) : Objects.requireNonNull(links.externalId(row));
  }

  /** The numbers in the order of the plan: by the UTF-8 bytes. */
  int[] inOrder() {
    int[] order = new int[size];
    Arrays.setAll(order, number -> number);
    return isInOrder() ? order : sorted();
  }

  /** Most feeds are, and are passed once. */
  private boolean isInOrder() {
    for (int number = 1; number < size; number++) {
      if (compare(number - 1, number) > 0) {
        return false;
      }
    }
    return true;
  }

  private int[] sorted() {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, number -> number);
    Arrays.sort(order, this::compare);
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private int compare(int left, int right) {
    int row = rows[left];
    int other = rows[right];
    if (row < 0 && other < 0) {
      return others.compare(-1 - row, -1 - other);
    }
    if (row >= 0 && other >= 0) {
      return links.compareExternalIds(row, other);
    }
    return row >= 0
        ? links.compareExternalId(row, others, -1 - other)
        : -links.compareExternalId(other, others, -1 - row);
  }
}
