package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the conformance file: every row of the specification, line by line. */
class ConformanceTest {
  static Stream<ConformanceLine> operators() {
    return ConformanceLine.ofOperators().stream();
  }

  static Stream<ConformanceLine> functions() {
    return ConformanceLine.ofFunctions().stream();
  }

  @ParameterizedTest
  @MethodSource
  void operators(ConformanceLine line) {
    holds(line);
  }

  @ParameterizedTest
  @MethodSource
  void functions(ConformanceLine line) {
    holds(line);
  }

  static Stream<ConformanceLine> oktasPages() {
    return ConformanceLine.ofOktasPages().stream();
  }

  @ParameterizedTest
  @MethodSource
  void oktasPages(ConformanceLine line) {
    holds(line);
  }

  private static Stream<ConformanceLine> all() {
    return Stream.of(operators(), functions(), oktasPages()).flatMap(lines -> lines);
  }

  private static void holds(ConformanceLine line) {
    Compilation compilation =
        Expression.compile(line.expression(), Person.scope(line.scope()), line.target());
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
    all().forEach(line -> counts.merge(line.row(), 1, Integer::sum));
    assertEquals(
        List.of(), counts.entrySet().stream().filter(entry -> entry.getValue() < 3).toList());
  }

  /** Rows of the specification hold several functions; each is one to an author. */
  @Test
  void speaksOfEachFunctionAndMethodThreeTimes() {
    List<String> spoken = all().map(ConformanceLine::expression).toList();
    List<String> calls = new ArrayList<>();
    FunctionTable.names().forEach(name -> calls.add(name + "("));
    FunctionTable.methodNames().forEach(name -> calls.add("." + name + "("));
    for (String call : calls) {
      long lines = spoken.stream().filter(text -> text.contains(call)).count();
      assertTrue(lines >= 3, () -> call + " stands in " + lines + " lines");
    }
  }

  @Test
  void speaksOfSixHundredFactsAndMore() {
    assertTrue(all().count() >= 600);
  }

  @Test
  void bringsAboutEveryCode() {
    Set<IssueCode> issues = EnumSet.allOf(IssueCode.class);
    Set<FailureCode> failures = EnumSet.allOf(FailureCode.class);
    all()
        .forEach(
            line -> {
              issues.remove(line.issue());
              failures.remove(line.isRefused() ? null : line.failure());
            });
    assertEquals(Set.of(), issues);
    assertEquals(Set.of(), failures);
  }
}
