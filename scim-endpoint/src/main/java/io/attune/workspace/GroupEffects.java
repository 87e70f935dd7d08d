package io.attune.workspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.plan.PlannedGroup;
import io.attune.plan.PlannedGroup.Member;
import io.attune.plan.PlannedGroup.Outcome;
import io.attune.plan.json.PlanFile;
import io.attune.plan.json.TimeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does to the lines of {@code groups.jsonl}: only to app groups of the importing app.
 * Source: formats, Apply; okta-behaviour 9.11.
 */
final class GroupEffects {
  private final PlanFile plan;
  private final String sourceId;
  private final String time;
  private final Map<String, PlannedGroup> byId = new HashMap<>();
  private final List<PlannedGroup> created = new ArrayList<>();

  /**
   * Nothing so far.
   *
   * @param sourceId what {@code source.id} of the app's groups is
   */
  GroupEffects(PlanFile plan, String sourceId) {
    this.plan = plan;
    this.sourceId = sourceId;
    this.time = TimeText.of(plan.run().time());
  }

  /** Takes a line of the plan. */
  void add(PlannedGroup line) {
    if (line.outcome() == Outcome.CREATE) {
      created.add(line);
    } else if (line.outcome() == Outcome.UPDATE || line.outcome() == Outcome.REMOVED) {
      byId.put(String.valueOf(line.groupId()), line);
    }
  }

  /** Whether any line of the file changes. */
  boolean isEmpty() {
    return byId.isEmpty() && created.isEmpty();
  }

  /** Edits of {@code groups.jsonl}. */
  LineRewriter.Edits groups() {
    return new LineRewriter.Edits() {
      @Override
      public boolean concerns(String key) {
        return byId.containsKey(key);
      }

      @Override
      public @Nullable ObjectNode edit(String key, ObjectNode row) {
        PlannedGroup line = Objects.requireNonNull(byId.get(key));
        if (line.outcome() == Outcome.REMOVED) {
          row.removeAll();
          return row;
        }
        write(line, row);
        return row;
      }

      @Override
      public void append(LineRewriter.Sink sink) {
        for (PlannedGroup line : created) {
          String externalId = String.valueOf(line.externalId());
          ObjectNode row = JsonNodeFactory.instance.objectNode();
          row.put("id", UserIds.ofGroup(plan.run().app(), externalId, plan.hash()));
          row.put("created", time);
          row.put("type", "APP_GROUP");
          row.putObject("source").put("id", sourceId);
          row.put("externalId", externalId);
          write(line, row);
          sink.write(row);
        }
      }
    };
  }

  private void write(PlannedGroup line, ObjectNode row) {
    if (!line.changes().isEmpty()) {
      row.put("lastUpdated", time);
    }
    ObjectNode profile = row.withObjectProperty("profile");
    for (PlannedGroup.Value value : line.changes()) {
      if (value.to() == null) {
        profile.remove(value.attribute());
      } else {
        profile.put(value.attribute(), value.to());
      }
    }
    boolean moves = !line.added().isEmpty() || !line.removed().isEmpty();
    if (moves) {
      row.put("lastMembershipUpdated", time);
    }
    if (moves || !row.path("members").isArray()) {
      members(line, row);
    }
  }

  private void members(PlannedGroup line, ObjectNode row) {
    Set<String> members = new TreeSet<>(Bytes.ORDER);
    row.path("members").forEach(each -> members.add(each.asText()));
    line.removed().forEach(members::remove);
    for (Member member : line.added()) {
      String id = member.userId();
      members.add(id == null ? UserIds.of(plan.run().app(), member.externalId(), plan.hash()) : id);
    }
    ArrayNode after = row.putArray("members");
    members.forEach(after::add);
  }
}
