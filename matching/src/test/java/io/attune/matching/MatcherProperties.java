package io.attune.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.profile.Profile;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** The laws of matching, on small populations in which everybody looks like somebody else. */
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

  private static MatchSubject subject(Random random) {
    Profile mapped = SmallPopulation.person(random);
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
      MatchSubject subject = subject(random);
      assertEquals(reference.match(subject), matcher.match(subject));
    }
  }

  @Property(tries = 5000)
  void saysTheSameUnderEveryDefaultLocale(@ForAll long seed) {
    Random random = new Random(seed);
    SmallPopulation population = SmallPopulation.of(random);
    MatchPolicy policy = policy(random);
    MatchSubject subject = subject(random);
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
    MatchSubject subject = subject(random);
    if (!(Matcher.over(population, all).match(subject) instanceof MatchOutcome.None)) {
      assertFalse(Matcher.over(population, fewer).match(subject) instanceof MatchOutcome.None);
    }
  }

  @Property(tries = 5000)
  void aBannedPersonIsNobody(@ForAll long seed) {
    Random random = new Random(seed);
    SmallPopulation population = SmallPopulation.of(random);
    MatchPolicy policy = policy(random);
    MatchSubject subject = subject(random);
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
