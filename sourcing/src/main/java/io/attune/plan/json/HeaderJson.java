package io.attune.plan.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.attune.plan.ImportPlan;
import io.attune.plan.ImportRun;
import java.io.IOException;

/** The first line of a plan. Source: formats, Plan. */
final class HeaderJson {
  private HeaderJson() {}

  /** Writes the header; the hash does not cover its time. */
  static void write(JsonGenerator json, ImportPlan plan, boolean withTime) throws IOException {
    ImportRun run = plan.run();
    json.writeStartObject();
    json.writeNumberField("plan", 1);
    json.writeStringField("app", run.app());
    json.writeStringField("mode", run.mode().name());
    if (withTime) {
      json.writeStringField("time", TimeText.of(run.time()));
    }
    json.writeObjectFieldStart("inputs");
    json.writeStringField("config", run.config().toString());
    json.writeStringField("directory", run.directory().toString());
    json.writeStringField("records", plan.records().toString());
    json.writeEndObject();
    json.writeEndObject();
  }
}
