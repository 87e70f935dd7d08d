package io.attune.plan;

import io.attune.plan.reference.Formula;
import io.attune.plan.reference.Formula.Appended;
import io.attune.plan.reference.Formula.Constant;
import io.attune.plan.reference.Formula.Elvis;
import io.attune.plan.reference.Formula.Joined;
import io.attune.plan.reference.Formula.Read;
import io.attune.plan.reference.Formula.ReadOther;
import io.attune.plan.reference.Rules;
import io.attune.plan.reference.Rules.Criterion;
import io.attune.plan.reference.Rules.Limit;
import io.attune.plan.reference.Rules.Mapped;
import io.attune.plan.reference.Rules.Normalize;
import io.attune.plan.reference.Rules.OnDeactivate;
import io.attune.plan.reference.Rules.OnError;
import io.attune.plan.reference.World;
import io.attune.sourcing.Effect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Settings of imports, each one possible. */
final class RandomRules {
  /** Tables are few, so that each is compiled once. */
  private static final int TABLES = 150;

  private static final List<Effect> RARE =
      List.of(Effect.USERNAMES, Effect.USERNAMES, Effect.REACTIVATED);

  private final Random random;

  RandomRules(Random random) {
    this.random = random;
  }

  Rules rules(World world) {
    List<Mapped> table = new RandomRules(new Random(random.nextInt(TABLES))).table();
    return new Rules(
        RandomWorlds.HR,
        chance(85),
        sources(),
        someOf(world.apps().keySet()),
        table,
        new TreeMap<>(Map.of("crm", otherTable(), "erp", otherTable())),
        chance(55) ? null : one(List.of(read("userName"), new Appended("userName", ""))),
        chance(40),
        exact(table),
        chance(25),
        chance(75),
        chance(65),
        chance(50),
        chance(60),
        chance(30),
        one(List.of(OnDeactivate.values())),
        chance(50),
        chance(50),
        chance(50),
        someOf(world.people().keySet()),
        limit(),
        limit(),
        atMost(),
        chance(15));
  }

  private List<String> sources() {
    List<String> sources = new ArrayList<>(List.of(RandomWorlds.HR));
    if (chance(40)) {
      return sources;
    }
    sources.addAll(RandomWorlds.OTHER_APPS);
    if (chance(50)) {
      Collections.shuffle(sources, random);
    }
    return sources.subList(0, random.nextInt(sources.size() + 1));
  }

  private Set<String> someOf(Set<String> ids) {
    Set<String> some = new TreeSet<>();
    boolean any = chance(40);
    for (String id : ids) {
      if (any && chance(15)) {
        some.add(id);
      }
    }
    return some;
  }

  private Limit limit() {
    return new Limit(
        chance(80),
        one(List.of(0, 1, 5, 15, 20, 21, 33, 50, 99, 100)),
        one(List.of(0, 1, 10, 30, 101)),
        chance(30));
  }

  /** One alone and at once, or any of them. */
  private SortedMap<Effect, Integer> atMost() {
    SortedMap<Effect, Integer> atMost = new TreeMap<>();
    if (chance(20)) {
      atMost.put(one(chance(60) ? RARE : List.of(Effect.values())), 0);
    } else if (chance(15)) {
      for (Effect effect : Effect.values()) {
        if (chance(50)) {
          atMost.put(effect, one(List.of(0, 1, 2, 5, 20)));
        }
      }
    }
    return atMost;
  }

  private List<Criterion> exact(List<Mapped> table) {
    List<Criterion> all =
        new ArrayList<>(
            List.of(
                new Criterion("EMAIL", Normalize.NONE), new Criterion("USERNAME", Normalize.NONE)));
    for (Mapped each : table) {
      if (Set.of("employeeNumber", "badge", "level", "title").contains(each.target())) {
        all.add(new Criterion(each.target(), one(List.of(Normalize.values()))));
      }
    }
    Collections.shuffle(all, random);
    int count = chance(75) ? 1 : random.nextInt(3);
    return chance(40)
        ? List.of(new Criterion("EMAIL", Normalize.NONE))
        : List.copyOf(all.subList(0, Math.min(count, all.size())));
  }

  private List<Mapped> table() {
    List<Mapped> table = new ArrayList<>();
    String prefix = one(List.of("appuser.", "source.", "hr.", ""));
    add(table, 98, "email", new Read(prefix, "email"));
    add(table, 98, "firstName", read("firstName"), new Elvis("firstName", "userName"));
    add(table, 98, "lastName", read("lastName"), new Elvis("lastName", "firstName"));
    add(
        table,
        80,
        "title",
        read("title"),
        read("title"),
        new Elvis("title", "number"),
        new Joined("title", "/", "number"),
        new Appended("title", "!"),
        new Constant("Staff"),
        new ReadOther("crm", "title"));
    add(table, 60, "locale", read("locale"), new Constant("de_DE"), new Appended("locale", ""));
    add(table, 40, "countryCode", read("country"));
    add(table, 80, "employeeNumber", read("number"), new Elvis("number", "badge"));
    add(table, 60, "badge", read("badge"), new Elvis("badge", "number"));
    add(table, 50, "level", read("number"), new Constant("7"));
    add(table, 50, "costCenter", read("number"), new ReadOther("erp", "number"));
    add(table, 15, "login", read("email"), read("userName"));
    return table;
  }

  /** Of another source; it may read the importing app's users, too. */
  private List<Mapped> otherTable() {
    Random random = new Random(this.random.nextInt(6));
    RandomRules rules = new RandomRules(random);
    List<Mapped> table = new ArrayList<>();
    rules.add(table, 90, "email", read("email"));
    rules.add(table, 90, "lastName", read("lastName"), new Elvis("lastName", "firstName"));
    rules.add(table, 80, "title", read("title"), new Appended("title", "?"), new Constant("Temp"));
    rules.add(table, 60, "employeeNumber", read("number"), new ReadOther("hr", "number"));
    rules.add(table, 60, "badge", read("badge"));
    rules.add(table, 40, "level", read("number"));
    rules.add(table, 40, "locale", read("locale"));
    return table;
  }

  private void add(List<Mapped> table, int percent, String target, Formula... formulas) {
    if (chance(percent)) {
      OnError onError = chance(70) ? OnError.KEEP : one(List.of(OnError.values()));
      table.add(new Mapped(target, one(List.of(formulas)), onError));
    }
  }

  private static Read read(String attribute) {
    return new Read("appuser.", attribute);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T extends @Nullable Object> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
