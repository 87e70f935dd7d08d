package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The caret stands under its place, in lines that are cut, too. */
class CaretTest {
  @ParameterizedTest
  @CsvSource({"96, 1", "96, 96", "97, 1", "97, 49", "97, 50", "97, 97", "300, 150", "300, 300"})
  void standsUnderItsPlace(int length, int column) {
    String line = "a".repeat(column - 1) + "X" + "b".repeat(length - column);
    List<String> drawn = Caret.under(line, column, 1).lines().toList();
    assertEquals(drawn.get(0).indexOf('X'), drawn.get(1).indexOf('^'));
    assertEquals(drawn.get(1).length() - 1, drawn.get(1).indexOf('^'));
    assertEquals(length > 96 && column > 49, drawn.get(0).startsWith(" | …"));
    assertEquals(length > 96, drawn.get(0).contains("…"));
    assertTrue(drawn.get(0).length() <= 3 + 96 + 2, drawn.get(0));
  }

  @Test
  void underlinesNoFurtherThanTheLine() {
    assertEquals(" | abc\n | .^^", Caret.under("abc", 2, 2));
    assertEquals(" | abc\n | .^^", Caret.under("abc", 2, 9));
    assertEquals(" | abc\n | .^", Caret.under("abc", 2, 0));
    assertEquals(" | abc\n | ...^", Caret.under("abc", 4, 0));
    assertEquals(" | a b \n | ^", Caret.under("a\tb ", 1, 1));
  }
}
