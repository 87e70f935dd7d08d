package io.attune.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keys of people and of records, by criterion. */
class KeyRulesTest {
  private static final ProfileSchema USER = SmallPopulation.USER;
  private static final Criterion NUMBER =
      new Criterion.Attribute("employeeNumber", Normalization.ALNUM);

  private static final Profile ANN =
      Profile.empty(USER)
          .with("login", "Login@x")
          .with("email", "Mail@x")
          .with("firstName", "\u00c9va")
          .with("lastName", "LEE")
          .with("employeeNumber", "E-1");

  private static @Nullable String ofPerson(KeyRule rule, Profile person) {
    return rule.ofPerson(person::value);
  }

  private static @Nullable String ofRecord(KeyRule rule, Profile mapped) {
    return rule.ofSubject(new MatchSubject(mapped, "Computed@x"));
  }

  @Test
  void bothSidesAreReadWhereTheCriterionSays() {
    KeyRule email = KeyRules.of(new Criterion.Email(), USER);
    assertEquals("mail@x", ofPerson(email, ANN));
    assertEquals("mail@x", ofRecord(email, ANN));
    KeyRule username = KeyRules.of(new Criterion.Username(), USER);
    assertEquals("login@x", ofPerson(username, ANN));
    assertEquals("computed@x", ofRecord(username, ANN));
    assertNull(username.ofSubject(new MatchSubject(ANN, null)));
    KeyRule number = KeyRules.of(NUMBER, USER);
    assertEquals("e1", ofPerson(number, ANN));
    assertEquals("e1", ofRecord(number, ANN));
    KeyRule first = KeyRules.of(new Criterion.Attribute("login", Normalization.NONE), USER);
    assertEquals(0, USER.slot("login"));
    assertEquals("Login@x", ofRecord(first, ANN));
  }

  @Test
  void namesAreFoldedAndJoinedWithTheirLengths() {
    KeyRule folded = KeyRules.names(USER);
    assertEquals("3:\u00e9va3:lee", ofPerson(folded, ANN));
    assertEquals("3:\u00e9va3:lee", ofRecord(folded, ANN));
    KeyRule automatic = KeyRules.automaticNames(USER);
    assertEquals("3:\u00c9va3:lee", ofPerson(automatic, ANN));
    assertEquals("3:\u00c9va3:lee", ofRecord(automatic, ANN));
    for (String name : List.of("firstName", "lastName")) {
      assertNull(ofPerson(folded, ANN.with(name, null)));
      assertNull(ofRecord(automatic, ANN.with(name, " ")));
    }
  }

  @Test
  void noTwoListsOfPartsGiveOneKey() {
    KeyRule names = KeyRules.automaticNames(USER);
    Profile one = ANN.with("firstName", "a1:b").with("lastName", "c");
    Profile other = ANN.with("firstName", "a").with("lastName", "b1:c");
    assertNotEquals(ofPerson(names, one), ofPerson(names, other));
  }

  @Test
  void oneRuleNeedsNoJoining() {
    KeyRule email = KeyRules.of(new Criterion.Email(), USER);
    assertSame(email, KeyRules.allOf(List.of(email)));
    KeyRule both = KeyRules.allOf(List.of(email, KeyRules.of(NUMBER, USER)));
    assertEquals("6:mail@x2:e1", ofPerson(both, ANN));
    assertNull(ofPerson(both, ANN.with("email", null)));
    assertNull(ofRecord(both, ANN.with("employeeNumber", "-")));
  }

  @Test
  void onlySingleValuesAreCompared() {
    assertEquals("a", KeyRules.scalar("a"));
    assertEquals("7", KeyRules.scalar(7L));
    assertEquals("1.5", KeyRules.scalar(1.5));
    assertEquals("true", KeyRules.scalar(true));
    assertNull(KeyRules.scalar(null));
    assertNull(KeyRules.scalar(List.of("a")));
  }

  @Test
  void anAttributeThatUsersDoNotHaveIsNamed() {
    Criterion badge = new Criterion.Attribute("badge", Normalization.NONE);
    var refused = assertThrows(IllegalArgumentException.class, () -> KeyRules.of(badge, USER));
    assertEquals("users have no attribute `badge` to match by", refused.getMessage());
  }

  @Test
  void criteriaHaveTheNamesThatPlansUse() {
    assertEquals("EMAIL", new Criterion.Email().label());
    assertEquals("USERNAME", new Criterion.Username().label());
    assertEquals("ATTRIBUTE:employeeNumber", NUMBER.label());
    assertEquals("email", new Criterion.Email().attribute());
    assertEquals("login", new Criterion.Username().attribute());
    assertEquals("employeeNumber", NUMBER.attribute());
  }
}
