package io.attune.matching;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Texts that somebody could take for one another: each character may be replaced by one that case
 * folding, compatibility or the Unicode table of confusables puts beside it. Characters are those
 * that the JDK knows, too, since its normalizer is the oracle.
 */
final class Lookalikes {
  private final Map<String, List<String>> groups = new TreeMap<>();
  private final List<String> members = new ArrayList<>();

  Lookalikes() {
    Map<String, Set<String>> byKey = new LinkedHashMap<>();
    SpoofChecker confusables = new SpoofChecker.Builder().build();
    Normalizer2 compatibility = Normalizer2.getNFKCInstance();
    for (int point = 0x20; point < 0x20000; point++) {
      if (!Character.isDefined(point) || (point >= 0xD800 && point < 0xF900)) {
        continue;
      }
      String text = Character.toString(point);
      group(byKey, "f" + UCharacter.foldCase(text, true), text);
      group(byKey, "k" + compatibility.normalize(text), text);
      if (point < 0x3000) {
        group(byKey, "c" + confusables.getSkeleton(text), text);
      }
    }
    byKey.forEach(
        (key, alike) -> {
          alike.add(key.substring(1));
          if (alike.size() > 1) {
            List<String> all = List.copyOf(new ArrayList<>(alike));
            all.forEach(each -> groups.merge(each, all, Lookalikes::joined));
          }
        });
    members.addAll(groups.keySet());
  }

  private static void group(Map<String, Set<String>> byKey, String key, String text) {
    byKey.computeIfAbsent(key, missing -> new LinkedHashSet<>()).add(text);
  }

  private static List<String> joined(List<String> left, List<String> right) {
    Set<String> both = new LinkedHashSet<>(left);
    both.addAll(right);
    return List.copyOf(new ArrayList<>(both));
  }

  /** How many texts have lookalikes. */
  int size() {
    return members.size();
  }

  /** An address, a name or a number; at times with letters from anywhere, or blank. */
  String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(7);
    for (int index = 0; index < length; index++) {
      text.append(
          random.nextInt(5) > 0
              ? "abciKksSEe01@.- \u00e9\u00fc\u0130".charAt(random.nextInt(18))
              : members.get(random.nextInt(members.size())));
    }
    return random.nextInt(30) == 0 ? " \u2003\t".substring(random.nextInt(3)) : text.toString();
  }

  /** The same text, where up to two characters, or its form, are others. */
  String alike(String text, Random random) {
    List<String> characters = new ArrayList<>();
    text.codePoints().forEach(point -> characters.add(Character.toString(point)));
    for (int change = random.nextInt(3); change > 0 && !characters.isEmpty(); change--) {
      int place = random.nextInt(characters.size());
      List<String> others = groups.getOrDefault(characters.get(place), List.of("x"));
      characters.set(place, others.get(random.nextInt(others.size())));
    }
    String changed = String.join("", characters);
    return switch (random.nextInt(8)) {
      case 0 -> Normalizer.normalize(changed, Normalizer.Form.NFD);
      case 1 -> Normalizer.normalize(changed, Normalizer.Form.NFC);
      case 2 -> changed + " ";
      case 3 -> "\u00a0" + changed;
      default -> changed;
    };
  }
}
