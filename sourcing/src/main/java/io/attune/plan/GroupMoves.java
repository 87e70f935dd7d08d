package io.attune.plan;

import io.attune.plan.PlanDifference.GroupMove;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * To which groups something else happens. The feed and the directory being the same, two lines of
 * one group can only differ by who belongs to it.
 */
final class GroupMoves {
  private GroupMoves() {}

  static List<GroupMove> between(List<PlannedGroup> today, List<PlannedGroup> proposed) {
    Map<String, PlannedGroup> before = byKey(today);
    Map<String, PlannedGroup> after = byKey(proposed);
    Map<String, PlannedGroup> all = new TreeMap<>(Unseen.BYTES);
    all.putAll(after);
    all.putAll(before);
    List<GroupMove> moves = new ArrayList<>();
    all.forEach(
        (key, group) -> {
          PlannedGroup from = before.get(key);
          PlannedGroup to = after.get(key);
          if (!Objects.equals(from, to)) {
            String cause = from == null || to == null ? PlanDifference.ABSENCE : "members";
            moves.add(new GroupMove(key, group.groupId(), fate(from), fate(to), cause));
          }
        });
    return moves;
  }

  private static Map<String, PlannedGroup> byKey(List<PlannedGroup> groups) {
    Map<String, PlannedGroup> byKey = new TreeMap<>(Unseen.BYTES);
    groups.forEach(group -> byKey.put(Objects.requireNonNull(group.externalId()), group));
    return byKey;
  }

  private static String fate(@Nullable PlannedGroup group) {
    if (group == null) {
      return PlanDifference.ABSENT;
    }
    StringBuilder fate = new StringBuilder(group.outcome().name());
    count(fate, group.added(), " added");
    count(fate, group.removed(), " removed");
    count(fate, group.unresolved(), " unresolved");
    return fate.toString();
  }

  private static void count(StringBuilder fate, List<?> members, String what) {
    if (!members.isEmpty()) {
      fate.append(", ").append(members.size()).append(what);
    }
  }
}
