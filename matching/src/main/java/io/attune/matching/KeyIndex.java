package io.attune.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * People by the key of one rule. People with one key are a chain in the population's order, found
 * by a hash table of chain heads, at most three quarters full: 8 bytes of hash, 4 of chain, 4 of
 * count and at most 11 of table a person. Keys themselves are not held: they are made again to
 * prove a hit.
 *
 * <p>A look-up costs one key and a proof, however many people share it.
 */
final class KeyIndex {
  private static final int NONE = -1;

  private final KeyRule rule;
  private final MatchPopulation population;
  private final long[] hashes;
  private final int[] next;
  private final int[] counts;
  private final int[] table;

  /** Reads everybody. */
  KeyIndex(KeyRule rule, MatchPopulation population) {
    this.rule = rule;
    this.population = population;
    int size = population.size();
    this.hashes = new long[size];
    this.next = new int[size];
    this.counts = new int[size];
    this.table = new int[places(size)];
    Arrays.fill(table, NONE);
    Arrays.fill(next, NONE);
    for (int person = 0; person < size; person++) {
      add(person);
    }
    for (int place = 0; place < table.length; place++) {
      if (table[place] != NONE && counts[table[place]] > 1) {
        table[place] = ordered(table[place]);
      }
    }
  }

  /** A power of two, so that at most three quarters of the places are taken. */
  private static int places(int size) {
    int places = 16;
    while (size > places / 4 * 3) {
      places *= 2;
    }
    return places;
  }

  private void add(int person) {
    String key = key(person);
    if (key == null) {
      return;
    }
    hashes[person] = hash(key);
    int place = place(key, hashes[person]);
    int head = table[place];
    if (head == NONE) {
      table[place] = person;
      counts[person] = 1;
    } else {
      next[person] = next[head];
      next[head] = person;
      counts[head]++;
    }
  }

  /** Puts a chain in the population's order and returns its new head. */
  private int ordered(int head) {
    int count = counts[head];
    Integer[] chain = new Integer[count];
    int person = head;
    for (int index = 0; index < count; index++) {
      chain[index] = person;
      person = next[person];
    }
    Arrays.sort(chain, population::compare);
    for (int index = 0; index < count; index++) {
      next[chain[index]] = index + 1 < count ? chain[index + 1] : NONE;
    }
    counts[head] = 0;
    counts[chain[0]] = count;
    return chain[0];
  }

  /** The place of the chain with this key, or of the gap where it would be. */
  private int place(String key, long hash) {
    int mask = table.length - 1;
    for (int place = (int) (hash >>> 17) & mask; ; place = (place + 1) & mask) {
      int head = table[place];
      if (head == NONE || (hashes[head] == hash && key.equals(key(head)))) {
        return place;
      }
    }
  }

  private @Nullable String key(int person) {
    return rule.ofPerson(slot -> population.value(person, slot));
  }

  /** The first person with the subject's key, or -1. */
  int first(MatchSubject subject) {
    String key = rule.ofSubject(subject);
    return key == null ? NONE : table[place(key, hash(key))];
  }

  /** How many bytes the index keeps, without the population. */
  long bytes() {
    return 8L * hashes.length + 4L * next.length + 4L * counts.length + 4L * table.length;
  }

  /** How many people are in the chain of this first person. */
  int count(int first) {
    return counts[first];
  }

  /** The first people of a chain, at most {@code limit}, without the one who is banned. */
  List<Integer> people(int first, int limit, int banned) {
    List<Integer> people = new ArrayList<>();
    for (int person = first; person != NONE && people.size() < limit; person = next[person]) {
      if (person != banned) {
        people.add(person);
      }
    }
    return people;
  }

  /** Hands over everybody of a chain. */
  void forEach(int first, IntConsumer each) {
    for (int person = first; person != NONE; person = next[person]) {
      each.accept(person);
    }
  }

  /** Hands over the first person of every chain, in an order without meaning. */
  void forEachChain(IntConsumer each) {
    for (int first : table) {
      if (first != NONE) {
        each.accept(first);
      }
    }
  }

  /** Whether a person has the subject's key: a comparison, however many people have it. */
  boolean has(MatchSubject subject, int person) {
    String key = rule.ofSubject(subject);
    return key != null && key.equals(key(person));
  }

  private static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int index = 0; index < key.length(); index++) {
      hash = (hash ^ key.charAt(index)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }
}
