package io.attune.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.plan.compare.AttributeDifference;
import io.attune.plan.compare.Sample;
import io.attune.plan.compare.TableDifference;
import io.attune.workspace.MappingDiff;

/** What a change of tables does, as one JSON object on one line. */
final class DiffJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private DiffJson() {}

  static String of(String app, MappingDiff diff) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("app", app);
    direction(root.putObject("toOkta"), diff.toOkta());
    direction(root.putObject("toApp"), diff.toApp());
    return root.toString();
  }

  private static void direction(ObjectNode json, TableDifference difference) {
    json.put("compared", difference.compared());
    json.put("people", difference.people());
    json.put("usernames", difference.usernames());
    json.put("refused", difference.refused());
    ObjectNode attributes = json.putObject("attributes");
    difference.attributes().forEach((name, each) -> attribute(attributes.putObject(name), each));
  }

  private static void attribute(ObjectNode json, AttributeDifference difference) {
    json.put("people", difference.people());
    json.put("blanked", difference.blanked());
    json.put("newFailures", difference.newFailures());
    ArrayNode samples = json.putArray("samples");
    for (Sample sample : difference.samples()) {
      ObjectNode row = samples.addObject();
      row.put("userId", sample.userId());
      row.set("before", MAPPER.valueToTree(sample.before()));
      row.set("after", MAPPER.valueToTree(sample.after()));
    }
  }
}
