package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The times of a resource are the same in every answer, whether the library says them, where the
 * request names attributes, or we do behind it.
 */
class AnsweredTimesTest {
  private static final Instant TIME = Instant.parse("2026-01-05T08:00:00Z");

  @Test
  void everyAnswerSaysThemAlike(@TempDir Path folder) throws IOException {
    try (Database database = Database.embedded(folder)) {
      ScimEndpoint endpoint = new ScimEndpoint("", database, List.of(), InstantSource.fixed(TIME));
      JsonNode created = answer(endpoint, "POST", "/Users", Map.of(), "{\"userName\":\"ada\"}");
      String path = "/Users/" + created.path("id").asText();
      JsonNode named = answer(endpoint, "GET", path, Map.of("attributes", "meta"), "");
      assertEquals("2026-01-05T08:00:00.000Z", named.path("meta").path("created").asText());
      for (JsonNode each :
          List.of(
              created,
              answer(endpoint, "GET", path, Map.of(), ""),
              answer(endpoint, "GET", "/Users", Map.of(), "").path("Resources").path(0),
              answer(endpoint, "POST", "/Users/.search", Map.of(), "{\"count\":1}")
                  .path("Resources")
                  .path(0))) {
        assertEquals(named.path("meta"), each.path("meta"));
      }
    }
  }

  private static JsonNode answer(
      ScimEndpoint endpoint, String method, String path, Map<String, String> query, String body)
      throws IOException {
    String full =
        body.isEmpty() || path.endsWith(".search")
            ? body
            : body.replace("{", "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],");
    ScimReply reply =
        endpoint.answer(
            new ScimRequest(
                method, "https://scim.example/v2", path, query, Map.of(), full, "test"));
    return new ObjectMapper().readTree(reply.body());
  }
}
