package io.attune.plan.reference;

import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedGroup;
import io.attune.plan.PlannedGroup.Member;
import io.attune.plan.PlannedGroup.Value;
import io.attune.plan.reference.Feed.SentGroup;
import io.attune.plan.reference.World.Group;
import io.attune.plan.reference.World.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the groups. The plan about people is applied, and then it is looked at who has a
 * link. Source: imports, "Groups".
 */
record Groups(World world, Feed feed, Rules rules) {

  /**
   * The lines about groups, in order.
   *
   * @param people the lines about people
   * @param absenceCounts whether the feed may say by absence that something is gone
   */
  List<PlannedGroup> lines(List<PlannedChange> people, boolean absenceCounts) {
    if (feed.groups().isEmpty()) {
      return List.of();
    }
    World after = Applying.applied(world, rules.app(), people);
    List<PlannedGroup> lines = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    boolean countsAbsence = absenceCounts;
    for (SentGroup sent : feed.groups()) {
      countsAbsence &= !sent.gone() && !sent.some();
      if (sent.key() == null) {
        countsAbsence = false;
      } else if (keys.add(sent.key())) {
        PlannedGroup line = line(sent, people, after);
        if (line != null) {
          lines.add(line);
        }
      } else {
        countsAbsence = false;
      }
    }
    if (countsAbsence) {
      world
          .groups()
          .forEach(
              (key, group) -> {
                if (!keys.contains(key)) {
                  lines.add(gone(key, group));
                }
              });
    }
    lines.sort(Comparator.comparing(line -> String.valueOf(line.externalId()), Texts.BYTES));
    feed.groups().stream()
        .filter(sent -> sent.key() == null)
        .sorted(Comparator.comparing(SentGroup::raw, ReferencePlanner.DIGESTS))
        .forEach(sent -> lines.add(error(sent, null, sent.fault())));
    return lines;
  }

  private static PlannedGroup gone(String key, Group group) {
    return new PlannedGroup(
        key,
        PlannedGroup.Outcome.REMOVED,
        group.id(),
        List.of(),
        List.of(),
        sorted(group.members()),
        List.of(),
        null);
  }

  private static PlannedGroup error(
      SentGroup sent, @Nullable Group before, @Nullable String fault) {
    return new PlannedGroup(
        sent.key(),
        PlannedGroup.Outcome.ERROR,
        before == null ? null : before.id(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        fault);
  }

  private @Nullable PlannedGroup line(SentGroup sent, List<PlannedChange> people, World after) {
    Group before = world.groups().get(sent.key());
    boolean differs =
        feed.groups().stream()
            .anyMatch(
                other ->
                    Objects.equals(other.key(), sent.key()) && !other.raw().equals(sent.raw()));
    if (differs || sent.fault() != null) {
      return error(sent, before, differs ? "CONTRADICTORY_RECORDS" : sent.fault());
    }
    if (before == null && sent.some()) {
      return null;
    }
    if (before != null && sent.gone()) {
      return gone(String.valueOf(sent.key()), before);
    }
    Group was = before == null ? new Group("", null, null, Set.of()) : before;
    List<Value> changes = new ArrayList<>();
    if (!sent.some() && !Objects.equals(was.name(), sent.name())) {
      changes.add(new Value("name", was.name(), sent.name()));
    }
    if (sent.description() != null && !sent.description().equals(was.description())) {
      changes.add(new Value("description", was.description(), sent.description()));
    }
    List<Member> added = new ArrayList<>();
    List<String> unresolved = new ArrayList<>();
    Set<String> removed = new TreeSet<>();
    if (sent.members() != null) {
      was.members().stream()
          .filter(id -> !sent.some() || sent.members().contains(key(id)))
          .forEach(removed::add);
      for (String key : sorted(sent.members())) {
        String person = holder(key, after);
        if (person == null) {
          unresolved.add(key);
        } else {
          removed.remove(person);
          if (!was.members().contains(person)) {
            added.add(new Member(key, isCreated(key, people) ? null : person));
          }
        }
      }
    }
    boolean same = changes.isEmpty() && added.isEmpty() && removed.isEmpty();
    PlannedGroup.Outcome outcome =
        before == null && !sent.gone()
            ? PlannedGroup.Outcome.CREATE
            : same ? PlannedGroup.Outcome.UNCHANGED : PlannedGroup.Outcome.UPDATE;
    return new PlannedGroup(
        sent.key(),
        outcome,
        before == null ? null : before.id(),
        changes,
        added,
        sorted(removed),
        unresolved,
        null);
  }

  /** Under which key somebody's row stood before the plan. */
  private @Nullable String key(String person) {
    Row row = world.rows(rules.app()).get(person);
    return row == null ? null : row.externalId();
  }

  /** Who has an active link under this key after the plan, or null. */
  private @Nullable String holder(String key, World after) {
    for (Map.Entry<String, Row> row : after.rows(rules.app()).entrySet()) {
      if (key.equals(row.getValue().externalId()) && row.getValue().isActiveLink()) {
        return row.getKey();
      }
    }
    return null;
  }

  private static boolean isCreated(String key, List<PlannedChange> people) {
    return people.stream()
        .anyMatch(line -> key.equals(line.externalId()) && line.outcome() == Outcome.CREATE);
  }

  /** Each once, in the order of their bytes. */
  private static List<String> sorted(Iterable<String> texts) {
    Set<String> sorted = new TreeSet<>(Texts.BYTES);
    texts.forEach(sorted::add);
    return List.copyOf(sorted);
  }
}
