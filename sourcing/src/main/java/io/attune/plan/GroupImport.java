package io.attune.plan;

import io.attune.plan.GroupRecord.Faulty;
import io.attune.plan.GroupRecord.Gone;
import io.attune.plan.GroupRecord.Memberships;
import io.attune.plan.GroupRecord.Says;
import io.attune.plan.GroupRecord.Whole;
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
    groups
        .byKey()
        .forEach((key, record) -> lines.addAll(lines(key, record.says(), stored.get(key))));
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
      lines.addAll(lines(null, record.says(), null));
    }
    return lines;
  }

  /** Whether fewer than half of the app's groups were seen by a feed that holds groups. */
  boolean fewSeen(List<PlannedGroup> lines) {
    long removed = lines.stream().filter(line -> line.outcome() == Outcome.REMOVED).count();
    return groups.provesAbsence() && 2 * removed > directory.groups().size();
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

  /** The line about a group of the feed; none about members of a group that is not there. */
  private List<PlannedGroup> lines(@Nullable String key, Says says, @Nullable AppGroup before) {
    if (says instanceof Faulty faulty) {
      return List.of(faulty(key, before, faulty.code()));
    }
    if (says instanceof Gone) {
      return List.of(
          before == null
              ? line(key, null, List.of(), new Joining(), sorted(List.of()))
              : gone(before));
    }
    if (says instanceof Memberships some) {
      return before == null ? List.of() : List.of(some(key, before, some.keys()));
    }
    return List.of(whole(key, (Whole) says, before));
  }

  private static PlannedGroup faulty(@Nullable String key, @Nullable AppGroup before, String code) {
    return new PlannedGroup(
        key,
        Outcome.ERROR,
        before == null ? null : before.id(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        code);
  }

  private PlannedGroup whole(@Nullable String key, Whole says, @Nullable AppGroup before) {
    List<Value> changes = new ArrayList<>();
    change("name", before == null ? null : before.name(), says.name(), changes);
    if (says.description() != null) {
      change(
          "description", before == null ? null : before.description(), says.description(), changes);
    }
    Set<String> had = before == null ? new TreeSet<>() : before.members();
    List<String> members = says.members();
    Joining joining = joining(members == null ? List.of() : members, had);
    return line(key, before, changes, joining, sorted(members == null ? List.of() : had));
  }

  /** Whoever of these has the app belongs to the group; the others of these do not. */
  private PlannedGroup some(@Nullable String key, AppGroup before, List<String> keys) {
    Joining joining = joining(keys, before.members());
    NavigableSet<String> leaving = new TreeSet<>(Unseen.BYTES);
    for (String unresolved : joining.unresolved()) {
      int row = links.rowOfExternalId(unresolved);
      if (row >= 0 && before.members().contains(directory.id(links.user(row)))) {
        leaving.add(directory.id(links.user(row)));
      }
    }
    return line(key, before, List.of(), joining, leaving);
  }

  /** What becomes of the keys that a record says. */
  private record Joining(
      List<Member> added, NavigableSet<String> staying, NavigableSet<String> unresolved) {
    Joining() {
      this(new ArrayList<>(), new TreeSet<>(Unseen.BYTES), new TreeSet<>(Unseen.BYTES));
    }
  }

  private Joining joining(List<String> keys, Set<String> had) {
    Joining joining = new Joining();
    for (String key : sorted(keys)) {
      Member resolved = resolved(key);
      if (resolved == null) {
        joining.unresolved().add(key);
      } else if (resolved.userId() != null && had.contains(resolved.userId())) {
        joining.staying().add(resolved.userId());
      } else {
        joining.added().add(resolved);
      }
    }
    return joining;
  }

  /** A line about a group that is there afterwards, unless it never was. */
  private static PlannedGroup line(
      @Nullable String key,
      @Nullable AppGroup before,
      List<Value> changes,
      Joining joining,
      NavigableSet<String> leaving) {
    leaving.removeAll(joining.staying());
    boolean same = changes.isEmpty() && joining.added().isEmpty() && leaving.isEmpty();
    Outcome outcome = same ? Outcome.UNCHANGED : Outcome.UPDATE;
    return new PlannedGroup(
        key,
        before == null && !changes.isEmpty() ? Outcome.CREATE : outcome,
        before == null ? null : before.id(),
        changes,
        joining.added(),
        List.copyOf(leaving),
        List.copyOf(joining.unresolved()),
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
