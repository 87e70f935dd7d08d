package io.attune.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.plan.ImportReport;
import io.attune.plan.ImportReport.SafeguardReport;
import io.attune.plan.PlanDifference;
import io.attune.plan.PlanDifference.GroupMove;
import io.attune.plan.PlanDifference.Move;
import io.attune.plan.PlanDifference.Person;
import io.attune.plan.PlanSummary;
import io.attune.plan.json.PlanWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The difference of two plans, for people and for programs. */
final class DifferenceText {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int SHOWN = 20;

  private DifferenceText() {}

  /** For people: every group, and the first people of each. */
  static String text(PlanSummary today, PlanSummary proposed, PlanDifference difference) {
    StringBuilder text = new StringBuilder();
    text.append("today:    ").append(verdict(today.report())).append('\n');
    text.append("proposed: ").append(verdict(proposed.report())).append('\n');
    if (difference.moves().isEmpty() && difference.groups().isEmpty()) {
      return text.append("nobody moves\n").toString();
    }
    for (Move move : difference.moves()) {
      text.append(move.people().size()).append("  ").append(move.from());
      text.append(" -> ").append(move.to()).append("  (").append(move.cause()).append(")\n");
      move.people().stream().limit(SHOWN).forEach(person -> append(text, person));
      if (move.people().size() > SHOWN) {
        text.append("    and ").append(move.people().size() - SHOWN).append(" more\n");
      }
    }
    for (GroupMove move : difference.groups()) {
      text.append("group ")
          .append(ShownText.plain(move.externalId()))
          .append(": ")
          .append(move.from());
      text.append(" -> ").append(move.to()).append("  (").append(move.cause()).append(")\n");
    }
    return text.append("nothing was changed\n").toString();
  }

  private static void append(StringBuilder text, Person person) {
    text.append("    ").append(ShownText.plain(person.externalId()));
    if (person.userId() != null) {
      text.append("  ").append(person.userId());
    }
    text.append('\n');
  }

  private static String verdict(ImportReport report) {
    SafeguardReport safeguard = report.safeguard();
    String limit = safeguard.limit() == null ? "" : " by the limit " + safeguard.limit();
    return safeguard.verdict() + limit + ", " + safeguard.unassignments() + " unassigned";
  }

  /** For programs: one object with both reports and everybody who moves. */
  static String json(PlanSummary today, PlanSummary proposed, PlanDifference difference) {
    ObjectNode json = MAPPER.createObjectNode();
    try {
      json.set("today", MAPPER.readTree(PlanWriter.report(today.report())).path("report"));
      json.set("proposed", MAPPER.readTree(PlanWriter.report(proposed.report())).path("report"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ArrayNode moves = json.putArray("moves");
    for (Move move : difference.moves()) {
      ObjectNode each = moves.addObject();
      each.put("from", move.from()).put("to", move.to()).put("cause", move.cause());
      ArrayNode people = each.putArray("people");
      for (Person person : move.people()) {
        ObjectNode one = people.addObject().put("externalId", person.externalId());
        if (person.userId() != null) {
          one.put("userId", person.userId());
        }
      }
    }
    ArrayNode groups = json.putArray("groups");
    for (GroupMove move : difference.groups()) {
      ObjectNode one = groups.addObject().put("externalId", move.externalId());
      if (move.groupId() != null) {
        one.put("groupId", move.groupId());
      }
      one.put("from", move.from()).put("to", move.to()).put("cause", move.cause());
    }
    return json + "\n";
  }
}
