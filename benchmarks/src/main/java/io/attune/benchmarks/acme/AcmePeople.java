package io.attune.benchmarks.acme;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The people of Acme as the directory knows them before the import. */
final class AcmePeople {
  private final Path root;
  private final int people;
  private final int changedPermille;
  private final long seed;
  private final NamePool names;

  AcmePeople(Path root, int people, int changedPermille, long seed) {
    this.root = root;
    this.people = people;
    this.changedPermille = changedPermille;
    this.seed = seed;
    this.names = new NamePool(seed);
  }

  static String id(int number) {
    return "00u" + String.format(Locale.ROOT, "%017d", number);
  }

  /** The id of somebody who only stands in somebody else's way. */
  static String otherId(int number) {
    return "00u" + String.format(Locale.ROOT, "%016d", number) + "x";
  }

  void write() throws IOException {
    Map<String, StringBuilder> groups = new TreeMap<>();
    try (Lines users = new Lines(root.resolve("users.jsonl"));
        Lines hr = new Lines(root.resolve("apps/acme_hr/app-users.jsonl"));
        Lines crm = new Lines(root.resolve("apps/acme_crm/app-users.jsonl"));
        Lines wiki = new Lines(root.resolve("apps/acme_wiki/app-users.jsonl"))) {
      for (int number = 0; number < people; number++) {
        Employee employee = Employee.of(number, names, seed);
        Fate fate = Fate.of(number, changedPermille);
        users.write(user(number, employee, fate));
        if (isLinked(fate)) {
          hr.write(link(number, employee, fate));
        }
        if (fate == Fate.TWO_PEOPLE || fate == Fate.SECOND_RECORD) {
          addDouble(number, employee, fate, users);
        }
        if (number % 3 == 0) {
          crm.write(other(id(number), "crm-" + number, employee));
        }
        if (number % 4 == 0) {
          wiki.write(other(id(number), "wiki-" + number, employee));
        }
        groups
            .computeIfAbsent(employee.department(), name -> new StringBuilder())
            .append(people <= 1000 ? id(number) + " " : "");
      }
    }
    writeGroups(groups);
    writePending();
  }

  /** Whether HR knew the person before. */
  private static boolean isLinked(Fate fate) {
    return switch (fate) {
      case PROTECTED_MATCH,
          EXISTING,
          NAMESAKE,
          NAMESAKE_CONFIRMED_NEW,
          TWO_PEOPLE,
          SAME_PERSON_TWICE,
          LOGIN_HELD ->
          false;
      default -> true;
    };
  }

  private static ObjectNode user(int number, Employee employee, Fate fate) {
    ObjectNode profile = Lines.object(employee.oktaProfile());
    String status =
        switch (fate) {
          case RETURNED_SUSPENDED -> "SUSPENDED";
          case RETURNED_DEACTIVATED, LOGIN_HELD -> "DEPROVISIONED";
          default -> number % 40 == 39 ? "STAGED" : "ACTIVE";
        };
    if (fate == Fate.LOGIN_HELD) {
      profile.put("email", "former." + employee.email());
    }
    return user(id(number), status, profile);
  }

  private static ObjectNode user(String id, String status, ObjectNode profile) {
    ObjectNode user =
        Lines.object()
            .put("id", id)
            .put("status", status)
            .put("created", "2024-03-01T09:00:00.000Z")
            .put("lastUpdated", "2025-11-30T17:30:00.000Z");
    user.set("profile", profile);
    return user;
  }

  /** Somebody else with the same e-mail address but a login of their own. */
  private void addDouble(int number, Employee employee, Fate fate, Lines users) {
    if (fate == Fate.TWO_PEOPLE) {
      ObjectNode profile = Lines.object(employee.withName("Shared", "Mailbox").oktaProfile());
      profile.put("login", "shared." + number + "@acme.example");
      users.write(user(otherId(number), "ACTIVE", profile));
    }
  }

  private static ObjectNode link(int number, Employee employee, Fate fate) {
    String status =
        switch (fate) {
          case RETURNED_SUSPENDED -> "INACTIVE";
          case RETURNED_DEACTIVATED -> "DEPROVISIONED";
          default -> "ACTIVE";
        };
    ObjectNode row = Lines.object().put("id", id(number)).put("externalId", employee.key());
    row.put("scope", "USER").put("status", status).put("syncState", "SYNCHRONIZED");
    row.putObject("credentials").put("userName", employee.email());
    row.set("profile", Lines.object(employee.appProfile()));
    return row;
  }

  private static ObjectNode other(String id, String externalId, Employee employee) {
    ObjectNode row = Lines.object().put("id", id).put("externalId", externalId);
    row.put("scope", "GROUP").put("status", "ACTIVE").put("syncState", "DISABLED");
    row.putObject("credentials").put("userName", employee.email());
    row.putObject("profile")
        .put("userName", employee.email())
        .put("displayName", employee.firstName() + " " + employee.lastName());
    return row;
  }

  private void writeGroups(Map<String, StringBuilder> groups) throws IOException {
    try (Lines lines = new Lines(root.resolve("groups.jsonl"))) {
      int number = 0;
      for (Map.Entry<String, StringBuilder> group : groups.entrySet()) {
        ObjectNode line = Lines.object().put("id", "00g" + number++).put("type", "OKTA_GROUP");
        line.putObject("profile")
            .put("name", group.getKey())
            .put("description", "Everybody in " + group.getKey());
        var members = line.putArray("members");
        for (String member : group.getValue().toString().strip().split(" ", -1)) {
          if (!member.isEmpty()) {
            members.add(member);
          }
        }
        lines.write(line);
      }
    }
  }

  private void writePending() throws IOException {
    try (Lines lines = new Lines(root.resolve("apps/acme_hr/pending.jsonl"))) {
      for (int number = 0; number < people; number++) {
        if (Fate.of(number, changedPermille) == Fate.NAMESAKE_CONFIRMED_NEW) {
          lines.write(choice(AcmeFeed.strangerKey(number), "PENDING_PARTIAL", "NEW"));
        }
      }
      lines.write(choice("hr-ignored", "PENDING_NEW", "IGNORE"));
    }
  }

  private static ObjectNode choice(String externalId, String outcome, String kind) {
    ObjectNode line = Lines.object().put("externalId", externalId).put("outcome", outcome);
    line.putObject("match").put("kind", "NONE");
    line.putObject("profile");
    line.putObject("choice")
        .put("kind", kind)
        .put("by", "admin@acme.example")
        .put("at", "2025-12-01T10:00:00.000Z");
    line.put("since", "2025-11-30T17:30:00.000Z");
    return line;
  }
}
