package io.attune.profile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the byte form of profiles of one schema: for each slot a tag, then the value. A run of
 * absent slots is one tag, and absent slots at the end are left out. Strings are kept exactly,
 * unpaired surrogates included; a text that many profiles have in a slot is its number there, and
 * one that stands in the profile already is that slot. {@link PackedRow} reads it.
 */
final class ProfilePacker {
  static final int END = 0;
  static final int ABSENT_RUN = 1;
  static final int TRUE = 2;
  static final int FALSE = 3;
  static final int INTEGER = 4;
  static final int NUMBER = 5;
  static final int LIST = 6;
  static final int UNUSABLE = 7;
  static final int WIDE_TEXT = 8;
  static final int LONG_TEXT = 9;
  static final int SAME_TEXT = 10;

  /** The high bits of the number of a common text are in the tag, the low ones follow. */
  static final int MORE_COMMON = 16;

  /** Latin-1 text of few characters has its length in the tag. */
  static final int SHORT_TEXT = MORE_COMMON + (CommonTexts.MOST >> Byte.SIZE);

  /** The number of a common text is in the tag, if it is small. */
  static final int COMMON = SHORT_TEXT + 64;

  static final int FIRST_COMMON = 256 - COMMON;

  /** So few profiles have too little in common. */
  private static final int FEW = 64;

  /** To say where a text stands takes two bytes. */
  private static final int SHORTEST_SAME = 4;

  private static final int NONE = -1;

  /** Of no slots: for a form that stands by itself and refers to nothing. */
  static final ProfilePacker ALONE = new ProfilePacker(0);

  private final int slots;
  private final @Nullable CommonTexts[] common;
  private final @Nullable String[] texts;
  private byte[] bytes = new byte[512];
  private int length;
  private int packed;

  ProfilePacker(ProfileSchema schema) {
    this(schema.size());
  }

  private ProfilePacker(int slots) {
    this.slots = slots;
    this.common = new @Nullable CommonTexts[slots];
    this.texts = new @Nullable String[Math.min(slots, 1 << Byte.SIZE)];
  }

  /** Packs into {@link #bytes()} and returns how many of them are used. */
  int pack(Profile profile) {
    length = 0;
    int absent = 0;
    for (int slot = 0; slot < slots; slot++) {
      Object value = profile.value(slot);
      if (slot < texts.length) {
        texts[slot] = null;
      }
      if (value == null) {
        absent++;
      } else {
        if (absent > 0) {
          put(ABSENT_RUN);
          putNumber(absent);
          absent = 0;
        }
        putValue(slot, value);
      }
    }
    put(END);
    packed++;
    return length;
  }

  /** The packed bytes; overwritten by the next {@link #pack}. */
  byte[] bytes() {
    return bytes;
  }

  /** The texts that rows have as numbers in a slot. */
  CommonTexts common(int slot) {
    CommonTexts known = common[slot];
    if (known == null) {
      throw new IllegalStateException("slot " + slot + " has no common texts");
    }
    return known;
  }

  private void putValue(int slot, Object value) {
    if (value instanceof String text) {
      int number = number(slot, text);
      if (number != NONE) {
        putCommon(number);
      } else if (!putSame(slot, text)) {
        putText(text);
      }
    } else {
      putValue(value);
    }
  }

  private int number(int slot, String text) {
    if (packed < FEW || text.isEmpty()) {
      return NONE;
    }
    CommonTexts known = common[slot];
    if (known == null) {
      known = new CommonTexts();
      common[slot] = known;
    }
    return known.number(text);
  }

  private void putCommon(int number) {
    if (number < FIRST_COMMON) {
      put(COMMON + number);
    } else {
      put(MORE_COMMON + (number >> Byte.SIZE));
      put(number);
    }
  }

  /** Notes the text of a slot, unless it stands before. */
  private boolean putSame(int slot, String text) {
    if (slot >= texts.length || text.length() < SHORTEST_SAME) {
      return false;
    }
    for (int before = 0; before < slot; before++) {
      if (text.equals(texts[before])) {
        put(SAME_TEXT);
        put(before);
        return true;
      }
    }
    texts[slot] = text;
    return false;
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

  /** The byte form of a text by itself. */
  static byte[] plain(String text) {
    ProfilePacker alone = new ProfilePacker(0);
    alone.putText(text);
    return Arrays.copyOf(alone.bytes, alone.length);
  }

  private void putText(String text) {
    byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
    // Characters beyond Latin-1 became '?', so a text without any is Latin-1.
    if (latin.length == text.length() && (!hasQuestionMark(latin) || isLatin(text))) {
      if (latin.length < COMMON - SHORT_TEXT) {
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
}
