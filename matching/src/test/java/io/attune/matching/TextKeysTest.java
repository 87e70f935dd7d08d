package io.attune.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What texts are compared by, row for row of {@code text-keys.tsv}. */
class TextKeysTest {
  private static final Pattern UNIT = Pattern.compile("\\\\u([0-9a-f]{4})");

  static Stream<List<String>> rows() throws IOException {
    try (InputStream table = TextKeysTest.class.getResourceAsStream("text-keys.tsv")) {
      assertNotNull(table);
      String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).map(TextKeysTest::cells);
    }
  }

  private static List<String> cells(String line) {
    return Stream.of(line.split("\t", -1)).map(TextKeysTest::unescaped).toList();
  }

  private static String unescaped(String cell) {
    return UNIT.matcher(cell)
        .replaceAll(unit -> String.valueOf((char) Integer.parseInt(unit.group(1), 16)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void textsAreComparedAsTheTableSays(List<String> row) {
    assertEquals(7, row.size());
    String text = row.get(0);
    assertEquals(expected(row, 1), TextKeys.automatic(text), "automatic");
    assertEquals(expected(row, 2), TextKeys.folded(text), "name");
    assertEquals(expected(row, 3), TextKeys.attribute(text, Normalization.NONE), "NONE");
    assertEquals(expected(row, 4), TextKeys.attribute(text, Normalization.TRIM), "TRIM");
    assertEquals(expected(row, 5), TextKeys.attribute(text, Normalization.CASEFOLD), "CASEFOLD");
    assertEquals(expected(row, 6), TextKeys.attribute(text, Normalization.ALNUM), "ALNUM");
    assertEquals(row.get(3).equals("-"), TextKeys.isBlank(text), "blank");
  }

  private static @Nullable String expected(List<String> row, int column) {
    String cell = row.get(column);
    return cell.equals("-") ? null : cell.equals("=") ? row.get(0) : cell;
  }

  @Test
  void nothingIsComparedByNothing() {
    assertNull(TextKeys.automatic(null));
    assertNull(TextKeys.folded(null));
    for (Normalization normalization : Normalization.values()) {
      assertNull(TextKeys.attribute(null, normalization));
    }
  }

  /** Most keys are the texts themselves, and cost no copy. */
  @Test
  void aTextThatIsItsOwnKeyIsNotCopied() {
    String lower = new String("ann@x");
    assertSame(lower, TextKeys.automatic(lower));
    assertSame(lower, TextKeys.folded(lower));
    assertSame(lower, TextKeys.attribute(lower, Normalization.NONE));
    assertSame(lower, TextKeys.attribute(lower, Normalization.CASEFOLD));
  }

  @Test
  void asciiEndsAt7f() {
    assertTrue(TextKeys.isAscii(""));
    assertTrue(TextKeys.isAscii("a\u007f"));
    assertFalse(TextKeys.isAscii("a\u0080"));
    assertFalse(TextKeys.isAscii("\u00e9a"));
  }
}
