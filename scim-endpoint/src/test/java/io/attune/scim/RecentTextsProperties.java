package io.attune.scim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever was remembered before, a text is what its bytes say. */
class RecentTextsProperties {
  private static final String[] PARTS = {
    "", "a", "b", "aa", "é", "😀", "department", "0123456789abcdef"
  };

  @Property(tries = 50)
  void aTextIsWhatItsBytesSay(@ForAll long seed) {
    Random random = new Random(seed);
    RecentTexts texts = new RecentTexts();
    for (int line = 0; line < 3000; line++) {
      String text =
          PARTS[random.nextInt(PARTS.length)]
              + random.nextInt(1 + random.nextInt(40))
              + PARTS[random.nextInt(PARTS.length)];
      byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);
      boolean broken = random.nextInt(50) == 0;
      if (broken) {
        bytes[1] = (byte) 0xFF;
      }
      String read = texts.text(bytes, 1, bytes.length - 1);
      assertEquals(broken ? null : text, read);
    }
  }
}
