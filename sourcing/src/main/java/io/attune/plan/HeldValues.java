package io.attune.plan;

import io.attune.profile.PackedTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which value of one unique attribute: before the import, and after what of it has been
 * accepted so far. Source: okta-behaviour 4.1.5; formats, Links.
 */
final class HeldValues {
  /** Nobody holds the value. */
  static final int NOBODY = -1;

  private static final int SEVERAL = -2;

  private final DirectorySnapshot directory;
  private final int slot;
  private final UnaryOperator<String> keyOf;
  private @Nullable PackedTexts before;
  private int[] holders = new int[64];
  private final Map<Integer, List<Integer>> several = new HashMap<>();
  private final Map<String, Integer> claims = new HashMap<>();

  /**
   * Who holds what in a directory, which is read once somebody asks.
   *
   * @param slot of the attribute in the user schema
   * @param keyOf what makes two texts the same
   */
  HeldValues(DirectorySnapshot directory, int slot, UnaryOperator<String> keyOf) {
    this.directory = directory;
    this.slot = slot;
    this.keyOf = keyOf;
  }

  private PackedTexts heldBefore() {
    PackedTexts keys = before == null ? read() : before;
    before = keys;
    return keys;
  }

  private PackedTexts read() {
    PackedTexts keys = new PackedTexts();
    for (int person = 0; person < directory.size(); person++) {
      String key = key(directory.value(person, slot));
      if (key != null) {
        add(keys, key, person);
      }
    }
    return keys;
  }

  private void add(PackedTexts keys, String key, int person) {
    int number = keys.add(key);
    if (number < 0) {
      int same = -1 - number;
      if (holders[same] != SEVERAL) {
        several.put(same, new ArrayList<>(List.of(holders[same])));
        holders[same] = SEVERAL;
      }
      Objects.requireNonNull(several.get(same)).add(person);
      return;
    }
    if (number == holders.length) {
      holders = Arrays.copyOf(holders, number * 2);
    }
    holders[number] = person;
  }

  int slot() {
    return slot;
  }

  /** What a value is compared by; null where nothing can collide with it. */
  @Nullable String key(@Nullable Object value) {
    return value == null ? null : keyOf.apply(value.toString());
  }

  /**
   * Who held a value before: a person, {@link #NOBODY}, or another negative number for several
   * people.
   */
  int holderBefore(String key) {
    int number = heldBefore().find(key);
    return number < 0 ? NOBODY : holders[number];
  }

  /** Everybody who held a value before, in no order. */
  List<Integer> holdersBefore(String key) {
    int number = heldBefore().find(key);
    if (number < 0) {
      return List.of();
    }
    List<Integer> all = several.get(number);
    return all == null ? List.of(holders[number]) : all;
  }

  /** The record that an accepted change gave a value to, or null. */
  @Nullable Integer claimedBy(String key) {
    return claims.get(key);
  }

  /** Notes that a record's accepted change takes a value. */
  void claim(String key, int record) {
    claims.put(key, record);
  }
}
