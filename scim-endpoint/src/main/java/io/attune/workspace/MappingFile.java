package io.attune.workspace;

import io.attune.expression.Direction;
import io.attune.expression.ExpressionScope;
import io.attune.expression.Issue;
import io.attune.json.JsonDocument;
import io.attune.json.JsonValue.JsonText;
import io.attune.json.MappingDocument;
import io.attune.json.Problem;
import io.attune.mapping.MappingCache;
import io.attune.mapping.MappingCompilation;
import io.attune.mapping.MappingProgram;
import io.attune.mapping.MappingTable;
import io.attune.mapping.OnError;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One direction of {@code mapping.json}, compiled; every error has its place in the file. */
final class MappingFile {
  /**
   * Tables this process compiled: comparing two versions of a workspace compiles those that did not
   * change once. About 2,000 rows of ordinary length.
   */
  private static final MappingCache COMPILED = new MappingCache(500_000);

  private MappingFile() {}

  /**
   * What a direction compiles to.
   *
   * @param program null if there are errors
   * @param onError the attributes whose failures do something of their own
   */
  record Compiled(@Nullable MappingProgram program, SortedMap<String, OnError> onError) {}

  /** Compiles the direction of {@code scope}; a file that is not there maps nothing. */
  static Compiled compile(
      String file, @Nullable JsonDocument json, ExpressionScope scope, Findings findings) {
    MappingDocument document = MappingDocument.read(json == null ? JsonDocument.read("{}") : json);
    Direction direction = scope.direction();
    MappingTable table = direction == Direction.TO_OKTA ? document.toOkta() : document.toApp();
    MappingCompilation compilation = COMPILED.compile(table, scope);
    // Warnings are for a check of the configuration; an import would repeat them every night.
    Stream.concat(
            ofFileAnd(direction, document),
            document.locate(direction, compilation.issues()).stream())
        .filter(Problem::isError)
        .forEach(problem -> findings.add(file, problem));
    return new Compiled(compilation.program(), document.onError(direction));
  }

  /** What is wrong with the file as such and with one direction: the other is not used. */
  private static Stream<Problem> ofFileAnd(Direction direction, MappingDocument document) {
    List<Problem> others =
        document.problems(direction == Direction.TO_OKTA ? Direction.TO_APP : Direction.TO_OKTA);
    return document.problems().stream().filter(problem -> !others.contains(problem));
  }

  /** An issue of an expression at its place in the file, with a caret under it. */
  static Problem problem(JsonDocument document, JsonText text, Issue issue) {
    return new Problem(
        document.within(text, issue.column()),
        issue.severity(),
        issue.code().name(),
        issue.message(),
        issue.hint(),
        issue.caret(text.value()).lines().toList());
  }
}
