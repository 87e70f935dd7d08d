package io.attune.plan.json;

import com.fasterxml.jackson.core.io.CharTypes;
import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a plan as UTF-8, in an array that is used again. Values become the bytes that
 * Jackson's generator makes of them, without its bookkeeping for each token: what has structure is
 * written as it stands.
 */
final class LineBytes extends OutputStream {
  /** Of each ASCII character: 0 as it stands, negative by its number, else by this letter. */
  private static final int[] ESCAPES = CharTypes.get7BitOutputEscapes();

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  /** No UTF-16 unit needs more than an escape by its number. */
  private static final int UNIT_MAX_BYTES = 6;

  private static final int LONG_MAX_BYTES = 20;

  private byte[] bytes = new byte[512];
  private int size;

  /** Begins a line anew. */
  LineBytes reset() {
    size = 0;
    return this;
  }

  /** Hands the line to a digest. */
  void feed(MessageDigest digest) {
    digest.update(bytes, 0, size);
  }

  /** Writes the line. */
  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  /** The line as a text. */
  String text() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int unit) {
    reserve(1);
    bytes[size++] = (byte) unit;
  }

  @Override
  public void write(byte[] from, int start, int length) {
    reserve(length);
    System.arraycopy(from, start, bytes, size, length);
    size += length;
  }

  /** JSON that is encoded already. */
  LineBytes raw(byte[] json) {
    write(json, 0, json.length);
    return this;
  }

  /** JSON as it stands, in ASCII. */
  LineBytes raw(String json) {
    reserve(json.length());
    for (int at = 0; at < json.length(); at++) {
      bytes[size++] = (byte) json.charAt(at);
    }
    return this;
  }

  /** A string, quoted and escaped. */
  LineBytes string(String text) {
    int length = text.length();
    reserve(length * UNIT_MAX_BYTES + 2);
    byte[] to = bytes;
    int end = size;
    to[end++] = '"';
    for (int at = 0; at < length; at++) {
      char unit = text.charAt(at);
      if (unit < 128 && ESCAPES[unit] == 0) {
        to[end++] = (byte) unit;
      } else {
        end = encode(unit, to, end);
      }
    }
    to[end++] = '"';
    size = end;
    return this;
  }

  /** Encodes what ASCII does not say as it stands, and returns where it ends. */
  private static int encode(char unit, byte[] to, int start) {
    int end = start;
    if (unit < 128 && ESCAPES[unit] > 0) {
      to[end++] = '\\';
      to[end++] = (byte) ESCAPES[unit];
    } else if (unit < 128 || Character.isSurrogate(unit)) {
      // Each half of a pair by itself: so a half without the other one has a form, too.
      to[end++] = '\\';
      to[end++] = 'u';
      for (int shift = 12; shift >= 0; shift -= 4) {
        to[end++] = HEX[(unit >> shift) & 0xF];
      }
    } else if (unit < 0x800) {
      to[end++] = (byte) (0xC0 | (unit >> 6));
      to[end++] = (byte) (0x80 | (unit & 0x3F));
    } else {
      to[end++] = (byte) (0xE0 | (unit >> 12));
      to[end++] = (byte) (0x80 | ((unit >> 6) & 0x3F));
      to[end++] = (byte) (0x80 | (unit & 0x3F));
    }
    return end;
  }

  /** Any value of a profile; null where there is none, or none that JSON can say. */
  LineBytes value(@Nullable Object value) {
    if (value instanceof String text) {
      return string(text);
    } else if (value instanceof Long number) {
      return integer(number);
    } else if (value instanceof Double number) {
      String digits = NumberOutput.toString(number, true);
      return Double.isFinite(number) ? raw(digits) : string(digits);
    } else if (value instanceof Boolean flag) {
      return raw(flag ? "true" : "false");
    } else if (value instanceof List<?> list) {
      return array(list);
    }
    return raw("null");
  }

  /** An integer. */
  LineBytes integer(long number) {
    reserve(LONG_MAX_BYTES);
    size = NumberOutput.outputLong(number, bytes, size);
    return this;
  }

  /** A list of values. */
  LineBytes array(List<?> list) {
    write('[');
    for (int index = 0; index < list.size(); index++) {
      if (index > 0) {
        write(',');
      }
      value(list.get(index));
    }
    write(']');
    return this;
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
