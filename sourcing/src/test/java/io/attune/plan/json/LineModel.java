package io.attune.plan.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.Target;
import io.attune.plan.PlannedMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a plan as a tree, member by member as formats has it: the model of the fast one. */
public final class LineModel {
  private LineModel() {}

  /** The line as a JSON object. */
  public static ObjectNode of(PlannedChange change) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("externalId", change.externalId()).put("outcome", change.outcome().name());
    put(line, "userId", change.userId());
    if (change.match() != null) {
      line.set("match", match(change.match()));
    }
    ArrayNode changes = line.putArray("changes");
    change.changes().forEach(value -> add(changes.addObject(), value));
    if (change.status() != null) {
      ObjectNode status = line.putObject("status");
      status.put("from", name(change.status().from())).put("to", change.status().to().name());
      put(status, "because", name(change.status().because()));
    }
    if (change.link() != null) {
      ObjectNode link = line.putObject("link");
      link.put("from", change.link().from().name()).put("to", change.link().to().name());
      put(link, "movedFrom", change.link().movedFrom());
    }
    ArrayNode diagnostics = line.putArray("diagnostics");
    for (Diagnostic each : change.diagnostics()) {
      ObjectNode diagnostic = diagnostics.addObject().put("code", each.code());
      put(diagnostic, "attribute", each.attribute());
      put(diagnostic, "message", each.message());
    }
    return line;
  }

  private static ObjectNode match(PlannedMatch match) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("kind", match.kind().name());
    if (!match.by().isEmpty()) {
      addAll(node.putArray("by"), match.by());
    }
    if (match.candidateCount() > 0) {
      addAll(node.putArray("candidates"), match.candidates());
      node.put("candidateCount", match.candidateCount());
    }
    put(node, "reason", name(match.reason()));
    return node;
  }

  private static void add(ObjectNode change, PlannedValue value) {
    put(change, "on", value.on() == Target.APP_USER ? "appuser" : null);
    change.put("attribute", value.attribute());
    set(change, "from", value.from());
    set(change, "to", value.to());
    put(change, "by", value.by());
    put(change, "source", value.source());
  }

  private static void set(ObjectNode change, String name, @Nullable Object value) {
    if (value instanceof List<?> list) {
      addAll(change.putArray(name), list);
    } else {
      change.putPOJO(name, value);
    }
  }

  private static void addAll(ArrayNode array, List<?> values) {
    values.forEach(array::addPOJO);
  }

  private static void put(ObjectNode node, String name, @Nullable String text) {
    if (text != null) {
      node.put(name, text);
    }
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }
}
