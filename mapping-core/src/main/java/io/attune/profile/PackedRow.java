package io.attune.profile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one profile in the byte form of a {@link ProfilePacker}, from its beginning on. */
final class PackedRow {
  private final ProfilePacker packer;
  private final byte[] bytes;
  private final int start;
  private int at;

  PackedRow(ProfilePacker packer, byte[] bytes, int start) {
    this.packer = packer;
    this.bytes = bytes;
    this.start = start;
    this.at = start;
  }

  /** Whether the byte form that stands by itself at a place is that of a value. */
  static boolean isPlain(byte[] bytes, int start, Object value) {
    PackedRow row = new PackedRow(ProfilePacker.ALONE, bytes, start);
    return row.isNext(row.tag(), value);
  }

  /** All values, by slot. */
  @Nullable Object[] unpack(int slots) {
    @Nullable Object[] values = new @Nullable Object[slots];
    int slot = 0;
    for (int tag = tag(); tag != ProfilePacker.END; tag = tag()) {
      if (tag == ProfilePacker.ABSENT_RUN) {
        slot += number();
      } else if (tag == ProfilePacker.SAME_TEXT) {
        values[slot++] = values[tag()];
      } else {
        values[slot] = value(slot, tag);
        slot++;
      }
    }
    return values;
  }

  /** The value in a slot, null where it is absent. */
  @Nullable Object value(int wanted) {
    int tag = seek(wanted);
    if (tag == ProfilePacker.SAME_TEXT) {
      int before = tag();
      at = start;
      return value(before);
    }
    return tag == ProfilePacker.END ? null : value(wanted, tag);
  }

  /** The tag of a slot, which was just read; {@code END} if it is absent. */
  private int seek(int wanted) {
    int slot = 0;
    for (int tag = tag(); tag != ProfilePacker.END && slot <= wanted; tag = tag()) {
      if (tag == ProfilePacker.ABSENT_RUN) {
        slot += number();
      } else if (slot++ == wanted) {
        return tag;
      } else {
        skip(tag);
      }
    }
    return ProfilePacker.END;
  }

  /** Whether this has the values of a profile, but for the slots of {@code others}. */
  boolean isEqual(Profile profile, BitSet others) {
    int slots = profile.schema().size();
    int absent = 0;
    for (int slot = 0; slot < slots; slot++) {
      Object value = others.get(slot) ? null : profile.value(slot);
      int tag = absent > 0 ? ProfilePacker.ABSENT_RUN : tag();
      if (tag == ProfilePacker.END) {
        absent = slots - slot;
      } else if (tag == ProfilePacker.ABSENT_RUN && absent == 0) {
        absent = number();
      }
      if (absent > 0) {
        absent--;
        if (value != null) {
          return false;
        }
      } else if (others.get(slot)) {
        skip(tag);
      } else if (value == null || !isNext(slot, tag, value)) {
        return false;
      }
    }
    return true;
  }

  private boolean isNext(int slot, int tag, Object value) {
    if (tag == ProfilePacker.SAME_TEXT) {
      return value.equals(new PackedRow(packer, bytes, start).value(tag()));
    }
    return isReference(tag) ? packer.common(slot).isEqual(common(tag), value) : isNext(tag, value);
  }

  /**
   * This profile in a byte form of its own: it does not depend on what other profiles have, and
   * equal profiles have equal ones.
   */
  byte[] plain() {
    Plain plain = new Plain();
    int slot = 0;
    int from = at;
    for (int tag = tag(); tag != ProfilePacker.END; tag = tag()) {
      if (tag == ProfilePacker.ABSENT_RUN) {
        slot += number();
      } else if (isReference(tag)) {
        plain.add(bytes, from, at - 1);
        if (tag == ProfilePacker.SAME_TEXT) {
          PackedRow before = new PackedRow(packer, bytes, start);
          int same = before.seek(tag());
          int begin = before.at - 1;
          before.skip(same);
          plain.add(bytes, begin, before.at);
        } else {
          CommonTexts texts = packer.common(slot);
          int number = common(tag);
          plain.add(texts.plain(), texts.start(number), texts.start(number + 1));
        }
        from = at;
        slot++;
      } else {
        skip(tag);
        slot++;
      }
    }
    plain.add(bytes, from, at);
    return Arrays.copyOf(plain.bytes, plain.length);
  }

  private static final class Plain {
    private byte[] bytes = new byte[512];
    private int length;

    private void add(byte[] from, int begin, int end) {
      int more = end - begin;
      if (length + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
      }
      System.arraycopy(from, begin, bytes, length, more);
      length += more;
    }
  }

  private int tag() {
    return bytes[at++] & 0xFF;
  }

  private int number() {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      int part = bytes[at++];
      number |= (part & 0x7F) << shift;
      if (part >= 0) {
        return number;
      }
    }
  }

  private long eightBytes() {
    long number = 0;
    for (int i = 0; i < 8; i++) {
      number = (number << 8) | (bytes[at++] & 0xFF);
    }
    return number;
  }

  private static boolean isReference(int tag) {
    return tag == ProfilePacker.SAME_TEXT
        || tag >= ProfilePacker.COMMON
        || (tag >= ProfilePacker.MORE_COMMON && tag < ProfilePacker.SHORT_TEXT);
  }

  /** The number of a common text. */
  private int common(int tag) {
    return tag >= ProfilePacker.COMMON
        ? tag - ProfilePacker.COMMON
        : (tag - ProfilePacker.MORE_COMMON) << Byte.SIZE | tag();
  }

  private Object value(int slot, int tag) {
    return isReference(tag) ? packer.common(slot).get(common(tag)) : valueOf(tag);
  }

  private Object valueOf(int tag) {
    return switch (tag) {
      case ProfilePacker.TRUE -> true;
      case ProfilePacker.FALSE -> false;
      case ProfilePacker.INTEGER -> eightBytes();
      case ProfilePacker.NUMBER -> Double.longBitsToDouble(eightBytes());
      case ProfilePacker.UNUSABLE -> UnusableNumber.INSTANCE;
      case ProfilePacker.LIST -> list();
      case ProfilePacker.WIDE_TEXT -> wideText();
      case ProfilePacker.LONG_TEXT -> text(number());
      default -> text(tag - ProfilePacker.SHORT_TEXT);
    };
  }

  /** Whether the value behind a tag is this one; only then it is passed. */
  private boolean isNext(int tag, Object value) {
    return switch (tag) {
      case ProfilePacker.TRUE -> value.equals(true);
      case ProfilePacker.FALSE -> value.equals(false);
      case ProfilePacker.INTEGER -> value instanceof Long number && number == eightBytes();
      case ProfilePacker.NUMBER ->
          value instanceof Double number && Double.doubleToRawLongBits(number) == eightBytes();
      case ProfilePacker.UNUSABLE -> value instanceof UnusableNumber;
      case ProfilePacker.LIST -> value instanceof List<?> list && isNext(list);
      case ProfilePacker.WIDE_TEXT ->
          value instanceof String text && text.length() == number() && isWide(text);
      case ProfilePacker.LONG_TEXT ->
          value instanceof String text && text.length() == number() && isText(text);
      default ->
          value instanceof String text
              && text.length() == tag - ProfilePacker.SHORT_TEXT
              && isText(text);
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
      list.add(valueOf(tag()));
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

  private void skip(int tag) {
    switch (tag) {
      case ProfilePacker.TRUE, ProfilePacker.FALSE, ProfilePacker.UNUSABLE -> {}
      case ProfilePacker.INTEGER, ProfilePacker.NUMBER -> at += 8;
      case ProfilePacker.LIST -> {
        int size = number();
        for (int i = 0; i < size; i++) {
          skip(tag());
        }
      }
      case ProfilePacker.WIDE_TEXT -> {
        int units = number();
        at += units * 2;
      }
      case ProfilePacker.LONG_TEXT -> {
        int size = number();
        at += size;
      }
      default -> at += inTag(tag);
    }
  }

  /** How many bytes follow a tag that says so itself. */
  private static int inTag(int tag) {
    if (tag >= ProfilePacker.COMMON) {
      return 0;
    }
    return tag >= ProfilePacker.SHORT_TEXT ? tag - ProfilePacker.SHORT_TEXT : 1;
  }
}
