package io.attune.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.matching.reference.ReferenceMatcher;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;

/** The laws of matching, on small populations in which everybody looks like somebody else. */
@Tag("long")
class MatcherProperties {
  private static final List<Criterion> CRITERIA =
      List.of(
          new Criterion.Email(),
          new Criterion.Username(),
          new Criterion.Attribute("employeeNumber", Normalization.NONE),
          new Criterion.Attribute("employeeNumber", Normalization.TRIM),
          new Criterion.Attribute("employeeNumber", Normalization.CASEFOLD),
          new Criterion.Attribute("employeeNumber", Normalization.ALNUM));

  private static MatchPolicy policy(Random random) {
    List<Criterion> exact = new ArrayList<>(CRITERIA);
    Collections.shuffle(exact, random);
    return new MatchPolicy(
        exact.subList(0, random.nextInt(4)), random.nextBoolean(), random.nextBoolean());
  }

  /** Somebody who is there but for up to two attributes, or anybody. */
  private static MatchSubject subject(SmallPopulation population, Random random) {
    Profile mapped = SmallPopulation.person(random);
    if (population.size() > 0 && random.nextInt(4) > 0) {
      Profile person = population.people().get(random.nextInt(population.size()));
      for (int change = random.nextInt(3); change > 0; change--) {
        String name = SmallPopulation.NAMES.get(random.nextInt(SmallPopulation.NAMES.size()));
        person = person.with(name, mapped.value(name));
      }
      mapped = person;
    }
    return new MatchSubject(mapped, (String) mapped.value("login"));
  }

  @Property(tries = 20_000)
  void findsWhomTheReferenceFinds(@ForAll long seed) {
    assertFindsTheSame(seed);
  }

  /** The same on many more populations: {@code mvn verify -Pproof}. */
  @Tag("proof")
  @Property(tries = 400_000)
  void findsWhomTheReferenceFindsAmongMany(@ForAll long seed) {
    assertFindsTheSame(seed);
  }

  private static void assertFindsTheSame(long seed) {
    Random random = new Random(seed);
    SmallPopulation population = SmallPopulation.of(random);
    MatchPolicy policy = policy(random);
    Matcher matcher = Matcher.over(population, policy);
    ReferenceMatcher reference = new ReferenceMatcher(population, policy);
    for (int round = 0; round < 5; round++) {
      MatchSubject subject = subject(population, random);
      assertEquals(reference.match(subject), matcher.match(subject));
    }
  }

  /** The same where few keys have many people each, so that unions of hot keys are counted. */
  @Property(tries = 300)
  void findsWhomTheReferenceFindsInACrowd(@ForAll long seed) {
    Random random = new Random(seed);
    SmallPopulation population = SmallPopulation.crowd(random);
    MatchPolicy policy = policy(random);
    Matcher matcher = Matcher.over(population, policy);
    ReferenceMatcher reference = new ReferenceMatcher(population, policy);
    for (int round = 0; round < 5; round++) {
      MatchSubject subject =
          new MatchSubject(population.people().get(random.nextInt(population.size())), "ann@x");
      assertEquals(reference.match(subject), matcher.match(subject));
      assertEquals(reference.match(subject), matcher.match(subject), "a count that was kept");
    }
  }

  @Property(tries = 5000)
  void theOrderInWhichPeopleWereAddedNeverMatters(@ForAll long seed) {
    Random random = new Random(seed);
    SmallPopulation population = SmallPopulation.of(random);
    MatchPolicy policy = policy(random);
    MatchSubject subject = subject(population, random);
    List<Integer> order = new ArrayList<>();
    for (int person = 0; person < population.size(); person++) {
      order.add(person);
    }
    Collections.shuffle(order, random);
    MatchOutcome expected = Matcher.over(population, policy).match(subject);
    MatchOutcome actual = Matcher.over(new Shuffled(population, order), policy).match(subject);
    assertEquals(expected.people(), actual.people().stream().map(order::get).toList());
    assertEquals(expected.count(), actual.count());
    assertEquals(expected.evidence(), actual.evidence());
    assertEquals(expected.getClass(), actual.getClass());
  }

  /** The same people, added in another order, and shown in the same. */
  private record Shuffled(SmallPopulation people, List<Integer> order) implements MatchPopulation {
    @Override
    public ProfileSchema schema() {
      return people.schema();
    }

    @Override
    public int size() {
      return order.size();
    }

    @Override
    public @Nullable Object value(int person, int slot) {
      return people.value(order.get(person), slot);
    }

    @Override
    public int compare(int left, int right) {
      return people.compare(order.get(left), order.get(right));
    }
  }

  @Property(tries = 5000)
  void partialIsNeverReportedWhereExactExists(@ForAll long seed) {
    Random random = new Random(seed);
    SmallPopulation population = SmallPopulation.of(random);
    MatchPolicy exact = new MatchPolicy(policy(random).exact(), random.nextBoolean(), false);
    MatchSubject subject = subject(population, random);
    MatchOutcome alone = Matcher.over(population, exact).match(subject);
    MatchOutcome both = Matcher.over(population, exact.withPartial()).match(subject);
    if (alone instanceof MatchOutcome.None) {
      assertFalse(both instanceof MatchOutcome.Exact);
    } else {
      assertEquals(alone, both);
    }
  }

  @Property(tries = 5000)
  void saysTheSameUnderEveryDefaultLocale(@ForAll long seed) {
    Random random = new Random(seed);
    SmallPopulation population = SmallPopulation.of(random);
    MatchPolicy policy = policy(random);
    MatchSubject subject = subject(population, random);
    MatchOutcome expected = Matcher.over(population, policy).match(subject);
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("tr-TR", "lt-LT", "de-DE", "ar-EG-u-nu-arab")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertEquals(expected, Matcher.over(population, policy).match(subject), tag);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Property(tries = 5000)
  void removingACriterionLosesNoExactMatch(@ForAll long seed) {
    Random random = new Random(seed);
    SmallPopulation population = SmallPopulation.of(random);
    MatchPolicy all = new MatchPolicy(policy(random).exact(), false, false);
    if (all.exact().size() < 2) {
      return;
    }
    MatchPolicy fewer = new MatchPolicy(all.exact().subList(1, all.exact().size()), false, false);
    MatchSubject subject = subject(population, random);
    if (!(Matcher.over(population, all).match(subject) instanceof MatchOutcome.None)) {
      assertFalse(Matcher.over(population, fewer).match(subject) instanceof MatchOutcome.None);
    }
  }

  @Property(tries = 5000)
  void aBannedPersonIsNobody(@ForAll long seed) {
    Random random = new Random(seed);
    SmallPopulation population = SmallPopulation.of(random);
    MatchPolicy policy = policy(random);
    MatchSubject subject = subject(population, random);
    if (population.size() == 0) {
      return;
    }
    int banned = random.nextInt(population.size());
    List<Profile> others = new ArrayList<>(population.people());
    others.set(banned, Profile.empty(SmallPopulation.USER));
    assertEquals(
        Matcher.over(new SmallPopulation(others), policy).match(subject),
        Matcher.over(population, policy).match(subject, banned));
  }

  /** Two logins that differ only in case and marks are one; the key of a key is itself. */
  @Property(tries = 5000)
  void loginKeysAreStable(@ForAll String login) {
    String key = LoginKey.of(login);
    assertEquals(key, LoginKey.of(key));
    assertEquals(key, LoginKey.of(Normalizer.normalize(login, Normalizer.Form.NFD)));
  }

  @Example
  void loginsCollideWithoutCaseAndDiacritics() {
    assertEquals(LoginKey.of("Jürgen@x"), LoginKey.of("jurgen@X"));
    assertEquals(LoginKey.of("İpek@x"), LoginKey.of("ipek@x"));
  }

  /** The populations are rich in what matching goes wrong by, or the laws say little. */
  @Example
  void theGeneratorReachesEveryOutcome() {
    Map<String, Integer> seen = new TreeMap<>();
    for (int seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      SmallPopulation population = SmallPopulation.of(random);
      MatchPolicy policy = policy(random);
      MatchOutcome outcome = Matcher.over(population, policy).match(subject(population, random));
      String kind = outcome.getClass().getSimpleName();
      if (outcome instanceof MatchOutcome.Partial partial) {
        kind += partial.automatic() ? " automatic" : " by folding";
      } else if (outcome instanceof MatchOutcome.Ambiguous ambiguous) {
        kind += ambiguous.exact() ? " exact" : " partial";
      }
      seen.merge(kind, 1, Integer::sum);
    }
    assertEquals(6, seen.size(), seen::toString);
    seen.forEach((kind, times) -> assertTrue(times >= 100, kind + " is too rare: " + seen));
  }

  /** Ten thousand people of one name cost a look-up what one costs. */
  @Example
  void aHotKeyIsCountedAndCut() {
    Profile smith =
        Profile.empty(SmallPopulation.USER).with("firstName", "John").with("lastName", "Smith");
    SmallPopulation population = new SmallPopulation(Collections.nCopies(10_000, smith));
    Matcher matcher = Matcher.over(population, new MatchPolicy(List.of(), false, true));
    MatchOutcome outcome = matcher.match(new MatchSubject(smith, null));
    assertTrue(
        outcome instanceof MatchOutcome.Ambiguous ambiguous
            && ambiguous.count() == 10_000
            && ambiguous.people().size() == MatchOutcome.LISTED);
  }
}
