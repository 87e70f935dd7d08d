package io.attune.plan;

import io.attune.matching.LoginKey;
import io.attune.plan.reference.Attribute;
import io.attune.plan.reference.Feed;
import io.attune.plan.reference.Feed.Sent;
import io.attune.plan.reference.World;
import io.attune.sourcing.UserStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Orgs and feeds in which everybody is in somebody's way. A third of the orgs have fifty people or
 * more, the rest a handful who share a few names.
 */
final class RandomWorlds {
  static final String HR = "hr";
  static final List<String> OTHER_APPS = List.of("crm", "erp");

  static final List<Attribute> USER =
      List.of(
          new Attribute("login", false, true, true, 5, 100, Attribute.Form.EMAIL, null, null),
          new Attribute("email", false, true, false, 5, 100, Attribute.Form.EMAIL, null, null),
          new Attribute("firstName", false, true, false, 1, 50, null, null, null),
          new Attribute("lastName", false, true, false, 1, 50, null, null, null),
          new Attribute("title", false, false, false, null, 12, null, null, null),
          new Attribute(
              "locale", false, false, false, null, null, Attribute.Form.LOCALE, "en_US", null),
          new Attribute(
              "countryCode", false, false, false, null, 2, Attribute.Form.COUNTRY_CODE, null, null),
          Attribute.text("employeeNumber"),
          new Attribute("badge", false, false, true, null, null, null, null, null),
          new Attribute("level", true, false, false, 1, 9, null, null, null),
          new Attribute("costCenter", false, false, false, null, null, null, "100", null));

  /** The same, where some attributes do not follow the person's profile source. */
  static final List<Attribute> MIXED =
      USER.stream()
          .map(
              each ->
                  switch (each.name()) {
                    case "title" -> each.from("crm", HR);
                    case "employeeNumber" -> each.from("erp", "nowhere");
                    case "badge" -> each.from("erp", HR, "crm");
                    case "locale" -> each.from();
                    default -> each;
                  })
          .toList();

  static final List<String> APP =
      List.of(
          "userName",
          "email",
          "firstName",
          "lastName",
          "title",
          "number",
          "badge",
          "locale",
          "country");

  private static final List<String> MAILS =
      List.of("anna@x.test", "boris@x.test", "ANNA@X.test", "çem@x.test", "cem@x.test");
  private static final List<String> FIRST =
      List.of(
          "Ann", "Bo", "ANN", "Çem", "Dee", "Eve", "Ada", "Bob", "Cid", "Dan", "Kim", "\u212aim");
  private static final List<String> LAST =
      List.of("Lee", "Ng", "lee", "Oz", "Strauß", "STRAUSS", "Ray", "Fox", "Hill", "Poe", "May");
  private static final List<String> TITLES =
      List.of("Boss", "Clerk", "", "Chief of everything", " Lead ");

  private final Random random;
  private final boolean large;

  RandomWorlds(Random random) {
    this.random = random;
    this.large = chance(36);
  }

  World world() {
    World world = new World(chance(65) ? USER : MIXED, APP);
    world.rows(HR);
    OTHER_APPS.forEach(world::rows);
    int people = large ? 50 + random.nextInt(26) : random.nextInt(10);
    Set<String> logins = new HashSet<>();
    for (int index = 0; index < people; index++) {
      String login = chance(large ? 6 : 40) ? one(MAILS) : "p" + index + "@x.test";
      if (logins.add(LoginKey.of(login))) {
        String id = "00u" + (char) ('A' + random.nextInt(26)) + index;
        UserStatus status =
            chance(55)
                ? UserStatus.ACTIVE
                : chance(50)
                    ? one(List.of(UserStatus.SUSPENDED, UserStatus.DEPROVISIONED))
                    : one(List.of(UserStatus.values()));
        world.people().put(id, new World.Person(status, random.nextInt(4), user(login)));
      }
    }
    int number = 0;
    for (String id : world.people().keySet()) {
      if (chance(60)) {
        row(world, HR, id, "hr-" + number++);
      }
      for (String other : OTHER_APPS) {
        if (chance(25)) {
          row(world, other, id, other + "-" + number++);
        }
      }
    }
    int strangers = strangers(world);
    for (int index = 0; index < strangers; index++) {
      if (chance(33)) {
        choose(world, "s-" + index);
      }
    }
    return world;
  }

  private static int strangers(World world) {
    return 4 + world.people().size() * 2 / 3;
  }

  private void row(World world, String app, String id, String externalId) {
    AppUserStatus status =
        chance(70)
            ? AppUserStatus.ACTIVE
            : chance(50) ? AppUserStatus.INACTIVE : one(List.of(AppUserStatus.values()));
    Map<String, Object> profile =
        chance(75) ? known(Objects.requireNonNull(world.people().get(id)).profile()) : appUser();
    world.rows(app).put(id, new World.Row(chance(92) ? externalId : null, status, profile));
  }

  private void choose(World world, String externalId) {
    World.Choice choice =
        chance(12) ? null : chance(35) ? World.Choice.IGNORE : one(List.of(World.Choice.values()));
    List<String> ids = List.copyOf(world.people().keySet());
    String someone = ids.isEmpty() || chance(4) ? "00uGone" : one(ids);
    boolean names =
        choice == World.Choice.USER
            || choice == World.Choice.NOT_USER
            || (choice == World.Choice.EXACT && chance(30));
    Outcome outcome = one(List.of(Outcome.PENDING_EXACT, Outcome.PENDING_NEW, Outcome.CONFLICT));
    PlannedMatch match =
        new PlannedMatch(PlannedMatch.Kind.EXACT, List.of("EMAIL"), List.of(someone), 1, null);
    world
        .waiting()
        .put(
            externalId,
            new World.Waiting(
                outcome,
                chance(20) ? match : chance(50) ? PlannedMatch.NONE : null,
                choice,
                names ? someone : null));
  }

  private Map<String, Object> user(String login) {
    Map<String, Object> user = new TreeMap<>();
    user.put("login", login);
    user.put("email", chance(90) ? login : one(MAILS));
    user.put("firstName", first());
    user.put("lastName", last());
    if (chance(40)) {
      user.put("title", one(List.of("Boss", "Clerk")));
    }
    if (chance(60)) {
      user.put("locale", chance(80) ? "en_US" : "de_DE");
    }
    if (chance(50)) {
      user.put("employeeNumber", number());
    }
    if (chance(40)) {
      user.put("badge", chance(97) ? badge() : "");
    }
    if (chance(30)) {
      user.put("level", 1L + random.nextInt(9));
    }
    if (chance(30)) {
      user.put("costCenter", chance(50) ? "100" : "200");
    }
    return user;
  }

  private String first() {
    return large ? one(FIRST) : FIRST.get(random.nextInt(4));
  }

  private String last() {
    return large && chance(50) ? "Name" + random.nextInt(40) : LAST.get(random.nextInt(6));
  }

  private String number() {
    return String.valueOf(random.nextInt(large ? 60 : 6));
  }

  private String badge() {
    return (chance(50) ? "B" : "b") + random.nextInt(large ? 200 : 8);
  }

  /** An app user that says what the person's profile says. */
  private static Map<String, Object> known(Map<String, Object> user) {
    Map<String, Object> row = new TreeMap<>();
    copy(user, "email", row, "userName");
    copy(user, "email", row, "email");
    copy(user, "firstName", row, "firstName");
    copy(user, "lastName", row, "lastName");
    copy(user, "title", row, "title");
    copy(user, "employeeNumber", row, "number");
    copy(user, "badge", row, "badge");
    copy(user, "locale", row, "locale");
    return row;
  }

  private static void copy(
      Map<String, Object> from, String name, Map<String, Object> to, String as) {
    Object value = from.get(name);
    if (value != null) {
      to.put(as, value);
    }
  }

  private Map<String, Object> appUser() {
    Map<String, Object> row = new TreeMap<>();
    String mail = chance(large ? 15 : 60) ? one(MAILS) : "n" + random.nextInt(1000) + "@x.test";
    row.put("userName", chance(95) ? mail : " ");
    row.put("email", mail);
    row.put("firstName", first());
    row.put("lastName", chance(60) ? last() : "Zed" + random.nextInt(1000));
    for (String name : List.of("title", "number", "badge", "locale", "country")) {
      if (chance(50)) {
        row.put(name, value(name));
      }
    }
    return row;
  }

  private String value(String name) {
    return switch (name) {
      case "title" -> one(TITLES);
      case "number" -> chance(85) ? number() : one(List.of("x1", "0007", ""));
      case "badge" -> badge();
      case "locale" -> one(List.of("en_US", "de_DE", "en", "nowhere"));
      case "country" -> one(List.of("US", "DE", "XX", "USA"));
      case "email" -> chance(80) ? one(MAILS) : one(List.of("no mail", "a@b", ""));
      default -> chance(80) ? first() : "";
    };
  }

  Feed feed(World world) {
    List<Sent> records = new ArrayList<>();
    for (World.Row row : world.rows(HR).values()) {
      if (row.externalId() != null && chance(80)) {
        records.add(known(row.externalId(), row.profile()));
      }
    }
    List<String> ids = List.copyOf(world.people().keySet());
    int strangers = strangers(world);
    for (int index = 0; index < strangers; index++) {
      if (chance(85)) {
        records.add(stranger(world, "s-" + index, ids));
      }
    }
    if (chance(4)) {
      records.add(unreadable(null));
    }
    if (chance(4) && !records.isEmpty()) {
      records.add(one(records));
    }
    if (chance(4) && !records.isEmpty()) {
      Sent other = one(records);
      String again = other.externalId() == null ? "s-0" : other.externalId();
      records.add(sent(again, true, appUser()));
    }
    if (chance(3)) {
      records.clear();
    }
    if (chance(10)) {
      records.removeIf(each -> chance(60));
    }
    Collections.shuffle(records, random);
    return new Feed(records, List.of(), chance(4) ? "CUT_OFF" : null, chance(50));
  }

  private Sent known(String externalId, Map<String, Object> row) {
    if (chance(3)) {
      return unreadable(externalId);
    }
    Map<String, Object> profile = new TreeMap<>(chance(92) ? row : appUser());
    if (chance(45)) {
      String name = one(APP);
      profile.put(name, value(name));
    }
    if (chance(10)) {
      profile.remove(one(APP));
    }
    return sent(externalId, chance(93), profile);
  }

  private Sent stranger(World world, String externalId, List<String> ids) {
    if (chance(2)) {
      return unreadable(externalId);
    }
    Map<String, Object> profile = appUser();
    if (!ids.isEmpty() && chance(60)) {
      String id = one(ids);
      if (world.rows(HR).containsKey(id) && chance(80)) {
        id = one(ids);
      }
      Map<String, Object> person = known(Objects.requireNonNull(world.people().get(id)).profile());
      int kind = random.nextInt(10);
      if (kind < 4) {
        profile.putAll(person);
      } else if (kind < 8) {
        copy(person, "firstName", profile, "firstName");
        copy(person, "lastName", profile, "lastName");
      } else {
        copy(person, "badge", profile, "badge");
        copy(person, "number", profile, "number");
      }
    }
    if (chance(8)) {
      profile.remove(one(APP));
    }
    return sent(externalId, chance(92), profile);
  }

  private Sent unreadable(@Nullable String externalId) {
    String raw = "{broken " + random.nextInt(1000);
    return externalId == null
        ? new Sent(null, true, null, "MISSING_ID", null, raw)
        : new Sent(externalId, true, null, "WRONG_TYPE", "title", externalId + raw);
  }

  private static Sent sent(String externalId, boolean active, Map<String, Object> profile) {
    return new Sent(externalId, active, profile, "", null, externalId + "|" + active + profile);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
