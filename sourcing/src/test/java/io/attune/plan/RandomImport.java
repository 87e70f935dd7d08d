package io.attune.plan;

import io.attune.plan.reference.Feed;
import io.attune.plan.reference.Feed.Sent;
import io.attune.plan.reference.Feed.SentGroup;
import io.attune.plan.reference.Rules;
import io.attune.plan.reference.World;
import io.attune.plan.reference.World.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A random org, a feed for it, and rules: the same for the same seed. */
record RandomImport(World world, Feed feed, Rules rules) {
  static RandomImport of(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    RandomWorlds worlds = new RandomWorlds(random);
    World world = worlds.world();
    Feed feed = worlds.feed(world);
    Rules rules = new RandomRules(random).rules(world);
    // Groups come last, so that the people of a seed do not depend on them.
    return new RandomImport(world, new RandomGroups(random).in(world, feed), rules);
  }

  ImportPlan plan() {
    return EnginePlanner.plan(world, feed, rules);
  }

  /** The smallest import that still fails: records, people and choices go one by one. */
  RandomImport shrunk(Predicate<RandomImport> fails) {
    RandomImport smallest = this;
    boolean shrinks = true;
    while (shrinks) {
      shrinks = false;
      for (RandomImport smaller : smallest.smaller()) {
        if (fails.test(smaller)) {
          smallest = smaller;
          shrinks = true;
          break;
        }
      }
    }
    return smallest;
  }

  private List<RandomImport> smaller() {
    List<RandomImport> smaller = new ArrayList<>();
    for (Sent sent : feed.records()) {
      List<Sent> fewer = new ArrayList<>(feed.records());
      fewer.remove(sent);
      smaller.add(new RandomImport(world, feed.of(fewer), rules));
    }
    for (SentGroup sent : feed.groups()) {
      List<SentGroup> fewer = new ArrayList<>(feed.groups());
      fewer.remove(sent);
      smaller.add(new RandomImport(world, feed.with(fewer), rules));
    }
    for (String key : world.groups().keySet()) {
      World without = copy();
      without.groups().remove(key);
      smaller.add(new RandomImport(without, feed, rules));
    }
    for (String id : world.people().keySet()) {
      boolean meant = world.waiting().values().stream().anyMatch(each -> id.equals(each.userId()));
      if (!meant) {
        World without = copy();
        without.people().remove(id);
        without.apps().values().forEach(rows -> rows.remove(id));
        without.groups().replaceAll((key, group) -> without(group, id));
        smaller.add(new RandomImport(without, feed, rules));
      }
    }
    for (String externalId : world.waiting().keySet()) {
      World without = copy();
      without.waiting().remove(externalId);
      smaller.add(new RandomImport(without, feed, rules));
    }
    for (Map.Entry<String, ?> app : world.apps().entrySet()) {
      for (String id : world.rows(app.getKey()).keySet()) {
        World without = copy();
        without.rows(app.getKey()).remove(id);
        smaller.add(new RandomImport(without, feed, rules));
      }
    }
    return smaller;
  }

  private static Group without(Group group, String id) {
    TreeSet<String> members = new TreeSet<>(group.members());
    members.remove(id);
    return new Group(group.id(), group.name(), group.description(), members);
  }

  private World copy() {
    World copy = new World(world.userSchema(), world.appSchema());
    copy.people().putAll(world.people());
    copy.waiting().putAll(world.waiting());
    copy.groups().putAll(world.groups());
    world.apps().forEach((app, rows) -> copy.apps().put(app, new TreeMap<>(rows)));
    return copy;
  }

  /** For people: what a failure is about, a line each. */
  String described() {
    StringBuilder text = new StringBuilder();
    world.people().forEach((id, person) -> text.append(id).append(' ').append(person).append('\n'));
    world
        .apps()
        .forEach(
            (app, rows) ->
                rows.forEach(
                    (id, row) -> text.append(app + " " + id + " ").append(row).append('\n')));
    world.waiting().forEach((id, each) -> text.append(id).append(' ').append(each).append('\n'));
    world.groups().forEach((key, each) -> text.append(key).append(' ').append(each).append('\n'));
    feed.records().forEach(each -> text.append(each).append('\n'));
    feed.groups().forEach(each -> text.append(each).append('\n'));
    return text.append(feed.incomplete() + " proven=" + feed.proven())
        .append('\n')
        .append(rules)
        .append('\n')
        .toString();
  }
}
