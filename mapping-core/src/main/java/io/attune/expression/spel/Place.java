package io.attune.expression.spel;

/**
 * A stretch of an expression's text.
 *
 * @param offset of its first UTF-16 unit, from 0
 * @param length in UTF-16 units, 0 at the end of the text
 */
public record Place(int offset, int length) {
  /** The place just behind this one's last unit. */
  public int end() {
    return offset + length;
  }
}
