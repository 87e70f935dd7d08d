package io.attune.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Against a list of texts, and their UTF-8. */
class PackedTextsProperties {
  /** Few, so that they come again; of one, two, three and four bytes a character. */
  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.strings()
        .withChars("ab?é\u4e2d")
        .withChars(Character.toChars(0x1F600))
        .ofMaxLength(3)
        .filter(text -> text.codePoints().noneMatch(each -> each >= 0xD800 && each < 0xE000))
        .list()
        .ofMaxSize(200);
  }

  @Property(tries = 300)
  void numbersTextsAsTheyComeAndFindsThem(@ForAll("texts") List<String> texts) {
    check(texts, 7);
  }

  /** More than there is room for in the beginning, and in one chunk. */
  @Example
  void thereIsRoomForMany() {
    List<String> texts = new ArrayList<>();
    for (int text = 0; text < 3000; text++) {
      texts.add("text " + text * 7919 % 2500 + (text % 100 == 0 ? "x".repeat(text * 10) : ""));
    }
    texts.add("y".repeat(1 << 18));
    texts.add("z".repeat((1 << 18) + 1));
    texts.add("");
    check(texts, 401);
  }

  private static void check(List<String> texts, int pairsEvery) {
    PackedTexts packed = new PackedTexts();
    List<String> distinct = new ArrayList<>();
    for (String text : texts) {
      int before = distinct.indexOf(text);
      assertEquals(before, packed.find(text));
      assertEquals(before < 0 ? distinct.size() : -1 - before, packed.add(text));
      if (before < 0) {
        distinct.add(text);
      }
      assertEquals(distinct.size(), packed.size());
    }
    PackedTexts others = new PackedTexts();
    distinct.subList(distinct.size() / 2, distinct.size()).forEach(others::add);
    for (int number = 0; number < distinct.size(); number++) {
      String text = distinct.get(number);
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      assertEquals(text, packed.get(number));
      assertEquals(digest(utf8), digest(packed, number));
      for (int guess : new int[] {-1, number, number + 1, 0, distinct.size()}) {
        assertEquals(number, packed.find(text, guess));
        assertEquals(-1, packed.find(text + "!", guess));
      }
      for (int other = number % pairsEvery; other < distinct.size(); other += pairsEvery) {
        int expected =
            Arrays.compareUnsigned(utf8, distinct.get(other).getBytes(StandardCharsets.UTF_8));
        assertEquals(Integer.signum(expected), Integer.signum(packed.compare(number, other)));
        int there = others.find(distinct.get(other));
        if (there >= 0) {
          int compared = packed.compare(number, others, there);
          assertEquals(Integer.signum(expected), Integer.signum(compared));
        }
      }
    }
  }

  /** UTF-8 has no half of a pair: it would be taken for a question mark. */
  @Example
  void halfOfAPairIsNoQuestionMark() {
    PackedTexts packed = new PackedTexts();
    packed.add("a?");
    assertEquals(-1, packed.find("a\ud800"));
    assertEquals(-1, packed.find("a\ud800", 0));
    assertThrows(IllegalArgumentException.class, () -> packed.add("\udc00"));
    assertEquals(1, packed.size());
  }

  private static ByteBuffer digest(byte[] utf8) {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(4).putInt(utf8.length).flip());
    return ByteBuffer.wrap(digest.digest(utf8));
  }

  private static ByteBuffer digest(PackedTexts texts, int number) {
    MessageDigest digest = sha256();
    texts.feed(number, digest);
    return ByteBuffer.wrap(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
