package io.attune.benchmarks.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.benchmarks.acme.NamePool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Workspaces of an org: with everybody imported already, or with nobody yet. */
public final class Workspaces {
  /** The importing app. */
  public static final String APP = "acme_hr";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
  private static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  private Workspaces() {}

  /**
   * The configuration alone: an HR app with thirty attributes and as many mappings.
   *
   * @throws IOException if the disk fails
   */
  public static void writeEmpty(Path root) throws IOException {
    Path app = root.resolve("apps/" + APP);
    Files.createDirectories(app);
    ObjectNode org = object().put("name", "Acme").put("subDomain", "acme");
    org.putArray("profileSources").add(APP);
    write(root.resolve("org.json"), org);
    write(app.resolve("app.json"), object().put("id", "0oa1").put("name", APP));
    write(app.resolve("schema.json"), schema());
    write(app.resolve("mapping.json"), mapping());
    write(app.resolve("features.json"), features());
    write(app.resolve("sync.json"), object().put("profileSource", true));
  }

  /**
   * Everybody as an import of the unchanged feed leaves them.
   *
   * @throws IOException if the disk fails
   */
  public static void write(Path root, Org org) throws IOException {
    writeEmpty(root);
    NamePool names = new NamePool(org.seed());
    try (JsonText users = new JsonText(root.resolve("users.jsonl"));
        JsonText rows = new JsonText(root.resolve("apps/" + APP + "/app-users.jsonl"))) {
      for (int number = 0; number < org.people(); number++) {
        Person person = Person.of(number, names, org.seed());
        writeUser(person, users);
        writeRow(person, rows);
      }
    }
  }

  private static void writeUser(Person person, JsonText out) throws IOException {
    out.raw("{").member("id", Person.id(person.number())).member("status", "ACTIVE");
    out.member("created", "2024-03-01T09:00:00.000Z");
    out.member("lastUpdated", "2025-11-30T17:30:00.000Z");
    out.raw(",\"profile\":{").member("login", person.at(Field.EMAIL));
    for (Field field : Field.values()) {
      if (field.target != null) {
        out.member(field.target, person.mapped(field));
      }
    }
    out.raw("}}").endLine();
  }

  private static void writeRow(Person person, JsonText out) throws IOException {
    out.raw("{").member("id", Person.id(person.number()));
    out.member("externalId", Person.key(person.number())).member("scope", "USER");
    out.member("status", "ACTIVE").member("syncState", "SYNCHRONIZED");
    out.raw(",\"credentials\":{").member("userName", person.at(Field.USER_NAME)).raw("}");
    out.raw(",\"profile\":{");
    for (Field field : Field.values()) {
      out.member(field.attribute, person.at(field));
    }
    out.raw("}}").endLine();
  }

  private static ObjectNode schema() {
    ObjectNode schema = object();
    ObjectNode base =
        schema.putObject("definitions").putObject("base").put("id", "#base").put("type", "object");
    ObjectNode properties = base.putObject("properties");
    for (Field field : Field.values()) {
      properties
          .putObject(field.attribute)
          .put("title", field.attribute)
          .put("type", "string")
          .put("scope", "NONE")
          .put("required", field == Field.USER_NAME)
          .put("externalName", field.externalName)
          .put("externalNamespace", field.enterprise ? ENTERPRISE : CORE);
    }
    return schema;
  }

  private static ObjectNode mapping() {
    ObjectNode mapping = object();
    ObjectNode properties = mapping.putObject("toOkta").putObject("properties");
    for (Field field : Field.values()) {
      if (field.target != null) {
        properties
            .putObject(field.target)
            .put("expression", field.expression)
            .put("pushStatus", "PUSH");
      }
    }
    mapping.putObject("toApp").putObject("properties");
    return mapping;
  }

  private static JsonNode features() {
    ObjectNode inbound = object().put("name", "INBOUND_PROVISIONING").put("status", "ENABLED");
    ObjectNode capabilities = inbound.putObject("capabilities");
    capabilities
        .putObject("importRules")
        .putObject("userCreateAndMatch")
        .put("exactMatchCriteria", "EMAIL")
        .put("allowPartialMatch", false)
        .put("autoConfirmExactMatch", true)
        .put("autoConfirmNewUsers", true);
    capabilities.putObject("importSettings").putObject("username").put("usernameFormat", "EMAIL");
    return MAPPER.createArrayNode().add(inbound);
  }

  private static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  private static void write(Path file, JsonNode json) throws IOException {
    Files.writeString(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json));
  }
}
