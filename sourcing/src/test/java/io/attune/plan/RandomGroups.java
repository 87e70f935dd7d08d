package io.attune.plan;

import io.attune.plan.reference.Feed;
import io.attune.plan.reference.Feed.Sent;
import io.attune.plan.reference.Feed.SentGroup;
import io.attune.plan.reference.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Groups of an org and of a feed: a third of the feeds hold some. */
final class RandomGroups {
  private static final List<String> KEYS = List.of("g-1", "g-2", "h-3", "\u00e4-4", "g-10");

  private final Random random;

  RandomGroups(Random random) {
    this.random = random;
  }

  /** Adds groups to a world, and gives the feed with groups of its own. */
  Feed in(World world, Feed feed) {
    if (chance(70)) {
      return feed;
    }
    List<String> keys = keys(feed);
    boolean changes = chance(30);
    List<SentGroup> groups = new ArrayList<>();
    for (String key : KEYS) {
      boolean stored = chance(60);
      if (stored) {
        Set<String> members = new TreeSet<>();
        world.people().keySet().stream().filter(each -> chance(25)).forEach(members::add);
        world.groups().put(key, new World.Group("00g-" + key, name(), description(), members));
      }
      if (chance(stored ? 75 : 40)) {
        groups.add(changes ? change(key, keys) : group(key, keys));
      }
    }
    if (chance(6)) {
      groups.add(
          new SentGroup(
              null, null, null, null, false, false, "MISSING_ID", "{broken " + chance(50)));
    }
    if (chance(6) && !groups.isEmpty()) {
      groups.add(one(groups));
    }
    if (chance(6) && !groups.isEmpty()) {
      String again = one(groups).key();
      groups.add(group(again == null ? "g-1" : again, keys));
    }
    Collections.shuffle(groups, random);
    return feed.with(groups);
  }

  /** What members may be called: keys of the feed, and some that nobody has. */
  private static List<String> keys(Feed feed) {
    List<String> keys = new ArrayList<>(List.of("nobody", "hr-0", "hr-1", "hr-2"));
    for (Sent sent : feed.records()) {
      if (sent.externalId() != null) {
        keys.add(sent.externalId());
      }
    }
    return keys;
  }

  /** A group that went, or some of its members, as a list of changes has them, or all of it. */
  private SentGroup change(String key, List<String> keys) {
    if (chance(30)) {
      return new SentGroup(key, null, null, null, true, false, null, key + " went");
    }
    List<String> some = new ArrayList<>();
    keys.stream().filter(each -> chance(20)).forEach(some::add);
    return chance(50)
        ? group(key, keys)
        : new SentGroup(key, null, null, some, false, true, null, key + " has " + some);
  }

  private SentGroup group(String key, List<String> keys) {
    if (chance(5)) {
      return new SentGroup(
          key, null, null, null, false, false, "MISSING_NAME", key + " without a name");
    }
    List<String> members = new ArrayList<>();
    keys.stream().filter(each -> chance(30)).forEach(members::add);
    @Nullable List<String> said = chance(10) ? null : members;
    String name = name();
    String description = description();
    return new SentGroup(
        key,
        name,
        description,
        said,
        false,
        false,
        null,
        key + "|" + name + "|" + description + "|" + said);
  }

  private String name() {
    return one(List.of("Team", "Team", "Crew"));
  }

  private @Nullable String description() {
    return chance(60) ? null : one(List.of("", "all of them"));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
