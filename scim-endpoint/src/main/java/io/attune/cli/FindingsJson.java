package io.attune.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.json.Problem;
import io.attune.workspace.Finding;
import io.attune.workspace.WorkspaceCheck;

/** The findings of a check as one JSON object on one line, for a pull-request check. */
final class FindingsJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private FindingsJson() {}

  static String of(WorkspaceCheck.Result result) {
    ObjectNode root = MAPPER.createObjectNode();
    ArrayNode findings = root.putArray("findings");
    result.findings().forEach(finding -> finding(findings.addObject(), finding));
    root.put("errors", result.errors());
    root.put("warnings", result.findings().size() - result.errors());
    return root.toString();
  }

  private static void finding(ObjectNode json, Finding finding) {
    Problem problem = finding.problem();
    json.put("file", finding.file());
    json.put("line", problem.place().line());
    json.put("column", problem.place().column());
    json.put("severity", problem.severity().label());
    json.put("code", problem.code());
    json.put("message", problem.message());
    json.put("hint", problem.hint());
  }
}
