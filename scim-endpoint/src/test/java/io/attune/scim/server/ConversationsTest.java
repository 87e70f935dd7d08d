package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.store.StoreKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Okta and Entra say to an endpoint, and what they expect of it: each step of Okta's published
 * SPEC suites, the requests that stand behind its CRUD suites, the checks of Entra's validator, and
 * the styles of PATCH that Entra sends. In our own words and with our own data.
 */
class ConversationsTest {
  @ParameterizedTest
  @CsvSource({
    "okta-spec-2.0, v2, SQLITE",
    "okta-spec-2.0, v2, POSTGRESQL",
    "okta-spec-1.1, v1, SQLITE",
    "okta-spec-1.1, v1, POSTGRESQL",
    "okta-provisioning-2.0, v2, SQLITE",
    "okta-provisioning-1.1, v1, SQLITE",
    "entra-validator, v2, SQLITE",
    "entra-validator, v2, POSTGRESQL",
    "entra-styles, v2, SQLITE"
  })
  void goesAsExpected(String name, String version, StoreKind kind, @TempDir Path folder)
      throws IOException {
    String text;
    try (InputStream in = ConversationsTest.class.getResourceAsStream(name + ".txt")) {
      text =
          new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    try (ServedEndpoint scim = ServedEndpoint.over(kind.open(folder)).version(version)) {
      assertTrue(Conversation.hold(text, scim) >= 10, name);
    }
  }
}
