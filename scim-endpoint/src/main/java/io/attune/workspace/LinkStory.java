package io.attune.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.Target;
import io.attune.plan.Sha256;
import io.attune.workspace.HistoryEvent.Applied;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the plans in the history did to a person through one link, from the plan that
 * made it.
 *
 * @param plan the plan that linked the record to the person
 * @param steps lines of this record, oldest first; the first one is the LINK
 */
record LinkStory(Sha256 plan, List<PlannedChange> steps) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Null where no plan of the history made the link. */
  static @Nullable LinkStory of(Folder folder, String app, String record, String user)
      throws IOException {
    List<Applied> plans = new ArrayList<>(History.read(folder).standing());
    Deque<PlannedChange> steps = new ArrayDeque<>();
    for (int index = plans.size() - 1; index >= 0; index--) {
      Applied plan = plans.get(index);
      if (!plan.app().equals(app) || !folder.has(plan.file())) {
        continue;
      }
      PlannedChange[] found = new PlannedChange[1];
      WorkspaceApply.read(
          folder.file(plan.file()),
          folder.shown(plan.file()),
          line -> {
            if (record.equals(line.externalId()) && user.equals(line.userId())) {
              found[0] = line;
            }
          });
      PlannedChange line = found[0];
      if (line != null && line.outcome() != Outcome.UNCHANGED) {
        steps.addFirst(line);
        if (line.outcome() == Outcome.LINK) {
          return new LinkStory(plan.plan(), List.copyOf(steps));
        }
      }
    }
    return null;
  }

  /**
   * Takes back from a person's line what the link did to it.
   *
   * @param inTheWay gets the names of what has changed otherwise since
   * @return the names of what was taken back
   */
  List<String> takeBack(ObjectNode user, List<String> inTheWay) {
    Map<String, @Nullable Object> before = new TreeMap<>(Bytes.ORDER);
    Map<String, @Nullable Object> after = new TreeMap<>(Bytes.ORDER);
    for (PlannedChange step : steps) {
      for (PlannedValue value : step.changes()) {
        if (value.on() == Target.USER) {
          note(value.attribute(), value.from(), value.to(), before, after, inTheWay);
        }
      }
    }
    List<String> restored = new ArrayList<>();
    ObjectNode profile = user.withObjectProperty("profile");
    before.forEach(
        (attribute, old) -> {
          if (isSame(profile.get(attribute), old)) {
            return;
          }
          if (!isSame(profile.get(attribute), after.get(attribute))) {
            inTheWay.add("profile." + attribute);
          } else {
            if (old == null) {
              profile.remove(attribute);
            } else {
              profile.set(attribute, MAPPER.valueToTree(old));
            }
            restored.add(attribute);
          }
        });
    status(user, restored, inTheWay);
    return restored;
  }

  private static void note(
      String attribute,
      @Nullable Object from,
      @Nullable Object to,
      Map<String, @Nullable Object> before,
      Map<String, @Nullable Object> after,
      List<String> inTheWay) {
    if (!before.containsKey(attribute)) {
      before.put(attribute, from);
    } else if (!Objects.equals(after.get(attribute), from)) {
      // Somebody else wrote between two imports.
      inTheWay.add("profile." + attribute);
    }
    after.put(attribute, to);
  }

  private void status(ObjectNode user, List<String> restored, List<String> inTheWay) {
    String before = null;
    String after = null;
    for (PlannedChange step : steps) {
      if (step.status() != null) {
        before = before == null ? String.valueOf(step.status().from()) : before;
        after = step.status().to().name();
      }
    }
    String now = user.path("status").asText();
    if (before == null || now.equals(before)) {
      return;
    }
    if (now.equals(after)) {
      user.put("status", before);
      restored.add("status");
    } else {
      inTheWay.add("status");
    }
  }

  private static boolean isSame(@Nullable JsonNode node, @Nullable Object value) {
    if (node == null || node.isNull()) {
      return value == null;
    }
    if (node.isNumber() && value instanceof Number number) {
      return node.decimalValue().compareTo(new BigDecimal(number.toString())) == 0;
    }
    if (node instanceof ArrayNode array && value instanceof List<?> list) {
      if (array.size() != list.size()) {
        return false;
      }
      for (int index = 0; index < array.size(); index++) {
        if (!isSame(array.get(index), list.get(index))) {
          return false;
        }
      }
      return true;
    }
    return value != null && node.equals(MAPPER.valueToTree(value));
  }
}
