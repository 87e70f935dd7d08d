package io.attune.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;

/** Names without case. */
class NameKeyProperties {
  @Property
  void aKeyIsItsOwnKey(@ForAll String name) {
    String key = String.valueOf(NameKey.of(name));
    assertEquals(key, NameKey.of(key));
  }

  @Property
  void aKeyGrowsWithItsName(@ForAll String name, @ForAll String more) {
    boolean splits =
        !name.isEmpty()
            && !more.isEmpty()
            && Character.isSurrogatePair(name.charAt(name.length() - 1), more.charAt(0));
    assertTrue(splits || String.valueOf(NameKey.of(name + more)).startsWith(NameKey.of(name) + ""));
  }

  @Property
  void asciiLosesItsCase(@ForAll @AlphaChars String name) {
    assertEquals(name.toLowerCase(Locale.ROOT), NameKey.of(name.toUpperCase(Locale.ROOT)));
  }

  @Test
  void noLetterBeyondAsciiBecomesOneOfIt() {
    assertNotEquals(NameKey.of("k"), NameKey.of("\u212a"));
    assertNotEquals(NameKey.of("i"), NameKey.of("\u0130"));
    assertNotEquals(NameKey.of("s"), NameKey.of("\u017f"));
    assertEquals(NameKey.of("\u00e4"), NameKey.of("\u00c4"));
  }
}
