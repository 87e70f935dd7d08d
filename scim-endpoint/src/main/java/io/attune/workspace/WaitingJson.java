package io.attune.workspace;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.plan.PendingRecord.Choice;
import io.attune.plan.PlannedChange;
import io.attune.plan.json.PlanWriter;
import java.io.IOException;

/** A waiting record as one line of JSON; {@code next} and {@code ifConfirmed} are plan lines. */
public final class WaitingJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private WaitingJson() {}

  public static String of(WaitingRecord waiting) throws IOException {
    PendingLine line = waiting.line();
    ObjectNode json = MAPPER.createObjectNode();
    json.put("externalId", line.externalId());
    json.put("outcome", line.record().outcome().name());
    json.put("since", line.since());
    Choice choice = line.record().choice();
    if (choice == null) {
      json.putNull("choice");
    } else {
      json.putObject("choice")
          .put("kind", choice.kind().name())
          .put("userId", choice.userId())
          .put("by", line.by())
          .put("at", line.at());
    }
    ArrayNode people = json.putArray("candidates");
    for (String id : waiting.candidates()) {
      int person = waiting.directory().find(id);
      ObjectNode candidate = people.addObject().put("id", id).put("login", waiting.login(id));
      candidate.put("status", person < 0 ? null : waiting.directory().status(person).name());
    }
    json.set("next", MAPPER.readTree(PlanWriter.line(waiting.next())));
    PlannedChange confirmed = waiting.confirmed();
    if (confirmed != null) {
      json.putObject("ifConfirmed")
          .put("option", waiting.option())
          .set("line", MAPPER.readTree(PlanWriter.line(confirmed)));
    }
    return MAPPER.writeValueAsString(json);
  }
}
