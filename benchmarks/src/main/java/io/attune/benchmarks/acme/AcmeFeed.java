package io.attune.benchmarks.acme;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tonight's feed of HR, and what must become of each of its records. */
final class AcmeFeed {
  private final Path root;
  private final int people;
  private final int newcomers;
  private final int changedPermille;
  private final long seed;
  private final NamePool names;

  AcmeFeed(Path root, int people, int newcomers, int changedPermille, long seed) {
    this.root = root;
    this.people = people;
    this.newcomers = newcomers;
    this.changedPermille = changedPermille;
    this.seed = seed;
    this.names = new NamePool(seed);
  }

  /** The key of a record that is not the person's own. */
  static String strangerKey(int number) {
    return "hr-s" + number;
  }

  void write() throws IOException {
    List<String> head = new ArrayList<>();
    try (Lines feed = new Lines(root.resolve("hr-feed.jsonl"));
        Lines expected = new Lines(root.resolve("expected.jsonl"))) {
      for (int number = 0; number < people; number++) {
        write(number, Employee.of(number, names, seed), feed, expected, head);
      }
      for (int number = people; number < people + newcomers; number++) {
        Employee employee = Employee.of(number, names, seed);
        feed.write(record(employee));
        expected.write(expected(employee.key(), "CREATE", null, "NONE", null));
      }
      if (people <= 1000) {
        Employee ignored = keyed(Employee.of(people + newcomers, names, seed), "hr-ignored");
        feed.write(record(ignored));
        expected.write(expected("hr-ignored", "IGNORED", null, "NONE", null));
        Employee inactive = keyed(Employee.of(people + newcomers + 1, names, seed), "hr-skipped");
        feed.write(record(inactive).put("active", false));
        expected.write(expected("hr-skipped", "SKIPPED", null, "NONE", null));
      }
    }
    if (people <= 1000) {
      writeBroken(head);
    }
  }

  /** The feed as it looks after a connection broke in the middle of a record. */
  private void writeBroken(List<String> head) throws IOException {
    try (Lines broken = new Lines(root.resolve("hr-feed-broken.jsonl"))) {
      head.subList(0, head.size() - 1).forEach(broken::write);
      String last = head.get(head.size() - 1);
      broken.write(last.substring(0, last.length() / 2));
    }
  }

  private static Employee keyed(Employee employee, String key) {
    return new Employee(
        key,
        employee.firstName(),
        employee.lastName(),
        employee.email(),
        employee.title(),
        employee.department(),
        employee.unit(),
        employee.costCode(),
        employee.contract(),
        employee.city(),
        employee.country(),
        employee.phone());
  }

  private void write(int number, Employee employee, Lines feed, Lines expected, List<String> head) {
    Fate fate = Fate.of(number, changedPermille);
    String key = employee.key();
    String id = AcmePeople.id(number);
    List<ObjectNode> records = new ArrayList<>();
    List<ObjectNode> lines = new ArrayList<>();
    switch (fate) {
      case UNCHANGED -> {
        records.add(record(employee));
        lines.add(expected(key, "UNCHANGED", id, "LINKED", null));
      }
      case PROMOTED -> {
        records.add(record(employee.withTitle("Senior " + employee.title())));
        lines.add(changed(expected(key, "UPDATE", id, "LINKED", null), "title"));
      }
      case GONE, PROTECTED_GONE -> {
        ObjectNode line = expected(key, "REMOVED", id, "LINKED", null);
        lines.add(fate == Fate.GONE ? line.put("status", "DEPROVISIONED") : line);
      }
      case LEFT_INACTIVE -> {
        records.add(record(employee).put("active", false));
        lines.add(expected(key, "REMOVED", id, "LINKED", null).put("status", "DEPROVISIONED"));
      }
      case RETURNED_SUSPENDED -> {
        records.add(record(employee));
        lines.add(expected(key, "UPDATE", id, "LINKED", null).put("status", "ACTIVE"));
      }
      case RETURNED_DEACTIVATED -> {
        records.add(record(employee));
        lines.add(expected(key, "PENDING_ACTIVATION", id, "LINKED", null));
      }
      case UNREADABLE -> {
        ObjectNode record = record(employee);
        record.put("title", 7);
        records.add(record);
        lines.add(expected(key, "ERROR", id, null, null));
      }
      case WITHOUT_USERNAME -> {
        ObjectNode record = record(employee);
        record.remove("userName");
        records.add(record);
        lines.add(expected(key, "ERROR", id, null, null));
      }
      case FAILING_EXPRESSION -> {
        records.add(record(employee.withCostCode("n/a")));
        lines.add(expected(key, "ERROR", id, "LINKED", null));
      }
      case KEPT_EXPRESSION -> {
        // The unit is too short for its expression: division keeps its value, the rest is written.
        records.add(record(employee.withUnit("X").withTitle("Senior " + employee.title())));
        lines.add(changed(expected(key, "UPDATE", id, "LINKED", null), "title"));
      }
      case INVALID_COUNTRY -> {
        ObjectNode record = record(employee);
        ((ObjectNode) record.path("addresses").get(0)).put("country", "zz");
        records.add(record);
        lines.add(expected(key, "ERROR", id, "LINKED", null));
      }
      case PROTECTED_MATCH -> {
        records.add(record(employee));
        lines.add(expected(key, "PENDING_EXACT", id, "EXACT", null));
      }
      case EXISTING -> {
        records.add(record(employee.withTitle("Senior " + employee.title())));
        lines.add(changed(expected(key, "LINK", id, "EXACT", null), "title"));
      }
      case NAMESAKE -> {
        String other = strangerKey(number);
        records.add(record(keyed(employee.withEmail("other." + employee.email()), other)));
        lines.add(expected(other, "PENDING_PARTIAL", id, "PARTIAL", null));
      }
      case NAMESAKE_CONFIRMED_NEW -> {
        String other = strangerKey(number);
        records.add(record(keyed(employee.withEmail("other." + employee.email()), other)));
        lines.add(expected(other, "CREATE", null, "PARTIAL", null));
      }
      case TWO_PEOPLE -> {
        records.add(record(employee));
        lines.add(expected(key, "AMBIGUOUS", null, "AMBIGUOUS", null));
      }
      case SECOND_RECORD -> {
        records.add(record(employee));
        lines.add(expected(key, "UNCHANGED", id, "LINKED", null));
        String other = strangerKey(number);
        records.add(record(keyed(employee, other)));
        lines.add(expected(other, "CONFLICT", id, "CONFLICT", "ALREADY_LINKED"));
      }
      case SAME_PERSON_TWICE -> {
        records.add(record(employee));
        lines.add(expected(key, "LINK", id, "EXACT", null));
        String other = strangerKey(number);
        records.add(record(keyed(employee, other)));
        lines.add(expected(other, "CONFLICT", id, "CONFLICT", "SAME_USER_IN_FEED"));
      }
      case LOGIN_HELD -> {
        // Another name, or the namesake rule would find the person first.
        records.add(record(employee.withName("Newly", "Hired" + number)));
        lines.add(expected(key, "CONFLICT", null, "CONFLICT", "LOGIN_HELD"));
      }
    }
    for (ObjectNode record : records) {
      feed.write(record);
      if (head.size() < 300) {
        head.add(record.toString());
      }
    }
    lines.forEach(expected::write);
  }

  private static ObjectNode expected(
      String key,
      String outcome,
      @Nullable String userId,
      @Nullable String match,
      @Nullable String reason) {
    ObjectNode line = Lines.object().put("externalId", key).put("outcome", outcome);
    if (userId != null) {
      line.put("userId", userId);
    }
    if (match != null) {
      line.put("match", match);
    }
    if (reason != null) {
      line.put("reason", reason);
    }
    return line;
  }

  private static ObjectNode changed(ObjectNode line, String attribute) {
    line.putArray("changed").add(attribute);
    return line;
  }

  /** An employee as HR sends them: a SCIM 2.0 user. */
  static ObjectNode record(Employee employee) {
    ObjectNode record = Lines.object();
    record
        .putArray("schemas")
        .add("urn:ietf:params:scim:schemas:core:2.0:User")
        .add("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")
        .add(AcmeConfiguration.HR_EXTENSION);
    record.put("id", employee.key());
    record.put("userName", employee.email());
    record
        .putObject("name")
        .put("givenName", employee.firstName())
        .put("familyName", employee.lastName());
    var emails = record.putArray("emails");
    emails.addObject().put("value", "home@example.net").put("type", "home");
    emails.addObject().put("value", employee.email()).put("type", "work").put("primary", true);
    record
        .putArray("addresses")
        .addObject()
        .put("type", "work")
        .put("locality", employee.city())
        .put("country", employee.country());
    record
        .putArray("phoneNumbers")
        .addObject()
        .put("type", "mobile")
        .put("value", employee.phone());
    record.put("title", employee.title());
    record.put("active", true);
    record
        .putObject("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")
        .put("employeeNumber", employee.key().substring(3))
        .put("department", employee.department());
    record
        .putObject(AcmeConfiguration.HR_EXTENSION)
        .put("unit", employee.unit())
        .put("costCode", employee.costCode())
        .put("contract", employee.contract());
    return record;
  }
}
