package io.attune.scim;

import io.attune.plan.AppRecord;
import io.attune.plan.Sha256;
import io.attune.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that records of one app have in common: all but some strings. A line that has the same
 * bytes between the same number of strings is the same tokens with other values, so it is read
 * without looking for tokens. Learned from a record that was read; whatever differs by more than
 * plain strings is not of this shape.
 */
final class RecordShape {
  private static final char REPLACEMENT = '\uFFFD';

  private final AppRecord model;
  private final byte[][] between;
  private final int[][] slots;
  private final int key;

  private RecordShape(AppRecord model, byte[][] between, int[][] slots, int key) {
    this.model = model;
    this.between = between;
    this.slots = slots;
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
    byte[][] between = new byte[strings.size() + 1][];
    int[][] slots = new int[strings.size()][];
    int key = -1;
    int from = 0;
    for (int at = 0; at < slots.length; at++) {
      RecordTrace.Free string = strings.get(at);
      int start = string.start() + 1;
      between[at] = Arrays.copyOfRange(line, from, start);
      slots[at] = string.slots().stream().mapToInt(Integer::intValue).toArray();
      key = string.start() == trace.key() ? at : key;
      from = closingQuote(line, start);
    }
    between[slots.length] = Arrays.copyOfRange(line, from, line.length);
    return new RecordShape(model, between, slots, key);
  }

  private static int closingQuote(byte[] line, int start) {
    int at = start;
    while (line[at] != '"') {
      at += line[at] == '\\' ? 2 : 1;
    }
    return at;
  }

  /** The record of a line; null if it is not of this shape. */
  @Nullable AppRecord read(byte[] line, Sha256 raw) {
    @Nullable Object[] values = model.profile().toArray();
    String externalId = null;
    int at = 0;
    for (int string = 0; string < slots.length; string++) {
      at = after(between[string], line, at);
      int end = at < 0 ? -1 : end(line, at);
      if (end < 0) {
        return null;
      }
      int[] takers = slots[string];
      if (takers.length > 0 || string == key || !isAscii(line, at, end)) {
        String text = text(line, at, end);
        if (text == null) {
          return null;
        }
        for (int slot : takers) {
          values[slot] = text;
        }
        externalId = string == key ? text : externalId;
      }
      at = end;
    }
    boolean ends = after(between[slots.length], line, at) == line.length;
    externalId = externalId == null || !ends ? null : RecordReader.usableKey(externalId);
    return externalId == null
        ? null
        : new AppRecord(
            externalId, model.active(), Profile.ofOwned(model.profile().schema(), values), raw);
  }

  /** Where the bytes end that have to stand at a place; negative if they do not. */
  private static int after(byte[] bytes, byte[] line, int at) {
    int end = at + bytes.length;
    return end <= line.length && Arrays.equals(line, at, end, bytes, 0, bytes.length) ? end : -1;
  }

  /** Where a plain string ends; negative if there is none, or something to be resolved in it. */
  private static int end(byte[] line, int start) {
    for (int at = start; at < line.length; at++) {
      byte each = line[at];
      if (each == '"') {
        return at;
      }
      if (each == '\\' || (each >= 0 && each < ' ')) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isAscii(byte[] line, int start, int end) {
    int all = 0;
    for (int at = start; at < end; at++) {
      all |= line[at];
    }
    return all >= 0;
  }

  /** The text of some bytes; null if they are not UTF-8. */
  private static @Nullable String text(byte[] line, int start, int end) {
    String text = new String(line, start, end - start, StandardCharsets.UTF_8);
    // What is no UTF-8 comes back as this; so does the character itself, which is rare.
    return text.indexOf(REPLACEMENT) < 0 ? text : null;
  }
}
