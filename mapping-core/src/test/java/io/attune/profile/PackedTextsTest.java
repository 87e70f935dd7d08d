package io.attune.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PackedTextsTest {
  /** Found by the law of idempotence: an org whose first unique value was blank had no plan. */
  @Test
  void keepsAnEmptyTextThatComesFirst() {
    PackedTexts texts = new PackedTexts();
    assertEquals(-1, texts.find(""));
    assertEquals(0, texts.add(""));
    assertEquals(1, texts.add("a"));
    assertEquals(-1, texts.add(""));
    assertEquals("", texts.get(0));
    assertEquals(1, texts.find("a"));
    for (int guess = -1; guess < 4; guess++) {
      assertEquals(1, texts.find("a", guess));
      assertEquals(-1, texts.find("z", guess));
    }
  }
}
