package io.attune.profile;

import static io.attune.profile.CommonTexts.MOST;
import static io.attune.profile.CommonTexts.NONE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which texts get numbers, so that what many people have is kept once. */
class CommonTextsTest {
  private static final int TRIAL = 2048;

  private final CommonTexts texts = new CommonTexts();

  /** One that nobody else has. */
  private static String rare(int person) {
    return "p" + person + "@example.com";
  }

  @Test
  void aTextIsNumberedWhenItComesForTheSecondTime() {
    for (int number = 0; number < 100; number++) {
      String text = "department " + number;
      assertEquals(NONE, texts.number(text));
      assertEquals(number, texts.number(text));
    }
    for (int number = 0; number < 100; number++) {
      String text = "department " + number;
      assertEquals(number, texts.number(text));
      assertEquals(text, texts.get(number));
      byte[] plain =
          Arrays.copyOfRange(texts.plain(), texts.start(number), texts.start(number + 1));
      assertArrayEquals(ProfilePacker.plain(text), plain);
    }
  }

  /** Compared as bytes, a text equals what it equals as a text. */
  @Test
  void aTextIsEqualToNothingButItself() {
    List<String> each =
        List.of("", "?", "\u00FF", "\u0100", "\uD800", "é", "e", "x".repeat(63), "x".repeat(64));
    each.forEach(texts::number);
    each.forEach(texts::number);
    for (int number = 0; number < each.size(); number++) {
      assertEquals(number, texts.number(each.get(number)));
      for (String other : each) {
        assertEquals(each.get(number).equals(other), texts.isEqual(number, other));
      }
    }
  }

  /**
   * An object that was found equal is known again; another one is compared whatever came before.
   */
  @Test
  void aTextIsEqualByWhatItSaysWhicheverObjectSaysIt() {
    for (String text : new String[] {"Sales", "Legal", "Sales", "Legal"}) {
      texts.number(text);
    }
    for (int again = 0; again < 3; again++) {
      for (int number = 0; number < 2; number++) {
        String same = new String(texts.get(number).toCharArray());
        assertTrue(texts.isEqual(number, same));
        assertTrue(texts.isEqual(number, same));
        assertFalse(texts.isEqual(1 - number, same));
        assertFalse(texts.isEqual(number, "Salem"));
        assertFalse(texts.isEqual(number, 1L));
      }
    }
  }

  /** Others may come in between: it is not the last text alone that is remembered. */
  @Test
  void aTextComesAgainAfterOthers() {
    for (int text = 0; text < 100; text++) {
      assertEquals(NONE, texts.number("department " + text));
    }
    int found = 0;
    for (int text = 0; text < 100; text++) {
      found += texts.number("department " + text) == NONE ? 0 : 1;
    }
    assertTrue(found > 80, "only " + found);
  }

  /** Two texts of one hash code are not one text. */
  @Test
  void theHashAloneDoesNotMakeATextCommon() {
    assertEquals("Aa".hashCode(), "BB".hashCode());
    texts.number("Aa");
    assertEquals(0, texts.number("Aa"));
    texts.number("BB");
    assertEquals(1, texts.number("BB"));
    assertEquals(0, texts.number("Aa"));
  }

  @Test
  void longTextsHaveNoNumbers() {
    for (int time = 0; time < 3; time++) {
      assertEquals(NONE, texts.number("x".repeat(65)));
    }
    texts.number("x".repeat(64));
    assertEquals(0, texts.number("x".repeat(64)));
  }

  /** Of all that came, every fourth was known: the slot is kept on. One fewer, and it is not. */
  @Test
  void aSlotOfRareTextsIsGivenUpAfterTheTrial() {
    for (int known : new int[] {TRIAL / 4, TRIAL / 4 + 1}) {
      CommonTexts slot = new CommonTexts();
      slot.number("common");
      for (int time = 0; time < known; time++) {
        assertEquals(0, slot.number("common"));
      }
      for (int person = known + 1; person < TRIAL; person++) {
        assertEquals(NONE, slot.number(rare(person)));
      }
      assertEquals(NONE, slot.number(rare(0)), "the last of the trial, and one more");
      boolean isKept = known * 4 >= TRIAL + 1;
      assertEquals(isKept ? 0 : NONE, slot.number("common"), "with " + known);
    }
  }

  @Test
  void thereIsAMost() {
    for (int text = 0; text < MOST + 10; text++) {
      texts.number("department " + text);
      assertEquals(text < MOST ? text : NONE, texts.number("department " + text));
    }
    assertEquals(MOST - 1, texts.number("department " + (MOST - 1)));
  }
}
