package io.attune.benchmarks.acme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The configuration of Acme: an HR source, a CRM and a wiki. */
final class AcmeConfiguration {
  private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
  private static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
  static final String HR_EXTENSION = "urn:acme:params:scim:schemas:hr:2.0:User";

  private AcmeConfiguration() {}

  static void write(Path root, boolean partialMatches) throws IOException {
    ObjectNode org = Lines.object().put("name", "Acme").put("subDomain", "acme");
    org.putArray("profileSources").add("acme_hr");
    org.putArray("protectedUsers").add(AcmePeople.id(0)).add(AcmePeople.id(1));
    write(root.resolve("org.json"), org);
    writeHr(root.resolve("apps/acme_hr"), partialMatches);
    writeOther(root.resolve("apps/acme_crm"), "acme_crm", "Acme CRM");
    writeOther(root.resolve("apps/acme_wiki"), "acme_wiki", "Acme Wiki");
  }

  private static void writeHr(Path app, boolean partialMatches) throws IOException {
    writeApp(app, "acme_hr", "Acme HR");
    ObjectNode base = Lines.object();
    attribute(base, "userName", "Username", "userName", CORE).put("required", true);
    attribute(base, "givenName", "Given name", "name.givenName", CORE);
    attribute(base, "familyName", "Family name", "name.familyName", CORE);
    attribute(base, "email", "E-mail", "emails.^[primary==true].value", CORE);
    attribute(base, "title", "Title", "title", CORE);
    attribute(base, "phone", "Phone", "phoneNumbers.^[type==\"mobile\"].value", CORE);
    attribute(base, "city", "City", "addresses.^[type==\"work\"].locality", CORE);
    attribute(base, "country", "Country", "addresses.^[type==\"work\"].country", CORE);
    attribute(base, "employeeNumber", "Employee number", "employeeNumber", ENTERPRISE);
    attribute(base, "department", "Department", "department", ENTERPRISE);
    ObjectNode custom = Lines.object();
    attribute(custom, "unit", "Unit", "unit", HR_EXTENSION);
    attribute(custom, "costCode", "Cost code", "costCode", HR_EXTENSION);
    attribute(custom, "contract", "Contract", "contract", HR_EXTENSION);
    writeSchema(app, base, custom);

    ObjectNode toOkta = Lines.object();
    mapping(toOkta, "firstName", "appuser.givenName");
    mapping(toOkta, "lastName", "appuser.familyName");
    mapping(toOkta, "displayName", "appuser.givenName + ' ' + appuser.familyName");
    mapping(toOkta, "email", "String.toLowerCase(appuser.email)");
    mapping(toOkta, "title", "appuser.title");
    mapping(toOkta, "department", "appuser.department ?: 'Unassigned'");
    mapping(toOkta, "division", "String.substring(appuser.unit, 0, 3)");
    mapping(toOkta, "costCenter", "'CC-' + Convert.toInt(appuser.costCode)")
        .put("onError", "FAIL_USER");
    mapping(toOkta, "employeeNumber", "appuser.employeeNumber");
    mapping(toOkta, "userType", "appuser.contract == 'EXT' ? 'External' : 'Employee'");
    mapping(toOkta, "city", "appuser.city");
    mapping(toOkta, "countryCode", "String.toUpperCase(appuser.country)");
    mapping(
        toOkta, "mobilePhone", "appuser.phone == null ? null : String.removeSpaces(appuser.phone)");
    ObjectNode toApp = Lines.object();
    mapping(toApp, "givenName", "user.firstName");
    mapping(toApp, "familyName", "user.lastName");
    ObjectNode mapping = Lines.object();
    mapping.putObject("toOkta").set("properties", toOkta);
    mapping.putObject("toApp").set("properties", toApp);
    write(app.resolve("mapping.json"), mapping);

    ObjectNode match =
        Lines.object()
            .put("exactMatchCriteria", "EMAIL")
            .put("allowPartialMatch", partialMatches)
            .put("autoConfirmExactMatch", true)
            .put("autoConfirmPartialMatch", false)
            .put("autoConfirmNewUsers", true)
            .put("autoActivateNewUsers", false);
    writeFeatures(app, match);
    ObjectNode sync = Lines.object().put("profileSource", true).put("onDeactivate", "DEACTIVATE");
    sync.putObject("reactivate").put("suspended", true).put("deactivated", false);
    write(app.resolve("sync.json"), sync);
  }

  private static void writeOther(Path app, String name, String label) throws IOException {
    writeApp(app, name, label);
    ObjectNode base = Lines.object();
    attribute(base, "userName", "Username", "userName", CORE).put("required", true);
    attribute(base, "displayName", "Display name", "displayName", CORE);
    writeSchema(app, base, Lines.object());
    ObjectNode mapping = Lines.object();
    ObjectNode toApp = Lines.object();
    mapping(toApp, "displayName", "user.displayName");
    mapping.putObject("toOkta").putObject("properties");
    mapping.putObject("toApp").set("properties", toApp);
    write(app.resolve("mapping.json"), mapping);
  }

  private static void writeApp(Path app, String name, String label) throws IOException {
    ObjectNode json =
        Lines.object()
            .put("id", "0oa" + name)
            .put("name", name)
            .put("label", label)
            .put("status", "ACTIVE");
    json.putObject("settings").putObject("app").put("domain", "acme.example");
    write(app.resolve("app.json"), json);
  }

  private static void writeSchema(Path app, ObjectNode base, ObjectNode custom) throws IOException {
    ObjectNode schema = Lines.object();
    ObjectNode definitions = schema.putObject("definitions");
    definitions.putObject("base").put("id", "#base").put("type", "object").set("properties", base);
    definitions
        .putObject("custom")
        .put("id", "#custom")
        .put("type", "object")
        .set("properties", custom);
    write(app.resolve("schema.json"), schema);
  }

  private static void writeFeatures(Path app, ObjectNode match) throws IOException {
    ObjectNode inbound =
        Lines.object().put("name", "INBOUND_PROVISIONING").put("status", "ENABLED");
    ObjectNode capabilities = inbound.putObject("capabilities");
    capabilities.putObject("importRules").set("userCreateAndMatch", match);
    capabilities.putObject("importSettings").putObject("username").put("usernameFormat", "EMAIL");
    ArrayNode features = Lines.MAPPER.createArrayNode().add(inbound);
    write(app.resolve("features.json"), features);
  }

  private static ObjectNode attribute(
      ObjectNode properties, String name, String title, String external, String namespace) {
    return properties
        .putObject(name)
        .put("title", title)
        .put("type", "string")
        .put("scope", "NONE")
        .put("externalName", external)
        .put("externalNamespace", namespace);
  }

  private static ObjectNode mapping(ObjectNode properties, String target, String expression) {
    return properties.putObject(target).put("expression", expression).put("pushStatus", "PUSH");
  }

  private static void write(Path file, JsonNode json) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    String text = Lines.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    Files.write(file, List.of(text), StandardCharsets.UTF_8);
  }
}
