package io.attune.plan;

import io.attune.plan.GroupRecord.Faulty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The groups of one feed, by key. Several records of one key with the same bytes are one; if they
 * differ, the group is in error.
 */
final class FeedGroups {
  private final Map<String, GroupRecord> byKey = new TreeMap<>(Unseen.BYTES);
  private final List<GroupRecord> withoutKey = new ArrayList<>();
  private boolean repeats;

  void add(GroupRecord group) {
    String key = group.externalId();
    if (key == null) {
      withoutKey.add(group);
      withoutKey.sort(Comparator.comparing(GroupRecord::raw));
      return;
    }
    GroupRecord before = byKey.putIfAbsent(key, group);
    if (before != null) {
      repeats = true;
      if (!before.raw().equals(group.raw())) {
        byKey.put(key, new GroupRecord(key, new Faulty("CONTRADICTORY_RECORDS"), before.raw()));
      }
    }
  }

  boolean isEmpty() {
    return byKey.isEmpty() && withoutKey.isEmpty();
  }

  /** By key, in the order of the plan. */
  Map<String, GroupRecord> byKey() {
    return byKey;
  }

  /** The groups whose key could not be read, in the order of the plan. */
  List<GroupRecord> withoutKey() {
    return withoutKey;
  }

  /** Whether a feed that is otherwise complete may say by absence that a group is gone. */
  boolean provesAbsence() {
    boolean lists = byKey.values().stream().allMatch(record -> record.says().isListed());
    return !byKey.isEmpty() && lists && withoutKey.isEmpty() && !repeats;
  }

  /** The record of a key, or null. */
  @Nullable GroupRecord find(String externalId) {
    return byKey.get(externalId);
  }
}
