package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.store.Database;
import io.attune.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example's apps, served. */
class WorkspaceEndpointsTest {
  private static final String HR = "urn:acme:params:scim:schemas:hr:2.0:User";

  @Test
  void anAppIsServedWithItsUsersAndItsOwnAttributes(@TempDir Path folder) throws IOException {
    Workspace acme = Workspace.read(Path.of(System.getProperty("attune.root"), "examples", "acme"));
    try (Database database = Database.embedded(folder)) {
      for (int start = 0; start < 2; start++) { // the second start adds nothing
        ScimEndpoint hr =
            Objects.requireNonNull(
                WorkspaceEndpoints.of(acme, database, InstantSource.system()).get("acme_hr"));
        JsonNode user = ask(hr, "/Users/hr-0000002");
        assertEquals("noura.haddad.2@acme.example", user.path("userName").asText());
        assertEquals("SAL-4", user.path(HR).path("unit").asText());
        assertEquals(HR, ask(hr, "/Schemas/" + HR).path("id").asText());
        assertEquals(491, ask(hr, "/Users").path("totalResults").asInt());
      }
    }
  }

  private static JsonNode ask(ScimEndpoint endpoint, String path) throws IOException {
    ScimReply reply =
        endpoint.answer(
            new ScimRequest("GET", "http://x/scim/v2", path, Map.of(), Map.of(), "", "test"));
    assertEquals(200, reply.status(), reply.body());
    return new ObjectMapper().readTree(reply.body());
  }
}
