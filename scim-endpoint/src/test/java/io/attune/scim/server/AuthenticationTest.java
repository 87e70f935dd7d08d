package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.scim.server.ServedEndpoint.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stored credentials, over HTTP. */
class AuthenticationTest {
  Path folder;
  StoredCredentials stored;
  ServedEndpoint scim;

  @BeforeEach
  void serve(@TempDir Path folder) throws IOException {
    this.folder = folder;
    stored = StoredCredentials.of(folder);
    scim = served(100_000);
  }

  ServedEndpoint served(int perSecond) throws IOException {
    return ServedEndpoint.over(
        folder, new Authentication(stored.with(List.of()), null), new RequestLimit(perSecond));
  }

  @AfterEach
  void stop() {
    scim.close();
  }

  int status(String method, String path, String authorization) {
    return scim.send(
            method, path, method.equals("GET") ? null : "{}", "Authorization", authorization)
        .status();
  }

  static String basic(String user, String secret) {
    byte[] pair = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Test
  void aCredentialHoldsFromTheMomentItIsMadeToTheMomentItIsTakenAway() throws IOException {
    assertEquals(401, status("GET", "/Users", "Bearer x"));
    String token = stored.create("okta", null, EnumSet.allOf(Scope.class));
    assertEquals(200, status("GET", "/Users", "Bearer " + token));
    assertEquals(200, status("GET", "/Users", token));
    assertFalse(Files.readString(folder.resolve("credentials.json")).contains(token));
    String password = stored.create("entra", "entra", Set.of(Scope.READ));
    assertEquals(200, status("GET", "/Users", basic("entra", password)));
    stored.remove("okta");
    assertEquals(401, status("GET", "/Users", "Bearer " + token));
    assertEquals(200, status("GET", "/Users", basic("entra", password)));
  }

  @Test
  void aChangeWithinOneTickOfTheClockIsSeen() throws IOException {
    String token = stored.create("okta", null, EnumSet.allOf(Scope.class));
    Path file = folder.resolve("credentials.json");
    FileTime tick = FileTime.from(Instant.now().plusSeconds(60)); // however slow this machine is
    Files.setLastModifiedTime(file, tick);
    assertEquals(200, status("GET", "/Users", "Bearer " + token));
    String taken = Files.readString(file).replace(Credential.hash(token).hex(), "0".repeat(64));
    Files.writeString(file, taken); // the same file, as long as before
    Files.setLastModifiedTime(file, tick);
    assertEquals(401, status("GET", "/Users", "Bearer " + token));
  }

  @Test
  void aSecretIsTakenToTheLetterWhateverItsConnectionCarriedBefore() throws IOException {
    scim.close();
    String token = "X" + ServedEndpoint.TOKEN;
    scim =
        ServedEndpoint.over(folder, Authentication.of(List.of(Credential.token("letters", token))));
    assertEquals(401, status("GET", "/Users", "Bearer x"));
    assertEquals(200, status("GET", "/Users", "Bearer " + token));
    assertEquals(401, status("GET", "/Users", "Bearer " + token.toLowerCase(Locale.ROOT)));
    assertEquals(401, status("GET", "/Users", "Bearer " + token.toUpperCase(Locale.ROOT)));
    assertEquals(200, status("GET", "/Users", "Bearer " + token));
  }

  @Test
  void eachKindOfCredentialIsOneKindOnly() throws IOException {
    String token = stored.create("t", null, EnumSet.allOf(Scope.class));
    String password = stored.create("b", "user", EnumSet.allOf(Scope.class));
    assertEquals(401, status("GET", "/Users", "Bearer " + password));
    assertEquals(401, status("GET", "/Users", basic("user", token)));
    assertEquals(401, status("GET", "/Users", basic("", token)));
    assertEquals(401, status("GET", "/Users", basic("other", password)));
    assertEquals(401, status("GET", "/Users", "Basic !!!"));
    assertEquals(401, status("GET", "/Users", "Basic " + token));
    assertEquals(401, status("GET", "/Users", "Bearer"));
    assertEquals(401, status("GET", "/Users?access_token=" + token, "Bearer x"));
    assertEquals(401, status("GET", "/Users", "Bearer " + stored.all().get(0).secret().hex()));
  }

  @Test
  void aChallengeSaysWhatIsWrong() throws IOException {
    stored.create("t", null, Set.of(Scope.READ));
    Answer missing = scim.get("/Users", "Authorization", " ");
    assertEquals(401, missing.status());
    assertEquals(
        "Basic realm=\"attune\", Bearer realm=\"attune\"", missing.header("WWW-Authenticate"));
    Answer unknown = scim.get("/Users", "Authorization", "Bearer x");
    assertTrue(String.valueOf(unknown.header("WWW-Authenticate")).contains("\"invalid_token\""));
  }

  @Test
  void aReaderReadsAndSearchesAndNothingElse() throws IOException {
    String reader = "Bearer " + stored.create("r", null, Set.of(Scope.READ));
    assertEquals(200, status("GET", "/Users", reader));
    assertEquals(200, status("POST", "/Users/.search", reader));
    for (String path : List.of("/Users", "/Groups", "/Bulk", "/Bulk/.search", "/Users/1/.search")) {
      Answer answer = scim.post(path, "{}", "Authorization", reader);
      assertEquals(403, answer.status(), path);
      assertTrue(String.valueOf(answer.header("WWW-Authenticate")).contains("scope=\"write\""));
    }
    assertEquals(403, status("PUT", "/Users/1", reader));
    assertEquals(403, status("PATCH", "/Users/.search", reader));
    assertEquals(403, status("DELETE", "/Users/.search", reader));
    scim.version("v1");
    Answer overridden =
        scim.post(
            "/Users/.search", "{}", "Authorization", reader, "X-HTTP-Method-Override", "DELETE");
    assertEquals(405, overridden.status());
    assertEquals(403, status("POST", "/Users/1", reader));
  }

  @Test
  void eachCredentialHasALimitOfItsOwn() throws IOException {
    scim.close();
    scim = served(1);
    String busy = "Bearer " + stored.create("busy", null, EnumSet.allOf(Scope.class));
    String calm = "Bearer " + stored.create("calm", null, EnumSet.allOf(Scope.class));
    Answer last = scim.get("/Users", "Authorization", busy);
    for (int i = 0; i < 400 && last.status() == 200; i++) {
      last = scim.get("/Users?count=0", "Authorization", busy);
    }
    assertEquals(429, last.status());
    assertEquals("1", last.header("Retry-After"));
    assertEquals("429", last.body().path("status").asText());
    assertEquals(200, status("GET", "/Users", calm));
  }

  @Test
  void nobodyIsLetInWhileTheFileCannotBeRead() throws IOException {
    String token = stored.create("t", null, EnumSet.allOf(Scope.class));
    assertEquals(200, status("GET", "/Users", "Bearer " + token));
    for (String broken : List.of("[{\"sha256\":\"x\"}]", "{", "{}")) {
      Files.writeString(folder.resolve("credentials.json"), broken);
      assertEquals(503, status("GET", "/Users", "Bearer " + token), broken);
    }
  }
}
