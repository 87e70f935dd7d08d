package io.attune.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.attune.matching.MatchOutcome.Ambiguous;
import io.attune.matching.MatchOutcome.Exact;
import io.attune.matching.MatchOutcome.None;
import io.attune.matching.MatchOutcome.Partial;
import io.attune.profile.Profile;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who a record is, by example; the last person added comes first. */
class MatcherTest {
  private static final Criterion EMAIL = new Criterion.Email();
  private static final Criterion USERNAME = new Criterion.Username();
  private static final Criterion NUMBER =
      new Criterion.Attribute("employeeNumber", Normalization.CASEFOLD);
  private static final MatchPolicy ANY =
      new MatchPolicy(List.of(EMAIL, USERNAME, NUMBER), true, false);

  private static final MatchSubject RECORD =
      new MatchSubject(
          Profile.empty(SmallPopulation.USER)
              .with("email", "Mail@x")
              .with("employeeNumber", "E1")
              .with("firstName", "Ann")
              .with("lastName", "Stra\u00dfe"),
          "Login@x");

  private static MatchOutcome match(RankedPeople people, MatchPolicy policy) {
    return Matcher.over(people, policy).match(RECORD);
  }

  private static Evidence by(String criterion, String key) {
    return new Evidence(criterion, new ComparedKey(key));
  }

  @Test
  void onePersonIsExact() {
    RankedPeople people = new RankedPeople().add("email", "other@x").add("email", "mail@X");
    assertEquals(new Exact(1, List.of(by("EMAIL", "mail@x"))), match(people, MatchPolicy.EMAIL));
  }

  @Test
  void allCriteriaMustHold() {
    MatchPolicy both = MatchPolicy.allOf(EMAIL, NUMBER);
    RankedPeople people =
        new RankedPeople()
            .add("email", "mail@x", "employeeNumber", "E2")
            .add("email", "mail@x", "employeeNumber", "e1")
            .add("email", "mail@x")
            .add("employeeNumber", "e1");
    assertEquals(
        new Exact(1, List.of(by("EMAIL", "mail@x"), by("ATTRIBUTE:employeeNumber", "e1"))),
        match(people, both));
    assertEquals(new None(), match(new RankedPeople().add("email", "mail@x"), both));
  }

  @Test
  void severalPeopleAreAmbiguousInThePopulationsOrder() {
    RankedPeople people = new RankedPeople().add(3, "email", "mail@x");
    List<Evidence> evidence = List.of(by("EMAIL", "mail@x"));
    assertEquals(
        new Ambiguous(true, List.of(2, 1, 0), 3, evidence), match(people, MatchPolicy.EMAIL));
  }

  @Test
  void twentyCandidatesAreListedAndAllAreCounted() {
    for (int count : new int[] {19, 20, 21, 500}) {
      RankedPeople people = new RankedPeople().add(count, "email", "mail@x", "login", "LOGIN@x");
      for (MatchPolicy policy : List.of(MatchPolicy.EMAIL, ANY)) {
        MatchOutcome found = match(people, policy);
        assertEquals(count, found.count());
        List<Integer> last = IntStream.range(0, count).mapToObj(each -> count - 1 - each).toList();
        assertEquals(last.subList(0, Math.min(20, count)), found.people());
      }
    }
  }

  @Test
  void aBannedPersonIsNeitherListedNorCounted() {
    List<Evidence> email = List.of(by("EMAIL", "mail@x"));
    RankedPeople two = new RankedPeople().add(2, "email", "mail@x").add("email", "other@x");
    for (MatchPolicy policy : List.of(MatchPolicy.EMAIL, ANY)) {
      Matcher matcher = Matcher.over(two, policy);
      assertEquals(new Exact(0, email), matcher.match(RECORD, 1));
      assertEquals(new Exact(1, email), matcher.match(RECORD, 0));
      assertEquals(2, matcher.match(RECORD, 2).count());
      assertEquals(2, matcher.match(RECORD, Matcher.NOBODY).count());
      RankedPeople one = new RankedPeople().add("email", "mail@x");
      assertEquals(new None(), Matcher.over(one, policy).match(RECORD, 0));
    }
  }

  @Test
  void partialComesAfterExactAndSaysWhetherItMayBeAutomatic() {
    MatchPolicy partial = MatchPolicy.EMAIL.withPartial();
    RankedPeople people =
        new RankedPeople()
            .add("email", "mail@x")
            .add("firstName", "ann", "lastName", "stra\u00dfe")
            .add("firstName", "Ann", "lastName", "STRASSE");
    assertInstanceOf(Exact.class, match(people, partial));
    Matcher matcher = Matcher.over(people, partial);
    List<Evidence> names = List.of(by("FIRST_AND_LAST_NAME", "3:ann7:strasse"));
    assertEquals(new Ambiguous(false, List.of(2, 1), 2, names), matcher.match(RECORD, 0));
    RankedPeople folded = new RankedPeople().add("firstName", "Ann", "lastName", "STRASSE");
    assertEquals(new Partial(0, names, false), match(folded, partial));
    RankedPeople same = new RankedPeople().add("firstName", "ANN", "lastName", "Stra\u00dfe");
    assertEquals(new Partial(0, names, true), match(same, partial));
    assertEquals(new None(), match(same, MatchPolicy.EMAIL));
    assertEquals(new None(), Matcher.over(same, partial).match(RECORD, 0));
  }

  /** The Kelvin sign folds to k, so names that have it may be alike, and never automatically. */
  @Test
  void aNameThatMatchesNothingIsNotAutomatic() {
    MatchPolicy names = new MatchPolicy(List.of(), false, true);
    RankedPeople people = new RankedPeople().add("firstName", "\u212ai", "lastName", "Lee");
    Profile kelvin =
        Profile.empty(SmallPopulation.USER).with("firstName", "\u212ai").with("lastName", "Lee");
    MatchOutcome found = Matcher.over(people, names).match(new MatchSubject(kelvin, null));
    assertFalse(assertInstanceOf(Partial.class, found).automatic());
  }

  @Test
  void anyOfTakesOneCriterionAndSaysWhich() {
    RankedPeople people =
        new RankedPeople().add("login", "login@x").add("employeeNumber", "E1", "email", "no@x");
    List<Evidence> evidence =
        List.of(by("USERNAME", "login@x"), by("ATTRIBUTE:employeeNumber", "e1"));
    Matcher matcher = Matcher.over(people, ANY);
    assertEquals(new Ambiguous(true, List.of(1, 0), 2, evidence), matcher.match(RECORD));
    assertEquals(new Exact(0, evidence.subList(0, 1)), matcher.match(RECORD, 1));
    assertEquals(new Exact(1, evidence.subList(1, 2)), matcher.match(RECORD, 0));
    assertEquals(new None(), match(new RankedPeople().add("email", "no@x"), ANY));
    RankedPeople turned = new RankedPeople().add("employeeNumber", "E1").add("login", "login@x");
    assertEquals(new Ambiguous(true, List.of(1, 0), 2, evidence), match(turned, ANY));
    RankedPeople alone = new RankedPeople().add("email", "mail@x");
    assertEquals(new Exact(0, List.of(by("EMAIL", "mail@x"))), match(alone, ANY));
  }

  /** Few and many, so that the count is made each time, or kept. */
  @Test
  void aUnionCountsEverybodyOnce() {
    for (int times : new int[] {1, 10, 31, 32, 33, 100}) {
      RankedPeople people =
          new RankedPeople()
              .add(2 * times, "email", "mail@x")
              .add(times, "email", "mail@x", "login", "login@x")
              .add(times, "login", "login@x", "employeeNumber", "E1")
              .add(times, "employeeNumber", "e1")
              .add(times, "email", "mail@x", "login", "login@x", "employeeNumber", "e1")
              .add(times, "email", "other@x");
      Matcher matcher = Matcher.over(people, ANY);
      for (int round = 0; round < 2; round++) {
        assertEquals(6 * times, matcher.match(RECORD).count());
        assertEquals(6 * times - 1, matcher.match(RECORD, 0).count());
        assertEquals(6 * times - 1, matcher.match(RECORD, 4 * times).count());
        assertEquals(6 * times, matcher.match(RECORD, 6 * times).count());
      }
    }
  }

  /**
   * The largest group is not read. Where the others have 64 members or more, the count is made
   * once, not for each record that has the same keys.
   */
  @Test
  void theCountOfLargeGroupsIsKept() {
    for (int others : new int[] {63, 64, 400}) {
      RankedPeople people =
          new RankedPeople().add(500, "email", "mail@x").add(others, "login", "login@x");
      Matcher matcher = Matcher.over(people, ANY);
      for (int round = 0; round < 2; round++) {
        people.reads();
        assertEquals(500 + others, matcher.match(RECORD).count());
        int proofs = 2;
        assertEquals(proofs + (round == 0 || others < 64 ? others : 0), people.reads());
      }
    }
  }

  @Test
  void aPolicyKeepsWhatItHas() {
    MatchPolicy doubtful = new MatchPolicy(List.of(EMAIL), true, false, true);
    assertEquals(new MatchPolicy(List.of(EMAIL), true, true, true), doubtful.withPartial());
    assertFalse(MatchPolicy.allOf(EMAIL).anyOf());
    assertEquals(new None(), match(new RankedPeople().add("email", "mail@x"), MatchPolicy.allOf()));
  }
}
