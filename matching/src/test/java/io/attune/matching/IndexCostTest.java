package io.attune.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.profile.Profile;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What an index costs, counted in bytes rather than in time. */
class IndexCostTest {
  private static final MatchPolicy EITHER =
      new MatchPolicy(List.of(new Criterion.Email(), new Criterion.Username()), true, false);

  @Test
  void aPersonCostsAtMostSixtyFourBytes() {
    for (int size : new int[] {1000, 1024, 1535, 1536, 1537, 2047, 2048, 50_000}) {
      List<Profile> people = new ArrayList<>();
      for (int person = 0; person < size; person++) {
        people.add(Profile.empty(SmallPopulation.USER).with("email", "p" + person + "@x.test"));
      }
      MatchPopulation population = new SmallPopulation(people);
      KeyIndex index =
          new KeyIndex(KeyRules.of(new Criterion.Email(), population.schema()), population);
      assertTrue(index.bytes() <= 64L * size, size + " people cost " + index.bytes());
      assertTrue(index.bytes() >= 20L * size, "the arrays are counted");
    }
  }

  private static Profile smith(String email) {
    return Profile.empty(SmallPopulation.USER)
        .with("email", email)
        .with("login", "smith@x.test")
        .with("firstName", "John")
        .with("lastName", "Smith");
  }

  /** However many people have a key, a look-up allocates the same. */
  @Test
  void aLookUpAllocatesNoMoreForManyThanForFew() {
    for (MatchPolicy policy : List.of(EITHER, MatchPolicy.EMAIL, MatchPolicy.EMAIL.withPartial())) {
      long few = allocated(policy, 100);
      long many = allocated(policy, 20_000);
      assertTrue(many <= few * 2 + 4096, policy + ": " + few + " bytes, then " + many);
    }
  }

  private static long allocated(MatchPolicy policy, int size) {
    Matcher matcher =
        Matcher.over(new SmallPopulation(Collections.nCopies(size, smith("smith@x.test"))), policy);
    MatchSubject subject = new MatchSubject(smith("smith@x.test"), "smith@x.test");
    var bean = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    matcher.match(subject, 3);
    long before = bean.getThreadAllocatedBytes(thread);
    for (int round = 0; round < 100; round++) {
      matcher.match(subject, 3);
    }
    return (bean.getThreadAllocatedBytes(thread) - before) / 100;
  }

  @Test
  void aUnionOfHotKeysIsCountedOnceEach() {
    List<Profile> people = new ArrayList<>();
    for (int person = 0; person < 300; person++) {
      Profile one = Profile.empty(SmallPopulation.USER);
      people.add(person % 2 == 0 ? one.with("email", "hot@x") : one);
      if (person % 3 == 0) {
        people.set(person, people.get(person).with("login", "HOT@x"));
      }
    }
    Matcher matcher = Matcher.over(new SmallPopulation(people), EITHER);
    MatchSubject subject =
        new MatchSubject(Profile.empty(SmallPopulation.USER).with("email", "hot@x"), "hot@x");
    for (int round = 0; round < 2; round++) {
      MatchOutcome found = matcher.match(subject);
      assertEquals(200, found.count());
      assertEquals(MatchOutcome.LISTED, found.people().size());
      assertEquals(new ArrayList<>(new TreeSet<>(found.people())), found.people());
      assertFalse(found.people().contains(1));
      assertEquals(199, matcher.match(subject, 0).count());
      assertEquals(199, matcher.match(subject, 3).count());
      assertEquals(200, matcher.match(subject, 1).count());
    }
  }
}
