package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the conformance file: every row of the specification, line by line. */
class ConformanceTest {
  static Stream<ConformanceLine> lines() {
    return ConformanceLine.all().stream();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void holds(ConformanceLine line) {
    Compilation compilation =
        Expression.compile(line.expression(), Person.scope(line.scope()), line.targetAttribute());
    List<IssueCode> codes = compilation.issues().stream().map(Issue::code).toList();
    IssueCode issue = line.issue();
    if (issue != null) {
      assertTrue(codes.contains(issue), () -> issue + " is not among " + codes);
    }
    if (line.isRefused()) {
      assertInstanceOf(Compilation.Rejected.class, compilation, "it was not refused");
    } else {
      Compilation.Compiled compiled =
          assertInstanceOf(Compilation.Compiled.class, compilation, codes::toString);
      evaluates(line, compiled.expression());
    }
  }

  private static void evaluates(ConformanceLine line, Expression expression) {
    Evaluation evaluation = expression.evaluate(Person.input(line.scope()));
    FailureCode failure = line.failure();
    if (failure != null) {
      Evaluation.Failed failed =
          assertInstanceOf(Evaluation.Failed.class, evaluation, evaluation::toString);
      assertEquals(failure, failed.failure().code());
    } else if (line.value() == null) {
      assertInstanceOf(Evaluation.Absent.class, evaluation, evaluation::toString);
    } else {
      Evaluation.Value value =
          assertInstanceOf(Evaluation.Value.class, evaluation, evaluation::toString);
      assertEquals(line.value(), value.value());
    }
  }

  @Test
  void speaksOfEachRowThreeTimes() {
    Map<String, Integer> counts = new TreeMap<>();
    lines().forEach(line -> counts.merge(line.row(), 1, Integer::sum));
    assertEquals(
        List.of(), counts.entrySet().stream().filter(entry -> entry.getValue() < 3).toList());
  }
}
