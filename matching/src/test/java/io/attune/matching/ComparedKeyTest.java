package io.attune.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.attune.profile.Profile;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Keys are compared and never shown. */
class ComparedKeyTest {
  private static final String CANARY = "canary@x.test";

  @Test
  void noOutcomeShowsWhatWasCompared() {
    Profile person =
        Profile.empty(SmallPopulation.USER)
            .with("email", CANARY)
            .with("firstName", "Canary")
            .with("lastName", "Canary");
    MatchPolicy policy = MatchPolicy.EMAIL.withPartial();
    MatchSubject exact = new MatchSubject(person, null);
    MatchSubject namesake = new MatchSubject(person.with("email", null), null);
    MatchPopulation one = new SmallPopulation(List.of(person));
    MatchPopulation two = new SmallPopulation(List.of(person, person));
    for (MatchPopulation population : List.of(one, two)) {
      for (MatchSubject subject : List.of(exact, namesake)) {
        MatchOutcome outcome = Matcher.over(population, policy).match(subject);
        assertEquals(1, outcome.evidence().size());
        assertFalse(outcome.toString().toLowerCase(Locale.ROOT).contains("canary@"));
        assertFalse(outcome.toString().contains("6:canary"), outcome.toString());
      }
    }
    MatchOutcome found = Matcher.over(one, policy).match(exact);
    assertEquals(CANARY, found.evidence().get(0).key().text(), "who asks is told");
  }

  @Test
  void aConflictSaysWhoIsInTheWay() {
    Evidence login = new Evidence("login", new ComparedKey(CANARY));
    MatchOutcome.Conflict conflict =
        MatchOutcome.Conflict.with(MatchOutcome.Cause.LOGIN_HELD, 7, List.of(login));
    assertEquals(List.of(7), conflict.people());
    assertEquals(1, conflict.count());
    assertEquals(List.of("login"), conflict.by());
    assertFalse(conflict.toString().contains("canary"));
    assertEquals(List.of(3), new MatchOutcome.Linked(3).people());
    assertEquals(1, new MatchOutcome.Linked(3).count());
    assertEquals(List.of(4), new MatchOutcome.Exact(4, List.of(login)).people());
    assertEquals(List.of(5), new MatchOutcome.Partial(5, List.of(login), true).people());
    assertEquals(List.of(), new MatchOutcome.Linked(3).by());
    assertEquals(0, new MatchOutcome.None().count());
    assertEquals(List.of(), new MatchOutcome.None().by());
  }

  @Test
  void keysAreEqualByTheirText() {
    ComparedKey key = new ComparedKey("a");
    assertEquals(key, new ComparedKey("a"));
    assertEquals("a".hashCode(), key.hashCode());
    assertEquals("(a compared key)", key.toString());
    assertNotEquals(key, new ComparedKey("b"));
    assertNotEquals(key, (Object) "a");
  }

  @Test
  void aCriterionMakesTheKeyThatTheIndexMakes() {
    assertEquals("ann@x", Objects.requireNonNull(new Criterion.Email().key("ANN@x")).text());
    assertEquals("e01", key(Normalization.ALNUM, "E-01"));
    assertEquals("E-01", key(Normalization.TRIM, " E-01"));
    assertEquals("7", key(Normalization.NONE, 7L));
    assertEquals("true", key(Normalization.NONE, true));
    assertNull(new Criterion.Username().key(List.of("a")));
    assertNull(new Criterion.Username().key(null));
    assertEquals("strasse", Objects.requireNonNull(Criterion.nameKey("STRA\u00dfE")).text());
    assertNull(Criterion.nameKey(" "));
  }

  private static String key(Normalization normalization, Object value) {
    Criterion criterion = new Criterion.Attribute("employeeNumber", normalization);
    return Objects.requireNonNull(criterion.key(value)).text();
  }
}
