package io.attune.store;

import com.ibm.icu.lang.UCharacter;
import org.jspecify.annotations.Nullable;

/**
 * A name as uniqueness, order and filters see it: without case, a code point at a time, the same in
 * each database and on each JDK. A letter beyond ASCII never becomes one of ASCII, so that nobody
 * is found by the Kelvin sign who has a {@code k}.
 */
public final class NameKey {
  private static final int ASCII = 128;

  private NameKey() {}

  /** The key of a name; null if it is null. */
  public static @Nullable String of(@Nullable String name) {
    return name == null
        ? null
        : name.codePoints()
            .map(NameKey::fold)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static int fold(int point) {
    int lower = UCharacter.toLowerCase(point);
    return point >= ASCII && lower < ASCII ? point : lower;
  }
}
