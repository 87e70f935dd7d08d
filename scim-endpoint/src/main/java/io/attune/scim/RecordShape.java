package io.attune.scim;

import io.attune.plan.AppRecord;
import io.attune.plan.Sha256;
import io.attune.profile.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of records of one app, learned from a record that was read; whatever differs by more
 * than plain strings is not of this shape.
 */
final class RecordShape {
  private final AppRecord model;
  private final LineShape shape;
  private final int[][] slots;
  private final int[] ends;
  private final int key;

  private RecordShape(AppRecord model, LineShape shape, int[][] slots, int key) {
    this.model = model;
    this.shape = shape;
    this.slots = slots;
    this.ends = new int[2 * slots.length];
    this.key = key;
  }

  /**
   * The shape of a record.
   *
   * @param line that {@code model} was read from
   * @param trace which of its strings may be others
   */
  static RecordShape of(byte[] line, AppRecord model, RecordTrace trace) {
    List<RecordTrace.Free> strings = trace.strings();
    int[] starts = strings.stream().mapToInt(RecordTrace.Free::start).toArray();
    int[][] slots = new int[strings.size()][];
    int key = -1;
    for (int at = 0; at < slots.length; at++) {
      slots[at] = strings.get(at).slots().stream().mapToInt(Integer::intValue).toArray();
      key = starts[at] == trace.key() ? at : key;
    }
    return new RecordShape(model, LineShape.of(line, starts), slots, key);
  }

  /** The record of a line; null if it is not of this shape. */
  @Nullable AppRecord read(byte[] line, Sha256 raw) {
    if (!shape.find(line, ends)) {
      return null;
    }
    @Nullable Object[] values = model.profile().toArray();
    String externalId = null;
    for (int string = 0; string < slots.length; string++) {
      int start = ends[2 * string];
      int end = ends[2 * string + 1];
      int[] takers = slots[string];
      if (takers.length > 0 || string == key || !LineShape.isAscii(line, start, end)) {
        String text = shape.text(string, line, start, end);
        if (text == null) {
          return null;
        }
        for (int slot : takers) {
          values[slot] = text;
        }
        externalId = string == key ? text : externalId;
      }
    }
    externalId = externalId == null ? null : RecordReader.usableKey(externalId);
    return externalId == null
        ? null
        : new AppRecord(
            externalId, model.active(), Profile.ofOwned(model.profile().schema(), values), raw);
  }
}
