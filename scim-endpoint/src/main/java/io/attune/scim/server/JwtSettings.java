package io.attune.scim.server;

import java.net.URI;
import java.util.List;

/**
 * Which signed tokens are accepted. Source: RFC 8725, 3.
 *
 * @param issuer what {@code iss} must be
 * @param audience what must be among {@code aud}
 * @param keys where the issuer's public keys are: a {@code file:} or {@code https:} address of a
 *     JWK set
 * @param algorithms the signatures that are accepted: {@code RS256 …}, {@code PS256 …}, {@code
 *     ES256 …}
 * @param readScope the scope that means read
 * @param writeScope the scope that means write
 */
public record JwtSettings(
    String issuer,
    String audience,
    URI keys,
    List<String> algorithms,
    String readScope,
    String writeScope) {
  /** What is accepted if nothing is said. */
  public static final List<String> USUAL_ALGORITHMS = List.of("RS256", "ES256");

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException with a message for the administrator
   */
  public JwtSettings {
    algorithms = List.copyOf(algorithms);
    for (String algorithm : algorithms) {
      if (!algorithm.matches("(RS|PS|ES)(256|384|512)")) {
        throw new IllegalArgumentException(
            "`" + algorithm + "` is no signature by a key pair; take RS256, PS256 or ES256");
      }
    }
    if (algorithms.isEmpty()) {
      throw new IllegalArgumentException("no signature is accepted");
    }
    String host = String.valueOf(keys.getHost());
    boolean isLocal = List.of("localhost", "127.0.0.1", "[::1]").contains(host);
    String scheme = String.valueOf(keys.getScheme());
    if (!scheme.equals("file") && !scheme.equals("https") && !(scheme.equals("http") && isLocal)) {
      throw new IllegalArgumentException("the keys are in a file, or at an https address");
    }
  }
}
