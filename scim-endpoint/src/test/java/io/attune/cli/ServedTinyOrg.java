package io.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The tiny org with app users that SCIM can carry, and what a client says to its endpoint. */
final class ServedTinyOrg {
  static final String SCIM = "/apps/hr/scim/v2";
  private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

  private ServedTinyOrg() {}

  /**
   * Writes a workspace of that many people; the {@code id} of a user is {@code e00000} and so on.
   */
  static Path write(Path folder, int people) {
    TinyOrg.write(folder, people);
    String attribute =
        "\"%s\":{\"title\":\"%s\",\"type\":\"string\",\"externalName\":\"%s\",\"externalNamespace\":\""
            + USER
            + "\"}";
    TinyOrg.put(
        folder,
        "apps/hr/schema.json",
        "{\"definitions\":{\"custom\":{\"properties\":{%s,%s,%s,%s,%s}}}}"
            .formatted(
                attribute.formatted("userName", "User name", "userName"),
                attribute.formatted("firstName", "First name", "name.givenName"),
                attribute.formatted("lastName", "Last name", "name.familyName"),
                attribute.formatted("email", "E-mail", "emails.^[primary==true].value"),
                attribute.formatted("title", "Title", "title")));
    Path rows = folder.resolve("apps/hr/app-users.jsonl");
    TinyOrg.put(
        folder,
        "apps/hr/app-users.jsonl",
        TinyOrg.text(rows).replaceAll("\"email\":(\"[^\"]*\")", "\"userName\":$1,\"email\":$1"));
    return folder;
  }

  /** Creates the user whom nobody is yet, with this number; its id. */
  static String create(ServedFolder.Client client, int number) {
    String body =
        """
        {"schemas":["%2$s"],"userName":"p%1$d@tiny.example","active":true,"title":"Analyst",
         "name":{"givenName":"First%1$d","familyName":"Last%1$d"},
         "emails":[{"value":"p%1$d@tiny.example","type":"work","primary":true}]}
        """
            .formatted(number, USER);
    return client.post(SCIM + "/Users", body).is(201).body().path("id").asText();
  }

  /** Switches a user on or off. */
  static void setActive(ServedFolder.Client client, String id, boolean active) {
    patch(
        client,
        "/Users/" + id,
        "{\"op\":\"replace\",\"path\":\"active\",\"value\":" + active + "}");
  }

  /** Does one operation. */
  static void patch(ServedFolder.Client client, String path, String operation) {
    String body =
        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
            + operation
            + "]}";
    int status = client.send(ServedFolder.Client.TOKEN, "PATCH", SCIM + path, body).status();
    assertTrue(status == 200 || status == 204, path + status);
  }

  /** Creates a group; its id. */
  static String group(ServedFolder.Client client, String name, List<String> members) {
    String values =
        members.stream()
            .map(member -> "{\"value\":\"" + member + "\"}")
            .collect(Collectors.joining(","));
    String body =
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"%s\","
                .formatted(name)
            + "\"members\":[%s]}".formatted(values);
    return client.post(SCIM + "/Groups", body).is(201).body().path("id").asText();
  }

  /** The newest import of a record, once it waits no more. */
  static JsonNode settled(ServedFolder.Client client, String record) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (true) {
      JsonNode page = client.get("/imports?record=" + record + "&count=1").is(200).body();
      JsonNode run = page.path("imports").path(0);
      if (run.has("status") && !run.path("status").asText().equals("QUEUED")) {
        return run;
      }
      assertTrue(System.nanoTime() < end, page::toString);
    }
  }

  /** Imports all that the endpoint stores; the report. */
  static JsonNode whole(ServedFolder.Client client) {
    String asked = "{\"app\":\"hr\",\"source\":\"store\",\"apply\":true}";
    JsonNode run = client.post("/imports", asked).is(201).body();
    assertEquals("APPLIED", run.path("status").asText(), run::toString);
    return run.path("report");
  }
}
