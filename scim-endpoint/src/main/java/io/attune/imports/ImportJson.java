package io.attune.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.imports.ImportRefusal.Fault;
import io.attune.plan.json.TimeText;
import io.attune.store.ResourceKind;
import io.attune.store.StoredImport;
import io.attune.store.StoredImport.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** An import, and what is wrong with one, as the service answers them. */
public final class ImportJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ImportJson() {}

  /** An import; {@code report} is the last line of its plan. */
  public static ObjectNode of(StoredImport run) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("id", Long.toString(run.id()));
    json.put("app", run.app());
    json.put("source", run.source().name().toLowerCase(Locale.ROOT));
    json.put("mode", run.mode());
    json.put("status", run.status().name());
    json.put("apply", run.applies());
    json.put("created", TimeText.of(Instant.ofEpochMilli(run.createdMillis())));
    if (run.record() != null) {
      json.put("resourceType", run.kind() == ResourceKind.USER ? "User" : "Group");
      json.put("record", run.record());
    }
    if (run.outcome() != null) {
      json.put("outcome", run.outcome());
    }
    Plan plan = run.plan();
    try {
      if (plan != null) {
        json.put("time", TimeText.of(Instant.ofEpochMilli(plan.timeMillis())));
        json.put("sha256", plan.sha256());
        json.put("unassignments", plan.unassignments());
        json.set("report", MAPPER.readTree(plan.report()).path("report"));
      }
      if (run.error() != null) {
        json.set("errors", MAPPER.readTree(run.error()));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("import " + run.id() + " is stored damaged", e);
    }
    return json;
  }

  /** What is wrong: a list of where, what and hint. */
  public static ArrayNode errors(List<Fault> faults) {
    ArrayNode errors = MAPPER.createArrayNode();
    for (Fault fault : faults) {
      ObjectNode error = errors.addObject();
      error.put("where", fault.where());
      error.put("what", fault.what());
      error.put("hint", fault.hint());
    }
    return errors;
  }
}
