package io.attune.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A workspace for one acceptance case: apps {@code hr} and {@code crm}, both of them flat. What a
 * case does not set is Okta's default, but that exact matches and new people are confirmed.
 */
final class AcceptanceOrg {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path folder;
  private final List<String> users = new ArrayList<>();
  private final Map<String, List<String>> rows = new TreeMap<>();
  private final List<String> records = new ArrayList<>();
  private final ObjectNode org = MAPPER.createObjectNode();
  private final Map<String, ObjectNode> sync = new LinkedHashMap<>();
  private final ObjectNode match = MAPPER.createObjectNode();
  private final ObjectNode toOkta = MAPPER.createObjectNode();
  private final ObjectNode masters = MAPPER.createObjectNode();

  AcceptanceOrg(Path folder) {
    this.folder = folder;
    org.put("name", "Acceptance").putArray("profileSources").add("hr");
    for (String app : List.of("hr", "crm")) {
      sync.put(app, MAPPER.createObjectNode());
      rows.put(app, new ArrayList<>());
    }
    sync("hr").put("profileSource", true);
    match.put("exactMatchCriteria", "EMAIL");
    match.put("autoConfirmExactMatch", true).put("autoConfirmNewUsers", true);
    for (String same : List.of("email", "firstName", "lastName", "title")) {
      maps(same, "appuser." + same);
    }
  }

  /** {@code org.json}. */
  ObjectNode org() {
    return org;
  }

  /** {@code sync.json} of an app. */
  ObjectNode sync(String app) {
    return Objects.requireNonNull(sync.get(app));
  }

  /** The match rules of {@code hr}. */
  ObjectNode match() {
    return match;
  }

  AcceptanceOrg maps(String target, String expression) {
    toOkta.putObject(target).put("expression", expression);
    return this;
  }

  /** Gives an Okta attribute a list of sources of its own, by name or id ({@code 0oa-name}). */
  AcceptanceOrg overrides(String attribute, String... apps) {
    ObjectNode master = masters.putObject(attribute).putObject("master").put("type", "OVERRIDE");
    for (String app : apps) {
      master.withArray("priority").addObject().put("type", "APP").put("value", app);
    }
    return this;
  }

  /** Makes {@code crm} a source too, below {@code hr}. */
  AcceptanceOrg twoSources() {
    sync("crm").put("profileSource", true);
    org.putArray("profileSources").add("hr").add("crm");
    return this;
  }

  /** Says a value in the last row that was added to an app. */
  AcceptanceOrg says(String app, String attribute, String value) {
    List<String> all = Objects.requireNonNull(rows.get(app));
    try {
      ObjectNode row = (ObjectNode) MAPPER.readTree(all.get(all.size() - 1));
      ((ObjectNode) row.path("profile")).put(attribute, value);
      all.set(all.size() - 1, row.toString());
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A person whose login and e-mail are {@code id@x.test}. */
  AcceptanceOrg person(String id, String status) {
    return person(id, status, id + "@x.test", id + "@x.test", "First" + id, "Last" + id, "");
  }

  AcceptanceOrg person(
      String id,
      String status,
      String login,
      String email,
      String first,
      String last,
      String number) {
    ObjectNode user = MAPPER.createObjectNode().put("id", id).put("status", status);
    ObjectNode profile = user.putObject("profile").put("login", login).put("email", email);
    profile.put("firstName", first).put("lastName", last).put("locale", "en_US");
    if (!number.isEmpty()) {
      profile.put("employeeNumber", number);
    }
    users.add(user.toString());
    return this;
  }

  /** A link of a person of {@link #person(String, String)}: key {@code e-id}. */
  AcceptanceOrg link(String app, String id, String status) {
    ObjectNode row = MAPPER.createObjectNode().put("id", id).put("externalId", "e-" + id);
    row.put("scope", "USER").put("status", status);
    row.putObject("profile")
        .put("userName", id + "@x.test")
        .put("email", id + "@x.test")
        .put("firstName", "First" + id)
        .put("lastName", "Last" + id);
    Objects.requireNonNull(rows.get(app)).add(row.toString());
    return this;
  }

  /** People {@code p0} … who are active and linked. */
  AcceptanceOrg linkedPeople(String app, int from, int to) {
    for (int index = from; index < to; index++) {
      person("p" + index, "ACTIVE").link(app, "p" + index, "ACTIVE");
    }
    return this;
  }

  /** The record of a person of {@link #person(String, String)}. */
  static ObjectNode record(String id) {
    return record("e-" + id, id + "@x.test", "First" + id, "Last" + id);
  }

  static ObjectNode record(String key, String email, String first, String last) {
    return MAPPER
        .createObjectNode()
        .put("externalId", key)
        .put("userName", email)
        .put("email", email)
        .put("firstName", first)
        .put("lastName", last);
  }

  AcceptanceOrg feed(JsonNode record) {
    records.add(record.toString());
    return this;
  }

  AcceptanceOrg feedPeople(int from, int to) {
    for (int index = from; index < to; index++) {
      feed(record("p" + index));
    }
    return this;
  }

  /** What an import came to. */
  record Planned(int exitCode, JsonNode report, Map<String, JsonNode> lines) {
    JsonNode line(String key) {
      return Objects.requireNonNull(lines.get(key), key);
    }

    String outcome(String key) {
      return line(key).path("outcome").asText();
    }

    String statusAfter(String key) {
      return line(key).path("status").path("to").asText("-");
    }

    JsonNode safeguard() {
      return report.path("safeguard");
    }

    String limit() {
      return safeguard().path("limit").asText("-");
    }

    List<String> diagnostics(String key) {
      List<String> codes = new ArrayList<>();
      line(key).path("diagnostics").forEach(each -> codes.add(each.path("code").asText()));
      return codes;
    }

    /** What is written to an Okta attribute; empty if nothing is. */
    String written(String key, String attribute) {
      for (JsonNode change : line(key).path("changes")) {
        if (!change.has("on") && change.path("attribute").asText().equals(attribute)) {
          return change.path("to").asText();
        }
      }
      return "";
    }
  }

  /** Imports into {@code hr} through the command. */
  Planned plan() {
    return plan("hr");
  }

  /** Imports into an app through the command. */
  Planned plan(String app) {
    try {
      write();
      Path plan = folder.resolve("plan.jsonl");
      PrintStream nowhere =
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
      int exitCode =
          Attune.run(
              nowhere,
              nowhere,
              "import",
              folder.toString(),
              "--app",
              app,
              "--records",
              folder.resolve("feed.jsonl").toString(),
              "--at",
              "2026-01-05T08:00:00Z",
              "--plan",
              plan.toString());
      Map<String, JsonNode> lines = new TreeMap<>();
      JsonNode report = MAPPER.createObjectNode();
      for (String text : Files.readAllLines(plan, StandardCharsets.UTF_8)) {
        JsonNode line = MAPPER.readTree(text);
        if (line.has("outcome")) {
          lines.put(line.path("externalId").asText(), line);
        } else if (line.has("report")) {
          report = line.path("report");
        }
      }
      return new Planned(exitCode, report, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the workspace as it is so far. */
  void write() throws IOException {
    put("org.json", org.toString());
    if (!masters.isEmpty()) {
      ObjectNode schema = MAPPER.createObjectNode();
      schema.putObject("definitions").putObject("base").set("properties", masters);
      put("user-schema.json", schema.toString());
    }
    put("users.jsonl", String.join("\n", users));
    put("feed.jsonl", String.join("\n", records));
    for (String app : List.of("hr", "crm")) {
      put(
          "apps/" + app + "/app.json",
          "{\"id\":\"0oa-" + app + "\",\"name\":\"" + app + "\",\"status\":\"ACTIVE\"}");
      put("apps/" + app + "/sync.json", sync(app).toString());
      put(
          "apps/" + app + "/app-users.jsonl",
          String.join("\n", Objects.requireNonNull(rows.get(app))));
      ObjectNode properties = MAPPER.createObjectNode();
      for (String name :
          List.of("userName", "email", "firstName", "lastName", "title", "number", "place")) {
        properties.putObject(name).put("type", "string");
      }
      ObjectNode schema = MAPPER.createObjectNode();
      schema.putObject("definitions").putObject("base").set("properties", properties);
      put("apps/" + app + "/schema.json", schema.toString());
      ObjectNode mapping = MAPPER.createObjectNode();
      mapping.putObject("toOkta").set("properties", toOkta);
      put("apps/" + app + "/mapping.json", mapping.toString());
      ObjectNode feature = MAPPER.createObjectNode().put("name", "INBOUND_PROVISIONING");
      feature.putObject("capabilities").putObject("importRules").set("userCreateAndMatch", match);
      put("apps/" + app + "/features.json", "[" + feature + "]");
    }
  }

  private void put(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    Files.writeString(path, text);
  }
}
