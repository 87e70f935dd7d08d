package io.attune.scim.server;

import static io.attune.scim.server.SignedToken.AUDIENCE;
import static io.attune.scim.server.SignedToken.EC;
import static io.attune.scim.server.SignedToken.ISSUER;
import static io.attune.scim.server.SignedToken.OTHER_RSA;
import static io.attune.scim.server.SignedToken.RSA;
import static io.attune.scim.server.SignedToken.claims;
import static io.attune.scim.server.SignedToken.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.attune.scim.server.ServedEndpoint.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that somebody else signs: which are let in, and what the others are told. */
class JwtAuthenticationTest {
  private static final UnaryOperator<com.nimbusds.jwt.JWTClaimsSet.Builder> AS_IT_IS =
      UnaryOperator.identity();

  ServedEndpoint scim;

  static JwtSettings settings(URI keys) {
    return new JwtSettings(
        ISSUER, AUDIENCE, keys, JwtSettings.USUAL_ALGORITHMS, "scim.read", "scim.write");
  }

  static String keySet(JWK... keys) {
    return new JWKSet(List.of(keys)).toPublicJWKSet().toString();
  }

  static Authentication accepting(URI keys) {
    List<Credential> stored = List.of(Credential.token("test", ServedEndpoint.TOKEN));
    return new Authentication(() -> stored, new JwtTokens(settings(keys)));
  }

  @BeforeEach
  void serve(@TempDir Path folder) throws IOException {
    Path keys = folder.resolve("keys.json");
    Files.writeString(keys, keySet(RSA, EC));
    scim = ServedEndpoint.over(folder, accepting(keys.toUri()));
  }

  @AfterEach
  void stop() {
    scim.close();
  }

  Answer list(String token) {
    return scim.get("/Users?count=1", "Authorization", "Bearer " + token);
  }

  @Test
  void goodTokensAreLetIn() {
    assertEquals(200, list(signed(RSA, JWSAlgorithm.RS256, AS_IT_IS)).status());
    assertEquals(200, list(signed(EC, JWSAlgorithm.ES256, AS_IT_IS)).status());
    assertEquals(
        200,
        list(signed(
                RSA,
                JWSAlgorithm.RS256,
                all -> all.claim("scope", null).claim("scp", List.of("scim.read"))))
            .status());
    assertEquals(
        200,
        list(signed(
                RSA,
                JWSAlgorithm.RS256,
                all -> all.claim("scope", null).claim("roles", List.of("scim.read"))))
            .status());
    // the static token is still one
    assertEquals(200, list(ServedEndpoint.TOKEN).status());
  }

  @Test
  void badTokensAreToldNothingButThat() throws Exception {
    Date past = Date.from(Instant.now().minusSeconds(600));
    Date later = Date.from(Instant.now().plusSeconds(600));
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("expired", signed(RSA, JWSAlgorithm.RS256, all -> all.expirationTime(past)));
    bad.put("without an end", signed(RSA, JWSAlgorithm.RS256, all -> all.expirationTime(null)));
    bad.put("not yet valid", signed(RSA, JWSAlgorithm.RS256, all -> all.notBeforeTime(later)));
    bad.put("of another issuer", signed(RSA, JWSAlgorithm.RS256, all -> all.issuer(ISSUER + "/")));
    bad.put("without an issuer", signed(RSA, JWSAlgorithm.RS256, all -> all.issuer(null)));
    bad.put("for somebody else", signed(RSA, JWSAlgorithm.RS256, all -> all.audience("other")));
    bad.put("by an unknown key", signed(OTHER_RSA, JWSAlgorithm.RS256, AS_IT_IS));
    bad.put(
        "by an unknown key under a known name",
        signed(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-1").build(), OTHER_RSA, AS_IT_IS));
    bad.put("by an algorithm off the list", signed(RSA, JWSAlgorithm.RS512, AS_IT_IS));
    bad.put(
        "of another kind",
        signed(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("rsa-1")
                .type(new JOSEObjectType("dpop+jwt"))
                .build(),
            RSA,
            AS_IT_IS));
    bad.put("unsigned", new PlainJWT(claims().build()).serialize());
    SignedJWT mac =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa-1").build(), claims().build());
    mac.sign(new MACSigner(RSA.toRSAPublicKey().getEncoded()));
    bad.put("signed with the public key as a secret", mac.serialize());
    String[] good = signed(RSA, JWSAlgorithm.RS256, AS_IT_IS).split("\\.", -1);
    String[] other =
        signed(RSA, JWSAlgorithm.RS256, all -> all.claim("scope", "admin")).split("\\.", -1);
    bad.put("with other claims", good[0] + "." + other[1] + "." + good[2]);
    bad.put("without a signature", good[0] + "." + good[1] + ".");
    bad.put("that is none", "a.b.c");
    bad.forEach(
        (what, token) -> {
          Answer answer = list(token);
          assertEquals(401, answer.status(), what);
          assertEquals(
              "Basic realm=\"attune\", Bearer realm=\"attune\", error=\"invalid_token\"",
              answer.header("WWW-Authenticate"),
              what);
          assertEquals("401", answer.body().path("status").asText(), what);
          assertEquals("the token is not valid here", answer.body().path("detail").asText(), what);
        });
  }

  @Test
  void scopesDecideWhatATokenMay() {
    String reader = signed(RSA, JWSAlgorithm.RS256, all -> all.claim("scope", "scim.read"));
    assertEquals(200, list(reader).status());
    Answer write = scim.post("/Users", "{}", "Authorization", "Bearer " + reader);
    assertEquals(403, write.status());
    assertTrue(
        String.valueOf(write.header("WWW-Authenticate"))
            .endsWith("error=\"insufficient_scope\", scope=\"write\""));
    String nothing = signed(RSA, JWSAlgorithm.RS256, all -> all.claim("scope", "scim.reader"));
    assertEquals(403, list(nothing).status());
    String writer = signed(RSA, JWSAlgorithm.RS256, all -> all.claim("scope", "scim.write"));
    assertEquals(403, list(writer).status());
    assertEquals(400, scim.post("/Users", "{}", "Authorization", "Bearer " + writer).status());
  }

  @Test
  void onlySignaturesByKeyPairsCanBeConfigured() {
    for (String name : List.of("none", "HS256", "HS512", "")) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              new JwtSettings(ISSUER, AUDIENCE, URI.create("https://x/"), List.of(name), "r", "w"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://keys.example/jwks", "ftp://keys.example/jwks", "data:,{}", "keys"})
  void keysComeFromAFileOrOverTls(String address) {
    assertThrows(IllegalArgumentException.class, () -> settings(URI.create(address)));
  }

  @Test
  void keysAreFetchedWhenTheyTurnAndNotForEveryStranger(@TempDir Path folder) throws IOException {
    AtomicInteger fetched = new AtomicInteger();
    HttpServer issuer = issuer(fetched, keySet(RSA), keySet(RSA, OTHER_RSA));
    URI keys = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks");
    try (ServedEndpoint other = ServedEndpoint.over(folder.resolve("d"), accepting(keys))) {
      String first = "Bearer " + signed(RSA, JWSAlgorithm.RS256, AS_IT_IS);
      String turned = "Bearer " + signed(OTHER_RSA, JWSAlgorithm.RS256, AS_IT_IS);
      for (int i = 0; i < 5; i++) {
        assertEquals(200, other.get("/Users", "Authorization", first).status());
      }
      assertEquals(1, fetched.get());
      assertEquals(200, other.get("/Users", "Authorization", turned).status());
      assertEquals(2, fetched.get());
      for (int i = 0; i < 20; i++) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("no-" + i).build();
        String stranger = "Bearer " + signed(header, RSA, AS_IT_IS);
        assertEquals(401, other.get("/Users", "Authorization", stranger).status());
      }
      assertTrue(fetched.get() <= 3, "fetched " + fetched);
    } finally {
      issuer.stop(0);
    }
  }

  @Test
  void anIssuerThatIsDownIsNoVerdictOnTheToken(@TempDir Path folder) throws IOException {
    HttpServer issuer = issuer(new AtomicInteger(), "");
    URI keys = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks");
    issuer.stop(0);
    try (ServedEndpoint other = ServedEndpoint.over(folder.resolve("d"), accepting(keys))) {
      String token = "Bearer " + signed(RSA, JWSAlgorithm.RS256, AS_IT_IS);
      Answer answer = other.get("/Users", "Authorization", token);
      assertEquals(503, answer.status());
      assertEquals("30", answer.header("Retry-After"));
    }
  }

  /** Answers with each of these, and with the last one from then on. */
  private static HttpServer issuer(AtomicInteger fetched, String... sets) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/jwks",
        exchange -> {
          int turn = Math.min(fetched.getAndIncrement(), sets.length - 1);
          byte[] body = sets[turn].getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }
}
