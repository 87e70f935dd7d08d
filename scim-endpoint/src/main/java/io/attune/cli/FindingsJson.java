package io.attune.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.json.Problem;
import io.attune.mapping.laws.MappingLoop;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.Profile;
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
    ArrayNode loops = root.putArray("loops");
    result
        .loops()
        .forEach((app, found) -> found.forEach(loop -> loop(loops.addObject(), app, loop)));
    root.put("errors", result.errors());
    root.put("warnings", result.findings().size() - result.errors());
    return root.toString();
  }

  private static void loop(ObjectNode json, String app, MappingLoop loop) {
    json.put("app", app);
    json.set("userAttributes", MAPPER.valueToTree(loop.userAttributes()));
    json.set("appAttributes", MAPPER.valueToTree(loop.appAttributes()));
    json.put("verdict", loop.verdict().name());
    json.put("tried", loop.tried());
    if (loop.verdict() == MappingLoop.Verdict.OSCILLATES) {
      json.put("period", loop.period());
      ArrayNode orbit = json.putArray("orbit");
      for (Profile round : loop.orbit()) {
        ObjectNode values = orbit.addObject();
        for (AttributeDefinition attribute : round.schema().attributes()) {
          Object value = round.value(attribute.name());
          if (value != null) {
            values.set(attribute.name(), MAPPER.valueToTree(value));
          }
        }
      }
    }
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
