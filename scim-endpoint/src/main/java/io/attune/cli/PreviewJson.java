package io.attune.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.expression.Derivation;
import io.attune.expression.Derivation.Outcome;
import io.attune.expression.EvaluationWarning;
import io.attune.expression.Explanation;
import io.attune.plan.AttributePreview;
import io.attune.plan.ImportPreview;
import io.attune.plan.json.PlanWriter;
import java.util.List;

/** A preview as one JSON object on one line. */
final class PreviewJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PreviewJson() {}

  static String of(ImportPreview preview) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("direction", "to-okta");
    attributes(root.putArray("attributes"), preview.attributes());
    try {
      root.set("line", MAPPER.readTree(PlanWriter.line(preview.line())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line of a plan is JSON", e);
    }
    return root.toString();
  }

  static String ofAppUser(String userId, List<AttributePreview> attributes) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("direction", "to-app");
    root.put("userId", userId);
    attributes(root.putArray("attributes"), attributes);
    return root.toString();
  }

  private static void attributes(ArrayNode json, List<AttributePreview> attributes) {
    attributes.forEach(attribute -> attribute(json.addObject(), attribute));
  }

  private static void attribute(ObjectNode json, AttributePreview attribute) {
    json.put("attribute", attribute.attribute());
    json.set("from", MAPPER.valueToTree(attribute.from()));
    json.set("to", MAPPER.valueToTree(attribute.to()));
    json.put("rule", attribute.because().rule().name());
    json.put("because", attribute.because().words());
    Explanation explanation = attribute.explanation();
    if (explanation != null) {
      json.put("expression", attribute.expression());
      explanation.attributesRead().forEach(json.putArray("read")::add);
      part(json.putObject("derivation"), explanation.derivation());
      for (EvaluationWarning warning : explanation.result().warnings()) {
        json.withArrayProperty("warnings")
            .addObject()
            .put("code", warning.code().name())
            .put("message", warning.message())
            .put("column", warning.column());
      }
    }
  }

  private static void part(ObjectNode json, Derivation part) {
    json.put("text", part.text());
    json.put("column", part.column());
    Outcome outcome = part.outcome();
    if (outcome instanceof Outcome.Failed failed) {
      json.putObject("failure")
          .put("code", failed.failure().code().name())
          .put("message", failed.failure().message())
          .put("column", failed.failure().column());
    } else if (outcome instanceof Outcome.Value value) {
      json.set("value", MAPPER.valueToTree(value.value()));
    } else {
      json.put("kind", outcome.label());
    }
    if (!part.parts().isEmpty()) {
      ArrayNode parts = json.putArray("parts");
      part.parts().forEach(inner -> part(parts.addObject(), inner));
    }
  }
}
