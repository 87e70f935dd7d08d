package io.attune.plan;

import io.attune.plan.PlanSummary.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who moves, and between which fates, where the same records are planned under two configurations.
 * A pure function of the two plans.
 *
 * @param moves people, grouped by fates and cause, the largest group first
 * @param groups every group to which something else happens, in the order of the plan
 */
public record PlanDifference(List<Move> moves, List<GroupMove> groups) {
  static final String ABSENT = "no line";
  static final String ABSENCE = "whether absence is meant";

  /** Copies the lists. */
  public PlanDifference {
    moves = List.copyOf(moves);
    groups = List.copyOf(groups);
  }

  /**
   * Records and links to which the same happens for the same cause.
   *
   * @param from what happens today
   * @param to what would happen
   * @param cause what makes the difference
   * @param people everybody concerned, in the order of the plan
   */
  public record Move(String from, String to, String cause, List<Person> people) {
    /** Copies the list. */
    public Move {
      people = List.copyOf(people);
    }
  }

  /**
   * Whom a move concerns.
   *
   * @param externalId the record's key
   * @param userId the Okta user, or null where there is none in either plan
   */
  public record Person(String externalId, @Nullable String userId) {}

  /**
   * A group to which something else happens.
   *
   * @param externalId its key at the app
   * @param groupId the Okta group, or null where there is none in either plan
   * @param from what happens today
   * @param to what would happen
   * @param cause what makes the difference
   */
  public record GroupMove(
      String externalId, @Nullable String groupId, String from, String to, String cause) {}

  private record Key(String from, String to, String cause) {}

  /** The difference of two plans over the same records. */
  public static PlanDifference between(PlanSummary today, PlanSummary proposed) {
    Map<String, Entry> after = new TreeMap<>(Unseen.BYTES);
    proposed.entries().forEach(entry -> after.put(entry.externalId(), entry));
    Map<Key, List<Person>> moves =
        new TreeMap<>(
            Comparator.comparing(Key::from).thenComparing(Key::to).thenComparing(Key::cause));
    for (Entry entry : today.entries()) {
      add(entry, after.remove(entry.externalId()), moves);
    }
    after.values().forEach(entry -> add(null, entry, moves));
    List<Move> sorted = new ArrayList<>();
    moves.forEach((key, people) -> sorted.add(new Move(key.from(), key.to(), key.cause(), people)));
    sorted.sort(Comparator.comparingInt(move -> -move.people().size()));
    return new PlanDifference(sorted, GroupMoves.between(today.groups(), proposed.groups()));
  }

  private static void add(
      @Nullable Entry before, @Nullable Entry after, Map<Key, List<Person>> moves) {
    if (Objects.equals(before, after)) {
      return;
    }
    Entry any = Objects.requireNonNull(before == null ? after : before);
    String userId = before == null || before.userId() == null ? id(after) : before.userId();
    Key key =
        new Key(
            before == null ? ABSENT : before.fate(),
            after == null ? ABSENT : after.fate(),
            before == null || after == null ? ABSENCE : cause(before, after));
    moves.computeIfAbsent(key, each -> new ArrayList<>()).add(new Person(any.externalId(), userId));
  }

  private static @Nullable String id(@Nullable Entry entry) {
    return entry == null ? null : entry.userId();
  }

  /** The first thing that differs, in the order in which an import decides. */
  private static String cause(Entry before, Entry after) {
    if (!before.match().equals(after.match())) {
      return "match: " + before.match() + " -> " + after.match();
    }
    if (!Objects.equals(before.userId(), after.userId())) {
      return "match: another person";
    }
    boolean confirmed = before.outcome().isPending() != after.outcome().isPending();
    if (confirmed && before.outcome() != Outcome.ERROR && after.outcome() != Outcome.ERROR) {
      return "confirmation";
    }
    if (before.status() != after.status()) {
      return "lifecycle: " + kept(before) + " -> " + kept(after);
    }
    if (!before.values().equals(after.values())) {
      return "values: " + String.join(", ", differing(before, after));
    }
    return "notes: " + before.diagnostics() + " -> " + after.diagnostics();
  }

  private static String kept(Entry entry) {
    return entry.status() == null ? "unchanged" : entry.status().name();
  }

  private static TreeSet<String> differing(Entry before, Entry after) {
    TreeSet<String> names = new TreeSet<>(before.values().keySet());
    names.addAll(after.values().keySet());
    names.removeIf(name -> Objects.equals(before.values().get(name), after.values().get(name)));
    return names;
  }
}
