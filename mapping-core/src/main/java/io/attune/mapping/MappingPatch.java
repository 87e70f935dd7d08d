package io.attune.mapping;

import io.attune.expression.Direction;
import io.attune.expression.ExpressionScope;
import io.attune.expression.Suggestion;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A partial change of a mapping table, as {@code POST /mappings/{id}} takes it: named mappings are
 * added or replaced, those of removed targets go, all others stay. {@code between(a, b).applyTo(a)}
 * equals {@code b}. Source: okta-behaviour 1.1.5, 1.1.6, 1.1.8.
 *
 * @param set by target: what is added or replaced
 * @param removed the targets that are mapped no more: {@code null} in Okta's API
 */
public record MappingPatch(SortedMap<String, AttributeMapping> set, SortedSet<String> removed) {
  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if a target is both set and removed, or set under another name
   */
  public MappingPatch {
    set = Collections.unmodifiableSortedMap(new TreeMap<>(set));
    removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
    for (Map.Entry<String, AttributeMapping> each : set.entrySet()) {
      if (removed.contains(each.getKey()) || !each.getKey().equals(each.getValue().target())) {
        throw new IllegalArgumentException("`" + each.getKey() + "` cannot be set like this");
      }
    }
  }

  /** What comes of a merge: all of it, or nothing. */
  public sealed interface Merge {
    /** The table with the patch in it. */
    record Merged(MappingTable table, List<MappingIssue> warnings) implements Merge {}

    /** The patch is refused as a whole; at least one of the issues is an error. */
    record Refused(List<MappingIssue> issues) implements Merge {}
  }

  /** What leads from one table to another. */
  public static MappingPatch between(MappingTable before, MappingTable after) {
    SortedMap<String, AttributeMapping> set = new TreeMap<>();
    SortedSet<String> removed = new TreeSet<>();
    for (AttributeMapping mapping : after.mappings()) {
      if (!mapping.equals(before.mapping(mapping.target()))) {
        set.put(mapping.target(), mapping);
      }
    }
    for (AttributeMapping mapping : before.mappings()) {
      if (!after.maps(mapping.target())) {
        removed.add(mapping.target());
      }
    }
    return new MappingPatch(set, removed);
  }

  /** Whether it changes nothing of any table. */
  public boolean isEmpty() {
    return set.isEmpty() && removed.isEmpty();
  }

  /** The table with this change made, unchecked; making it twice changes nothing more. */
  public MappingTable applyTo(MappingTable table) {
    SortedMap<String, AttributeMapping> merged = new TreeMap<>();
    table.mappings().forEach(mapping -> merged.put(mapping.target(), mapping));
    merged.keySet().removeAll(removed);
    merged.putAll(set);
    return new MappingTable(new ArrayList<>(merged.values()));
  }

  /**
   * Checks the mappings that the patch names, not the rest of the table, and makes the change if
   * none of them is wrong.
   *
   * @param scope its direction says which schema the targets are of
   */
  public Merge merge(MappingTable table, ExpressionScope scope) {
    ProfileSchema target =
        scope.direction() == Direction.TO_APP ? scope.appSchema() : scope.userSchema();
    MappingTable named = new MappingTable(new ArrayList<>(set.values()));
    List<MappingIssue> issues = new ArrayList<>(MappingProgram.compile(named, scope).issues());
    List<String> names = target.attributes().stream().map(AttributeDefinition::name).toList();
    for (String each : removed) {
      if (target.slot(each) < 0) {
        String message = "the schema has no attribute `" + each + "`";
        issues.add(
            new MappingIssue(
                each, "UNKNOWN_TARGET", true, message, Suggestion.hint(each, names), null));
      }
    }
    return issues.stream().anyMatch(MappingIssue::isError)
        ? new Merge.Refused(List.copyOf(issues))
        : new Merge.Merged(applyTo(table), List.copyOf(issues));
  }
}
