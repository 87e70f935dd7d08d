package io.attune.scim;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Numbers for the names that stand in records: two names that differ only in case share one. Only
 * ASCII names have a number, since only of these is it plain what differs in case alone; and only
 * so many, since a feed may make names up.
 */
final class RecordNames {
  /** No number: the name is not ASCII, or there are too many. */
  static final int NONE = -1;

  /** How many numbers there are at most. */
  static final int MAX = 512;

  private static final int MAX_SPELLINGS = 4 * MAX;

  private final Map<String, Integer> spellings = new HashMap<>();
  private final Map<String, Integer> folded = new HashMap<>();

  /** The number of a name, 0 to {@link #MAX} - 1, or {@link #NONE}. */
  int number(String name) {
    Integer known = spellings.get(name);
    return known == null ? learn(name) : known;
  }

  private int learn(String name) {
    if (!isAscii(name)) {
      return NONE;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    Integer number = folded.get(lower);
    if (number == null) {
      if (folded.size() == MAX) {
        return NONE;
      }
      number = folded.size();
      folded.put(lower, number);
    }
    if (spellings.size() < MAX_SPELLINGS) {
      spellings.put(name, number);
    }
    return number;
  }

  static boolean isAscii(String name) {
    return name.chars().allMatch(unit -> unit < 0x80);
  }
}
