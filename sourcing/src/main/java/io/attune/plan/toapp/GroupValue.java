package io.attune.plan.toapp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person's assigned groups say of one attribute.
 *
 * @param value theirs
 * @param groups which of them gave it, in order of priority
 */
record GroupValue(Object value, List<String> groups) {
  /**
   * The value of the first group that has one, or of all of them together; null if none has one. A
   * blank is a value.
   *
   * @param assignments in {@link GroupAssignment#ORDER}
   * @param combined whether the arrays of all groups are joined: priority order, first occurrence
   *     kept
   */
  static @Nullable GroupValue of(int slot, List<GroupAssignment> assignments, boolean combined) {
    List<String> groups = new ArrayList<>();
    Set<Object> elements = new LinkedHashSet<>();
    for (GroupAssignment assignment : assignments) {
      Object value = assignment.profile().value(slot);
      if (value != null && !combined) {
        return new GroupValue(value, List.of(assignment.groupId()));
      }
      if (value instanceof List<?> list) {
        groups.add(assignment.groupId());
        elements.addAll(list);
      }
    }
    return groups.isEmpty() ? null : new GroupValue(List.copyOf(elements), groups);
  }
}
