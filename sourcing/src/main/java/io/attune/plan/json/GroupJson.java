package io.attune.plan.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.attune.plan.GroupReport;
import io.attune.plan.PlannedGroup;
import io.attune.plan.PlannedGroup.Member;
import io.attune.plan.PlannedGroup.Outcome;
import io.attune.plan.PlannedGroup.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A plan's lines about groups, and their counts; written, and read back. */
final class GroupJson {
  /** How a line about a group begins. */
  static final String START = "{\"group\":";

  private GroupJson() {}

  static void write(JsonGenerator json, PlannedGroup group) throws IOException {
    json.writeStartObject();
    json.writeStringField("group", group.externalId());
    json.writeStringField("outcome", group.outcome().name());
    if (group.groupId() != null) {
      json.writeStringField("groupId", group.groupId());
    }
    json.writeArrayFieldStart("changes");
    for (Value value : group.changes()) {
      json.writeStartObject();
      json.writeStringField("attribute", value.attribute());
      json.writeStringField("from", value.from());
      json.writeStringField("to", value.to());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("members");
    json.writeArrayFieldStart("added");
    for (Member member : group.added()) {
      json.writeStartObject();
      json.writeStringField("externalId", member.externalId());
      if (member.userId() != null) {
        json.writeStringField("userId", member.userId());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    texts(json, "removed", group.removed());
    texts(json, "unresolved", group.unresolved());
    json.writeEndObject();
    json.writeArrayFieldStart("diagnostics");
    if (group.fault() != null) {
      json.writeStartObject();
      json.writeStringField("code", group.fault());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** The report's {@code groups} and {@code memberships}. */
  static void counts(JsonGenerator json, GroupReport groups) throws IOException {
    json.writeObjectFieldStart("groups");
    json.writeNumberField("scanned", groups.scanned());
    json.writeNumberField("new", groups.created());
    json.writeNumberField("updated", groups.updated());
    json.writeNumberField("unchanged", groups.unchanged());
    json.writeNumberField("removed", groups.removed());
    json.writeNumberField("errors", groups.errors());
    json.writeEndObject();
    json.writeObjectFieldStart("memberships");
    json.writeNumberField("added", groups.membersAdded());
    json.writeNumberField("removed", groups.membersRemoved());
    json.writeNumberField("unresolved", groups.membersUnresolved());
    json.writeEndObject();
  }

  /**
   * The line that a JSON object says.
   *
   * @throws IllegalArgumentException if it is no line about a group
   */
  static PlannedGroup read(JsonNode line) {
    List<Value> changes = new ArrayList<>();
    line.path("changes")
        .forEach(
            each ->
                changes.add(
                    new Value(
                        each.path("attribute").asText(),
                        each.path("from").textValue(),
                        each.path("to").textValue())));
    List<Member> added = new ArrayList<>();
    line.path("members")
        .path("added")
        .forEach(
            each ->
                added.add(
                    new Member(each.path("externalId").asText(), each.path("userId").textValue())));
    return new PlannedGroup(
        line.path("group").textValue(),
        Outcome.valueOf(line.path("outcome").asText()),
        line.path("groupId").textValue(),
        changes,
        added,
        texts(line.path("members").path("removed")),
        texts(line.path("members").path("unresolved")),
        line.path("diagnostics").path(0).path("code").textValue());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
