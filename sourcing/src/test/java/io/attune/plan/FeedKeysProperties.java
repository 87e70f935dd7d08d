package io.attune.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Keys of links and of others, in any order, against a list of texts. */
class FeedKeysProperties {
  private static final ProfileSchema SCHEMA = ProfileSchema.of(List.<AttributeDefinition>of());

  /** Few, so that they come again; of one, two and four bytes a character. */
  @Provide
  Arbitrary<List<String>> keys() {
    return Arbitraries.strings()
        .withChars("abé?")
        .withChars(Character.toChars(0x1F600))
        .ofMaxLength(2)
        .filter(text -> text.codePoints().noneMatch(each -> each >= 0xD800 && each < 0xE000))
        .list()
        .ofMaxSize(30);
  }

  private static AppUsers links(List<String> keys) {
    AppUsers links = new AppUsers(SCHEMA);
    int person = 0;
    for (String key : keys) {
      links.add(person++, key, AppUserStatus.ACTIVE, Profile.empty(SCHEMA));
      links.add(person++, null, AppUserStatus.ACTIVE, Profile.empty(SCHEMA));
    }
    return links;
  }

  @Property(tries = 2000)
  void numbersKeysAsTheyComeAndOrdersThemByTheirBytes(
      @ForAll("keys") List<String> linked, @ForAll("keys") List<String> feed) {
    check(linked, feed);
  }

  /** More than there is room for in the beginning, a third of them of links. */
  @Example
  void thereIsRoomForMany() {
    List<String> keys = new ArrayList<>();
    for (int key = 0; key < 700; key++) {
      keys.add("k" + key * 7919 % 700);
    }
    check(keys.subList(0, 230), keys);
    check(List.of(), keys);
    keys.sort(null);
    check(keys, keys);
  }

  private static void check(List<String> linked, List<String> feed) {
    AppUsers links = links(linked);
    FeedKeys keys = new FeedKeys(links);
    List<String> distinct = new ArrayList<>();
    for (String key : feed) {
      int before = distinct.indexOf(key);
      assertEquals(before < 0 ? distinct.size() : -1 - before, keys.add(key));
      if (before < 0) {
        distinct.add(key);
      }
    }
    assertEquals(distinct.size(), keys.size());
    for (int number = 0; number < distinct.size(); number++) {
      assertEquals(distinct.get(number), keys.externalId(number));
      assertEquals(links.rowOfExternalId(distinct.get(number)), keys.row(number));
    }
    for (int row = 0; row < links.size(); row++) {
      assertEquals(distinct.contains(String.valueOf(links.externalId(row))), keys.hasRow(row));
    }
    assertEquals(
        distinct.stream().sorted(Unseen.BYTES).toList(),
        Arrays.stream(keys.inOrder()).mapToObj(keys::externalId).toList());
  }

  @Example
  void anUnpairedSurrogateIsNoQuestionMark() {
    FeedKeys keys = new FeedKeys(links(List.of("?")));
    assertThrows(IllegalArgumentException.class, () -> keys.add("\uD800"));
    assertEquals(0, keys.add("?"));
  }
}
