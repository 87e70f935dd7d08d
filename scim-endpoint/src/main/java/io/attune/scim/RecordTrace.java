package io.attune.scim;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which strings of a record may be others, and the record still be read alike: those that nothing
 * is decided by. They are keys, values of attributes, and what nobody wants.
 */
final class RecordTrace {
  private final SortedMap<Integer, Free> strings = new TreeMap<>();
  private int key = -1;

  /**
   * A string that may be another one.
   *
   * @param start the offset of its quote in the line
   * @param slots the attributes that it gives a value
   */
  record Free(int start, List<Integer> slots) {}

  /** Notes that the current value may be another one, if it is a string; returns its offset. */
  int free(JsonParser parser) {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      strings.putIfAbsent(start, new Free(start, new ArrayList<>()));
    }
    return start;
  }

  /** Notes that the string at an offset gives an attribute its value. */
  void gives(int start, int slot) {
    Free string = strings.get(start);
    if (string != null) {
      string.slots().add(slot);
    }
  }

  /** Notes where the record's key is. */
  void key(int start) {
    key = start;
  }

  /** The offset of the key's quote. */
  int key() {
    return key;
  }

  /** All that may be others, in the order of the line. */
  List<Free> strings() {
    return List.copyOf(strings.values());
  }
}
