package io.attune.scim.server;

import static io.attune.scim.server.ProtocolRulesTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.attune.scim.server.ServedEndpoint.Answer;
import io.attune.store.StoreKind;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no store can keep is refused before it gets there, by the same answer from each. */
class StorableTextTest {
  private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

  @ParameterizedTest
  @CsvSource({
    "SQLITE, \\u0000", "SQLITE, \\ud83d", "SQLITE, \\ude00",
    "POSTGRESQL, \\u0000", "POSTGRESQL, \\ud83d", "POSTGRESQL, \\ude00"
  })
  void isRefusedWhereverItStands(StoreKind kind, String escape, @TempDir Path folder)
      throws IOException {
    try (ServedEndpoint scim = ServedEndpoint.over(kind.open(folder))) {
      String id = scim.createUser("ada").id();
      String bad = "\"a" + escape + "b\"";
      String named = "{\"schemas\":[\"" + USER + "\"],\"userName\":\"bob\",";
      for (String body :
          new String[] {
            "{\"schemas\":[\"" + USER + "\"],\"userName\":" + bad + "}",
            named + "\"externalId\":" + bad + "}",
            named + "\"name\":{\"givenName\":" + bad + "}}",
            named + "\"emails\":[{\"value\":" + bad + "}]}"
          }) {
        refused(400, "invalidValue", scim.post("/Users", body));
        refused(400, "invalidValue", scim.send("PUT", "/Users/" + id, body));
      }
      assertEquals(400, scim.post("/Users", named + bad + ":1}").status());
      refused(400, "invalidValue", scim.post("/Groups", "{\"displayName\":" + bad + "}"));
      String operation = "[{\"op\":\"replace\",\"path\":\"displayName\",\"value\":" + bad + "}]";
      refused(400, "invalidValue", scim.patch("/Users/" + id, operation));
      String search = "{\"filter\":\"userName eq \\\"a" + escape + "b\\\"\"}";
      refused(400, "invalidValue", scim.post("/Users/.search", search));
      String escaped = "/Users?filter=userName%20eq%20%22a" + escape.replace("\\", "%5C") + "b%22";
      refused(400, "invalidFilter", scim.get(escaped));
      assertEquals(400, scim.get("/Users?filter=userName%20eq%20%22a%00b%22").status());
      Answer whole = scim.patch("/Users/" + id, operation.replace(bad, "\"\\ud83d\\ude00\""));
      assertEquals(200, whole.status());
      assertEquals("😀", whole.body().path("displayName").asText());
    }
  }
}
