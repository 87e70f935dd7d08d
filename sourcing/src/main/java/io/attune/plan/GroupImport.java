package io.attune.plan;

import io.attune.plan.PlannedGroup.Member;
import io.attune.plan.PlannedGroup.Outcome;
import io.attune.plan.PlannedGroup.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides about the groups of a feed after its people are decided: a member is whoever has an
 * active link under that key once the plan is applied. Groups of Okta are never looked at. Source:
 * okta-behaviour 9.5, 9.11, 9.12; imports, "Groups".
 */
final class GroupImport {
  private final FeedGroups groups;
  private final DirectorySnapshot directory;
  private final AppUsers links;
  private final Map<String, Decision> decided = new HashMap<>();
  private final Set<String> moved = new HashSet<>();

  /**
   * The groups of one import.
   *
   * @param decisions what becomes of every record, by record
   * @param losses what becomes of the links that were not seen
   */
  GroupImport(
      FeedRecords records,
      DirectorySnapshot directory,
      AppUsers links,
      Decision[] decisions,
      Decision[] losses) {
    this.groups = records.groups();
    this.directory = directory;
    this.links = links;
    if (!groups.isEmpty()) {
      for (int record = 0; record < decisions.length; record++) {
        decided.put(records.externalId(record), decisions[record]);
      }
      for (Decision loss : losses) {
        decided.put(Objects.requireNonNull(links.externalId(links.rowOfUser(loss.person()))), loss);
      }
      for (Decision each : decided.values()) {
        if (each.link() != null && each.link().movedFrom() != null) {
          moved.add(each.link().movedFrom());
        }
      }
    }
  }

  /**
   * The lines about groups; none where the feed holds no group.
   *
   * @param absenceMeant whether a group that is not in the feed is gone, if the feed holds any
   */
  List<PlannedGroup> lines(boolean absenceMeant) {
    if (groups.isEmpty()) {
      return List.of();
    }
    List<PlannedGroup> lines = new ArrayList<>();
    Map<String, AppGroup> stored = new TreeMap<>(Unseen.BYTES);
    directory.groups().forEach(group -> stored.put(group.externalId(), group));
    groups.byKey().forEach((key, record) -> lines.add(line(key, record, stored.get(key))));
    if (absenceMeant && groups.provesAbsence()) {
      stored.forEach(
          (key, group) -> {
            if (groups.find(key) == null) {
              lines.add(gone(group));
            }
          });
    }
    lines.sort(Comparator.comparing(line -> String.valueOf(line.externalId()), Unseen.BYTES));
    for (GroupRecord record : groups.withoutKey()) {
      lines.add(faulty(record, null));
    }
    return lines;
  }

  /** Whether fewer than half of the app's groups were seen by a feed that holds groups. */
  boolean fewSeen(List<PlannedGroup> lines) {
    long removed = lines.stream().filter(line -> line.outcome() == Outcome.REMOVED).count();
    return 2 * removed > directory.groups().size();
  }

  private static PlannedGroup gone(AppGroup group) {
    return new PlannedGroup(
        group.externalId(),
        Outcome.REMOVED,
        group.id(),
        List.of(),
        List.of(),
        List.copyOf(sorted(group.members())),
        List.of(),
        null);
  }

  private static PlannedGroup faulty(GroupRecord record, @Nullable AppGroup before) {
    return new PlannedGroup(
        record.externalId(),
        Outcome.ERROR,
        before == null ? null : before.id(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        record.fault());
  }

  private PlannedGroup line(String key, GroupRecord record, @Nullable AppGroup before) {
    if (record.fault() != null) {
      return faulty(record, before);
    }
    List<Value> changes = new ArrayList<>();
    change("name", before == null ? null : before.name(), record.name(), changes);
    change(
        "description", before == null ? null : before.description(), record.description(), changes);
    List<Member> added = new ArrayList<>();
    NavigableSet<String> staying = new TreeSet<>(Unseen.BYTES);
    NavigableSet<String> unresolved = new TreeSet<>(Unseen.BYTES);
    Set<String> had = before == null ? new TreeSet<>() : before.members();
    List<String> members = record.members();
    for (String member : members == null ? List.<String>of() : List.copyOf(sorted(members))) {
      Member resolved = resolved(member);
      if (resolved == null) {
        unresolved.add(member);
      } else if (resolved.userId() != null && had.contains(resolved.userId())) {
        staying.add(resolved.userId());
      } else {
        added.add(resolved);
      }
    }
    NavigableSet<String> removed = sorted(members == null ? List.of() : had);
    removed.removeAll(staying);
    boolean same = before != null && changes.isEmpty() && added.isEmpty() && removed.isEmpty();
    Outcome outcome = before == null ? Outcome.CREATE : same ? Outcome.UNCHANGED : Outcome.UPDATE;
    return new PlannedGroup(
        key,
        outcome,
        before == null ? null : before.id(),
        changes,
        added,
        List.copyOf(removed),
        List.copyOf(unresolved),
        null);
  }

  private static void change(
      String attribute, @Nullable String from, @Nullable String to, List<? super Value> changes) {
    if (!Objects.equals(from, to)) {
      changes.add(new Value(attribute, from, to));
    }
  }

  private static NavigableSet<String> sorted(Iterable<String> texts) {
    NavigableSet<String> sorted = new TreeSet<>(Unseen.BYTES);
    texts.forEach(sorted::add);
    return sorted;
  }

  /** Who has an active link under this key after the plan, or null. */
  private @Nullable Member resolved(String key) {
    Decision decision = decided.get(key);
    if (decision == null) {
      int row = links.rowOfExternalId(key);
      return row >= 0 && links.isActiveLink(row) && !moved.contains(key)
          ? new Member(key, directory.id(links.user(row)))
          : null;
    }
    return switch (decision.outcome()) {
      case CREATE -> new Member(key, null);
      case LINK -> new Member(key, directory.id(decision.person()));
      case UPDATE, UNCHANGED, ERROR -> linked(key, decision);
      default -> null;
    };
  }

  private @Nullable Member linked(String key, Decision decision) {
    int row = links.rowOfExternalId(key);
    boolean returns = decision.link() != null && decision.link().to() == AppUserStatus.ACTIVE;
    return row >= 0 && (returns || links.isActiveLink(row))
        ? new Member(key, directory.id(links.user(row)))
        : null;
  }
}
