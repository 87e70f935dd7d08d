package io.attune.profile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The byte form of a profile: for each slot a tag, then the value. A run of absent slots is one
 * tag, and absent slots at the end are left out. Strings are kept exactly, unpaired surrogates
 * included.
 */
final class ProfilePacker {
  private static final int END = 0;
  private static final int ABSENT_RUN = 1;
  private static final int TRUE = 2;
  private static final int FALSE = 3;
  private static final int INTEGER = 4;
  private static final int NUMBER = 5;
  private static final int LIST = 6;
  private static final int UNUSABLE = 7;
  private static final int WIDE_TEXT = 8;

  /** Latin-1 text of up to this many characters has its length in the tag. */
  private static final int SHORT_TEXT_MAX = 255 - 16;

  private static final int LONG_TEXT = 9;
  private static final int SHORT_TEXT = 16;

  private final int slots;
  private byte[] bytes = new byte[512];
  private int length;

  ProfilePacker(ProfileSchema schema) {
    this.slots = schema.size();
  }

  /** Packs into {@link #bytes()} and returns how many of them are used. */
  int pack(Profile profile) {
    length = 0;
    int absent = 0;
    for (int slot = 0; slot < slots; slot++) {
      Object value = profile.value(slot);
      if (value == null) {
        absent++;
      } else {
        if (absent > 0) {
          put(ABSENT_RUN);
          putNumber(absent);
          absent = 0;
        }
        putValue(value);
      }
    }
    put(END);
    return length;
  }

  /** The packed bytes; overwritten by the next {@link #pack}. */
  byte[] bytes() {
    return bytes;
  }

  private void putValue(Object value) {
    if (value instanceof String text) {
      putText(text);
    } else if (value instanceof Boolean flag) {
      put(flag ? TRUE : FALSE);
    } else if (value instanceof Long number) {
      put(INTEGER);
      putLong(number);
    } else if (value instanceof Double number) {
      put(NUMBER);
      putLong(Double.doubleToRawLongBits(number));
    } else if (value instanceof List<?> list) {
      put(LIST);
      putNumber(list.size());
      list.forEach(this::putValue);
    } else if (value instanceof UnusableNumber) {
      put(UNUSABLE);
    } else {
      throw new IllegalArgumentException("no profile value: " + value.getClass().getName());
    }
  }

  private void putText(String text) {
    byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
    // Characters beyond Latin-1 became '?', so a text without any is Latin-1.
    if (latin.length == text.length() && (!hasQuestionMark(latin) || isLatin(text))) {
      if (latin.length <= SHORT_TEXT_MAX) {
        put(SHORT_TEXT + latin.length);
      } else {
        put(LONG_TEXT);
        putNumber(latin.length);
      }
      reserve(latin.length);
      System.arraycopy(latin, 0, bytes, length, latin.length);
      length += latin.length;
    } else {
      put(WIDE_TEXT);
      putNumber(text.length());
      reserve(text.length() * 2);
      for (int i = 0; i < text.length(); i++) {
        char unit = text.charAt(i);
        bytes[length++] = (byte) (unit >> 8);
        bytes[length++] = (byte) unit;
      }
    }
  }

  private static boolean hasQuestionMark(byte[] latin) {
    for (byte unit : latin) {
      if (unit == '?') {
        return true;
      }
    }
    return false;
  }

  private static boolean isLatin(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xFF) {
        return false;
      }
    }
    return true;
  }

  private void put(int tag) {
    reserve(1);
    bytes[length++] = (byte) tag;
  }

  private void putNumber(int number) {
    int rest = number;
    while (rest > 0x7F) {
      put((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    put(rest);
  }

  private void putLong(long number) {
    reserve(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (number >> shift);
    }
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  static @Nullable Object[] unpack(ProfileSchema schema, byte[] bytes, int start) {
    @Nullable Object[] values = new @Nullable Object[schema.size()];
    Reader reader = new Reader(bytes, start);
    int slot = 0;
    for (int tag = reader.tag(); tag != END; tag = reader.tag()) {
      if (tag == ABSENT_RUN) {
        slot += reader.number();
      } else {
        values[slot++] = reader.value(tag);
      }
    }
    return values;
  }

  /** Where the packed profile that begins at {@code start} ends. */
  static int end(byte[] bytes, int start) {
    Reader reader = new Reader(bytes, start);
    for (int tag = reader.tag(); tag != END; tag = reader.tag()) {
      if (tag == ABSENT_RUN) {
        reader.number();
      } else {
        reader.skip(tag);
      }
    }
    return reader.at;
  }

  static @Nullable Object unpackOne(byte[] bytes, int start, int wanted) {
    Reader reader = new Reader(bytes, start);
    int slot = 0;
    for (int tag = reader.tag(); tag != END && slot <= wanted; tag = reader.tag()) {
      if (tag == ABSENT_RUN) {
        slot += reader.number();
      } else if (slot++ == wanted) {
        return reader.value(tag);
      } else {
        reader.skip(tag);
      }
    }
    return null;
  }

  /** Whether a packed profile has the values of a profile, but for the slots of {@code others}. */
  static boolean isEqual(byte[] bytes, int start, Profile profile, BitSet others) {
    Reader reader = new Reader(bytes, start);
    int slots = profile.schema().size();
    int absent = 0;
    for (int slot = 0; slot < slots; slot++) {
      Object value = others.get(slot) ? null : profile.value(slot);
      int tag = absent > 0 ? ABSENT_RUN : reader.tag();
      if (tag == END) {
        absent = slots - slot;
      } else if (tag == ABSENT_RUN && absent == 0) {
        absent = reader.number();
      }
      if (absent > 0) {
        absent--;
        if (value != null) {
          return false;
        }
      } else if (others.get(slot)) {
        reader.skip(tag);
      } else if (value == null || !reader.isNext(tag, value)) {
        return false;
      }
    }
    return true;
  }

  private static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes, int start) {
      this.bytes = bytes;
      this.at = start;
    }

    int tag() {
      return bytes[at++] & 0xFF;
    }

    int number() {
      int number = 0;
      for (int shift = 0; ; shift += 7) {
        int part = bytes[at++];
        number |= (part & 0x7F) << shift;
        if (part >= 0) {
          return number;
        }
      }
    }

    long eightBytes() {
      long number = 0;
      for (int i = 0; i < 8; i++) {
        number = (number << 8) | (bytes[at++] & 0xFF);
      }
      return number;
    }

    Object value(int tag) {
      return switch (tag) {
        case TRUE -> true;
        case FALSE -> false;
        case INTEGER -> eightBytes();
        case NUMBER -> Double.longBitsToDouble(eightBytes());
        case UNUSABLE -> UnusableNumber.INSTANCE;
        case LIST -> list();
        case WIDE_TEXT -> wideText();
        case LONG_TEXT -> text(number());
        default -> text(tag - SHORT_TEXT);
      };
    }

    /** Whether the value behind a tag is this one; only then it is passed. */
    boolean isNext(int tag, Object value) {
      return switch (tag) {
        case TRUE -> value.equals(true);
        case FALSE -> value.equals(false);
        case INTEGER -> value instanceof Long number && number == eightBytes();
        case NUMBER ->
            value instanceof Double number && Double.doubleToRawLongBits(number) == eightBytes();
        case UNUSABLE -> value instanceof UnusableNumber;
        case LIST -> value instanceof List<?> list && isNext(list);
        case WIDE_TEXT -> value instanceof String text && text.length() == number() && isWide(text);
        case LONG_TEXT -> value instanceof String text && text.length() == number() && isText(text);
        default ->
            value instanceof String text && text.length() == tag - SHORT_TEXT && isText(text);
      };
    }

    private boolean isNext(List<?> list) {
      if (list.size() != number()) {
        return false;
      }
      for (Object element : list) {
        if (!isNext(tag(), element)) {
          return false;
        }
      }
      return true;
    }

    private boolean isText(String text) {
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) != (bytes[at + i] & 0xFF)) {
          return false;
        }
      }
      at += text.length();
      return true;
    }

    private boolean isWide(String text) {
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) != (char) (((bytes[at++] & 0xFF) << 8) | (bytes[at++] & 0xFF))) {
          return false;
        }
      }
      return true;
    }

    private List<Object> list() {
      int size = number();
      List<Object> list = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        list.add(value(tag()));
      }
      return Collections.unmodifiableList(list);
    }

    private String text(int size) {
      String text = new String(bytes, at, size, StandardCharsets.ISO_8859_1);
      at += size;
      return text;
    }

    private String wideText() {
      char[] units = new char[number()];
      for (int i = 0; i < units.length; i++) {
        units[i] = (char) (((bytes[at++] & 0xFF) << 8) | (bytes[at++] & 0xFF));
      }
      return new String(units);
    }

    void skip(int tag) {
      switch (tag) {
        case TRUE, FALSE, UNUSABLE -> {}
        case INTEGER, NUMBER -> at += 8;
        case LIST -> {
          int size = number();
          for (int i = 0; i < size; i++) {
            skip(tag());
          }
        }
        case WIDE_TEXT -> {
          int units = number();
          at += units * 2;
        }
        case LONG_TEXT -> {
          int size = number();
          at += size;
        }
        default -> at += tag - SHORT_TEXT;
      }
    }
  }
}
