package io.attune.profile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts that many profiles have in one slot, numbered from 0 in the order in which they came
 * for the second time. Most people share a department with somebody; nobody shares a login, and a
 * slot of such texts is given up after {@value #TRIAL} of them.
 *
 * <p>At most {@value #MOST} texts of at most {@value #MOST_CHARS} characters.
 */
final class CommonTexts {
  static final int NONE = -1;
  static final int MOST = 4096;

  private static final int MOST_CHARS = 64;
  private static final int TRIAL = 2048;

  /** Of so many texts, one has to have come before. */
  private static final int ONE_IN = 4;

  private static final int REMEMBERED = 1024;
  private static final int MOST_ALIKE = 256;

  private String[] texts = new String[16];

  /**
   * Of the first texts, which are the most common, the other object that was last found to equal
   * each: readers hand on the same object again and again, and then nothing needs to be compared.
   * Whichever thread wrote one, it is right.
   */
  private @Nullable String[] alike = new @Nullable String[16];

  /**
   * The byte forms of the texts beside each other, and where each begins: to compare with one, no
   * object has to be followed to another place in memory.
   */
  private byte[] plain = new byte[512];

  private int[] starts = new int[17];
  private int[] table = new int[32];
  private int size;
  private int[] seen = new int[REMEMBERED];
  private long asked;
  private long known;

  /** No texts. */
  CommonTexts() {
    Arrays.fill(table, NONE);
  }

  /** The number of a text that is about to be kept; {@link #NONE} if it is not common so far. */
  int number(String text) {
    if (text.length() > MOST_CHARS || isGivenUp()) {
      return NONE;
    }
    asked++;
    int hash = spread(text.hashCode());
    int place = place(hash, text);
    if (table[place] == NONE && !cameBefore(hash)) {
      return NONE;
    }
    known++;
    if (table[place] == NONE && size < MOST) {
      return add(place, text);
    }
    return table[place];
  }

  private boolean isGivenUp() {
    return asked > TRIAL && known * ONE_IN < asked;
  }

  /** Whether a text of this hash was among the last that came, and is no rare one. */
  private boolean cameBefore(int hash) {
    int place = hash >>> 22 & (REMEMBERED - 1);
    boolean before = seen[place] == hash;
    seen[place] = hash;
    return before;
  }

  private int add(int place, String text) {
    if (size == texts.length) {
      texts = Arrays.copyOf(texts, size * 2);
      alike = Arrays.copyOf(alike, Math.min(size * 2, MOST_ALIKE));
      starts = Arrays.copyOf(starts, size * 2 + 1);
    }
    texts[size] = text;
    addPlain(ProfilePacker.plain(text));
    table[place] = size++;
    if (size * 2 > table.length) {
      table = new int[table.length * 2];
      Arrays.fill(table, NONE);
      for (int number = 0; number < size; number++) {
        table[place(spread(texts[number].hashCode()), texts[number])] = number;
      }
    }
    return size - 1;
  }

  private void addPlain(byte[] form) {
    int end = starts[size] + form.length;
    if (end > plain.length) {
      plain = Arrays.copyOf(plain, Math.max(end, plain.length * 2));
    }
    System.arraycopy(form, 0, plain, starts[size], form.length);
    starts[size + 1] = end;
  }

  private int place(int hash, String text) {
    int mask = table.length - 1;
    int place = hash & mask;
    while (table[place] != NONE && !isEqual(table[place], text)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  /** Whether a value is the text of a number, 0 to what was given last. */
  boolean isEqual(int number, Object value) {
    if (number >= alike.length) {
      return isSaid(number, value);
    }
    if (value == alike[number]) {
      return true;
    }
    boolean equal = isSaid(number, value);
    if (equal) {
      alike[number] = (String) value;
    }
    return equal;
  }

  /** The text of a number, 0 to what was given last. */
  String get(int number) {
    return texts[number];
  }

  private boolean isSaid(int number, Object value) {
    return PackedRow.isPlain(plain, starts[number], value);
  }

  /** The byte forms of all texts where they are not common; not to be changed. */
  byte[] plain() {
    return plain;
  }

  /** Where the byte form of the text of a number begins; that of the next one where it ends. */
  int start(int number) {
    return starts[number];
  }
}
