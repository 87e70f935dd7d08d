package io.attune.workspace;

import io.attune.expression.ExpressionScope;
import io.attune.expression.Issue;
import io.attune.json.JsonDocument;
import io.attune.json.JsonValue;
import io.attune.json.JsonValue.JsonNull;
import io.attune.json.JsonValue.JsonText;
import io.attune.json.JsonValue.Member;
import io.attune.json.Place;
import io.attune.json.Problem;
import io.attune.json.ProblemCode;
import io.attune.mapping.AttributeMapping;
import io.attune.mapping.MappingCompilation;
import io.attune.mapping.MappingIssue;
import io.attune.mapping.MappingProgram;
import io.attune.mapping.MappingTable;
import io.attune.mapping.OnError;
import io.attune.mapping.PushStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One direction of {@code mapping.json}, compiled; every issue has its place in the file. Source:
 * okta-behaviour 1.1; formats, Workspace.
 */
final class MappingFile {
  private final String file;
  private final JsonDocument document;
  private final Findings findings;
  private final List<AttributeMapping> mappings = new ArrayList<>();
  private final Map<String, JsonText> expressions = new LinkedHashMap<>();
  private final Map<String, Place> targets = new LinkedHashMap<>();
  private final TreeMap<String, OnError> onError = new TreeMap<>();

  private MappingFile(String file, JsonDocument document, Findings findings) {
    this.file = file;
    this.document = document;
    this.findings = findings;
  }

  /**
   * What a direction compiles to.
   *
   * @param program null if there are errors
   * @param onError the attributes whose failures do something of their own
   */
  record Compiled(@Nullable MappingProgram program, TreeMap<String, OnError> onError) {}

  static Compiled compile(
      String file,
      JsonDocument document,
      @Nullable JsonValue direction,
      ExpressionScope scope,
      Findings findings) {
    MappingFile reader = new MappingFile(file, document, findings);
    reader.read(Fields.of(file, direction, findings).object("properties"));
    MappingCompilation compilation =
        MappingProgram.compile(new MappingTable(reader.mappings), scope);
    // Warnings are for a check of the configuration; an import would repeat them every night.
    compilation.issues().stream().filter(MappingIssue::isError).forEach(reader::note);
    return new Compiled(compilation.program(), reader.onError);
  }

  private void read(Fields properties) {
    for (Member member : properties.members()) {
      if (member.value() instanceof JsonNull) {
        continue;
      }
      Fields row = Fields.of(file, member.value(), findings);
      String expression = row.text("expression");
      if (expression == null || !(row.get("expression") instanceof JsonText text)) {
        findings.error(
            file,
            member.namePlace(),
            ProblemCode.MISSING_KEY,
            "the mapping to `" + member.name() + "` has no expression",
            "");
        continue;
      }
      PushStatus status = row.constant("pushStatus", PushStatus.class, PushStatus.PUSH);
      mappings.add(new AttributeMapping(member.name(), expression, status));
      expressions.put(member.name(), text);
      targets.put(member.name(), member.namePlace());
      if (row.get("onError") != null) {
        onError.put(member.name(), row.constant("onError", OnError.class, OnError.KEEP));
      }
    }
  }

  private void note(MappingIssue issue) {
    JsonText text = expressions.get(issue.target());
    Issue inside = issue.issue();
    if (inside != null && text != null) {
      findings.add(file, problem(document, text, inside));
    } else {
      Place place = targets.getOrDefault(issue.target(), Place.START);
      Issue.Severity severity = issue.isError() ? Issue.Severity.ERROR : Issue.Severity.WARNING;
      findings.add(
          file,
          new Problem(place, severity, issue.code(), issue.message(), issue.hint(), List.of()));
    }
  }

  /** An issue of an expression at its place in the file, with a caret under it. */
  static Problem problem(JsonDocument document, JsonText text, Issue issue) {
    List<String> lines = issue.render(text.value()).lines().toList();
    List<String> excerpt = lines.stream().filter(line -> line.startsWith(" |")).toList();
    return new Problem(
        document.within(text, issue.column()),
        issue.isError() ? Issue.Severity.ERROR : Issue.Severity.WARNING,
        issue.code().name(),
        issue.message(),
        issue.hint(),
        excerpt);
  }
}
