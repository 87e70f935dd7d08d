package io.attune.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.expression.Direction;
import io.attune.expression.ExpressionScope;
import io.attune.mapping.MappingProgram;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.ProfileSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which an attribute or a row can be wrong: what is said, and where. */
class BadInputTest {
  private static final ExpressionScope SCOPE =
      ExpressionScope.toOkta(
          ProfileSchema.of(
              AttributeDefinition.of("title", AttributeKind.STRING),
              AttributeDefinition.of("age", AttributeKind.INTEGER)),
          "hr",
          ProfileSchema.of(AttributeDefinition.of("email", AttributeKind.STRING)));

  /** A line of a table: what is written, and the problem it has, with the text at its place. */
  record Line(String written, String severity, String code, String text) {
    @Override
    public String toString() {
      return code + " " + written;
    }
  }

  static Stream<Line> attributes() {
    return lines("bad-attributes.tsv");
  }

  static Stream<Line> mappings() {
    return lines("bad-mappings.tsv");
  }

  private static Stream<Line> lines(String resource) {
    try (InputStream in = BadInputTest.class.getResourceAsStream(resource)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(cells -> new Line(cells[0], cells[1], cells[2], cells[3]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String schema(String attributes) {
    return "{\"definitions\":{\"custom\":{\"properties\":{\n" + attributes + "\n}}}}";
  }

  private static List<Problem> schemaProblems(String text) {
    JsonDocument json = JsonDocument.read(text);
    List<Problem> problems = new ArrayList<>(json.problems());
    problems.addAll(SchemaDocument.readApp(json.root()).problems());
    return problems;
  }

  private static List<Problem> mappingProblems(String text) {
    MappingDocument document = MappingDocument.read(JsonDocument.read(text));
    List<Problem> problems = new ArrayList<>(document.problems());
    problems.addAll(
        document.locate(
            Direction.TO_OKTA, MappingProgram.compile(document.toOkta(), SCOPE).issues()));
    return problems;
  }

  private static String at(String text, Problem problem) {
    return text.lines()
        .toList()
        .get(problem.place().line() - 1)
        .substring(problem.place().column() - 1);
  }

  private static void says(Line line, String text, List<Problem> problems) {
    List<Problem> found =
        problems.stream().filter(each -> each.code().equals(line.code())).toList();
    assertEquals(1, found.size(), problems::toString);
    Problem problem = found.get(0);
    assertEquals(line.severity(), problem.severity().label());
    assertTrue(at(text, problem).startsWith(line.text()), () -> at(text, problem));
  }

  @ParameterizedTest
  @MethodSource("attributes")
  void anAttributeIsTold(Line line) {
    String text = schema("\"a\":" + line.written());
    says(line, text, schemaProblems(text));
  }

  @ParameterizedTest
  @MethodSource("mappings")
  void aRowIsTold(Line line) {
    String text = "{\"toOkta\":{\"properties\":{\n" + line.written() + "\n}}}";
    says(line, text, mappingProblems(text));
  }

  /** None of them hinders the reading of the rest. */
  @Test
  void allOfThemTogether() {
    List<Line> lines = attributes().toList();
    String all =
        IntStream.range(0, lines.size())
            .mapToObj(index -> "\"a" + index + "\":" + lines.get(index).written())
            .collect(Collectors.joining(",\n"));
    String text = schema(all + ",\n\"good\":{\"type\":\"string\"}");
    List<Problem> together = schemaProblems(text);
    for (int index = 0; index < lines.size(); index++) {
      int number = index + 2;
      String code = lines.get(index).code();
      assertTrue(
          together.stream()
              .anyMatch(each -> each.place().line() == number && each.code().equals(code)),
          lines.get(index)::toString);
    }
    SchemaDocument document = SchemaDocument.readApp(JsonDocument.read(text).root());
    assertTrue(document.schema().slot("good") >= 0);
  }
}
