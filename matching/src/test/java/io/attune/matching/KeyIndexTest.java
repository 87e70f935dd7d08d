package io.attune.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Chains of people with one key, in the population's order. */
class KeyIndexTest {
  private static KeyIndex index(MatchPopulation population) {
    return new KeyIndex(KeyRules.of(new Criterion.Email(), population.schema()), population);
  }

  private static MatchSubject record(@Nullable String email) {
    return new MatchSubject(Profile.empty(SmallPopulation.USER).with("email", email), null);
  }

  private static RankedPeople people(@Nullable String... emails) {
    RankedPeople people = new RankedPeople();
    for (String email : emails) {
      people.add("email", email);
    }
    return people;
  }

  @Test
  void aChainIsInThePopulationsOrder() {
    KeyIndex index = index(people("a", "b", "A", null, "a", " ", "b", "c"));
    int first = index.first(record("A"));
    assertEquals(4, first);
    assertEquals(3, index.count(first));
    assertEquals(List.of(4, 2, 0), index.people(first, 20, Matcher.NOBODY));
    assertEquals(List.of(4, 2), index.people(first, 2, Matcher.NOBODY));
    assertEquals(List.of(4, 0), index.people(first, 2, 2));
    assertEquals(List.of(2, 0), index.people(first, 20, 4));
    List<Integer> all = new ArrayList<>();
    index.forEach(first, all::add);
    assertEquals(List.of(4, 2, 0), all);
    assertEquals(List.of(6, 1), index.people(index.first(record("b")), 20, Matcher.NOBODY));
    assertEquals(1, index.count(index.first(record("c"))));
    TreeSet<Integer> firsts = new TreeSet<>();
    index.forEachChain(firsts::add);
    assertEquals(new TreeSet<>(List.of(4, 6, 7)), firsts);
  }

  @Test
  void nobodyIsFoundByNothingOrByAnotherKey() {
    KeyIndex index = index(people("a", null, " "));
    assertEquals(-1, index.first(record("b")));
    assertEquals(-1, index.first(record(null)));
    assertEquals(-1, index.first(record(" ")));
    assertEquals(-1, index(people()).first(record("a")));
    assertTrue(index.has(record("A"), 0));
    assertFalse(index.has(record("b"), 0));
    assertFalse(index.has(record("a"), 1));
    assertFalse(index.has(record(null), 1));
  }

  /** 16 bytes a person, and 4 for each place of a table that is at most three quarters full. */
  @Test
  void theTableDoublesBeforeItIsThreeQuartersFull() {
    assertEquals(16 * 4, index(people()).bytes());
    assertEquals(12 * 16 + 16 * 4, index(new RankedPeople().add(12, "email", "a")).bytes());
    assertEquals(13 * 16 + 32 * 4, index(new RankedPeople().add(13, "email", "a")).bytes());
    assertEquals(24 * 16 + 32 * 4, index(new RankedPeople().add(24, "email", "a")).bytes());
    assertEquals(25 * 16 + 64 * 4, index(new RankedPeople().add(25, "email", "a")).bytes());
  }

  /** A key is proved once, and no two of a thousand keys look the same before the proof. */
  @Test
  void aPersonIsReadOnceAndALookUpReadsOne() {
    RankedPeople people = new RankedPeople();
    for (int person = 0; person < 1000; person++) {
      people.add("email", "given.family." + person + "@example.com");
    }
    KeyIndex index = index(people);
    assertEquals(1000, people.reads());
    for (int person = 0; person < 1000; person++) {
      assertEquals(person, index.first(record("Given.Family." + person + "@example.com")));
    }
    assertEquals(1000, people.reads());
    for (int person = 1000; person < 2000; person++) {
      assertEquals(-1, index.first(record("given.family." + person + "@example.com")));
    }
    assertEquals(0, people.reads());
  }
}
