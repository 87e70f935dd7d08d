package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.expression.Issue.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an author is told, to the letter: every issue of an expression with its place, the offending
 * text, the message and the hint. Source: expression-language 5.
 */
class IssueTextsTest {
  static Stream<ConformanceLine> lines() {
    return ConformanceLine.ofIssueTexts().stream();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void saysAllThatIsWrongAndNothingElse(ConformanceLine line) {
    Compilation compilation =
        Expression.compile(line.expression(), Person.scope(line.scope()), line.target());
    List<String> told = compilation.issues().stream().map(IssueTextsTest::inOneLine).toList();
    assertEquals(line.expected(), told.isEmpty() ? "NOTHING" : String.join(" && ", told));
    boolean errors = compilation.issues().stream().anyMatch(Issue::isError);
    assertEquals(errors, compilation instanceof Compilation.Rejected);
  }

  private static String inOneLine(Issue issue) {
    String warning = issue.severity() == Severity.WARNING ? "warning " : "";
    String hint = issue.hint().isEmpty() ? "" : " -> " + issue.hint();
    return issue.column()
        + " "
        + warning
        + issue.code()
        + " ["
        + issue.text()
        + "] "
        + issue.message()
        + hint;
  }
}
