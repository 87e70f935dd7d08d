package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden derivations, and the law that a derivation ends in the result. */
class ExplanationTest {

  private static Explanation explain(String text) {
    Compilation.Compiled compiled =
        assertInstanceOf(
            Compilation.Compiled.class, Expression.compile(text, Person.scope("app"), null));
    return compiled.expression().explain(Person.input("app"));
  }

  @Test
  void showsEachPartWithItsPlaceAndValue() {
    Explanation explanation =
        explain("String.append(user.firstName.toUpperCase(), '.') + user.lastName");
    assertEquals(
        """
        1:1: String.append(user.firstName.toUpperCase(), '.') + user.lastName = 'ADA.Lovelace'
          1:1: String.append(user.firstName.toUpperCase(), '.') = 'ADA.'
            1:15: user.firstName.toUpperCase() = 'ADA'
              1:15: user.firstName = 'Ada'
          1:52: user.lastName = 'Lovelace'
        """,
        explanation.render());
    assertEquals(List.of("user.firstName", "user.lastName"), explanation.attributesRead());
  }

  @Test
  void leavesOutWhatWasNotNeeded() {
    Explanation explanation = explain("user.active ? user.middleName ?: user.email : user.login");
    assertEquals(
        List.of("user.active", "user.middleName", "user.email"), explanation.attributesRead());
  }

  @Test
  void stopsAtTheFailure() {
    Explanation explanation = explain("user.middleName.length() + user.age");
    assertEquals(List.of("user.middleName"), explanation.attributesRead());
    assertInstanceOf(Evaluation.Failed.class, explanation.result());
    assertInstanceOf(Derivation.Outcome.Failed.class, explanation.derivation().outcome());
  }

  @Test
  void namesWhatIsReadOfOthers() {
    Explanation explanation = explain("getManagerUser('active_directory').firstName");
    assertEquals(
        """
        1:1: getManagerUser('active_directory').firstName = 'Charles'
          1:1: getManagerUser('active_directory') = a user
        """,
        explanation.render());
  }

  @Test
  void givesTimesAndCountriesAsTextWithoutATarget() {
    assertEquals(
        new Evaluation.Value("2015-07-31T17:18:37.979Z", List.of()),
        explain("DateTime.now()").result());
    assertEquals(
        new Evaluation.Value("US", List.of()), explain("'USA'.parseCountryCode()").result());
    assertEquals(
        new Evaluation.Value(List.of("US"), List.of()),
        explain("{user.country.parseCountryCode()}").result());
  }

  @ParameterizedTest
  @MethodSource("io.attune.expression.ConformanceTest#functions")
  void endsInTheResult(ConformanceLine line) {
    if (line.target() == null
        && Expression.compile(line.expression(), Person.scope(line.scope()), null)
            instanceof Compilation.Compiled compiled) {
      Explanation explanation = compiled.expression().explain(Person.input(line.scope()));
      Derivation.Outcome outcome = explanation.derivation().outcome();
      if (explanation.result() instanceof Evaluation.Value value) {
        assertEquals(new Derivation.Outcome.Value(value.value()), outcome);
      } else if (explanation.result() instanceof Evaluation.Absent) {
        assertEquals(new Derivation.Outcome.Other(Kind.NULL), outcome);
      }
    }
  }
}
