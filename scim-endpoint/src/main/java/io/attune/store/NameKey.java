package io.attune.store;

import com.ibm.icu.lang.UCharacter;
import java.util.Locale;
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
    if (name == null) {
      return null;
    }
    return isAscii(name)
        ? name.toLowerCase(Locale.ROOT) // the same, and most names are
        : name.codePoints()
            .map(NameKey::fold)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isAscii(String name) {
    for (int index = 0; index < name.length(); index++) {
      if (name.charAt(index) >= ASCII) {
        return false;
      }
    }
    return true;
  }

  private static int fold(int point) {
    int lower = UCharacter.toLowerCase(point);
    return point >= ASCII && lower < ASCII ? point : lower;
  }
}
