package io.attune.scim.server;

import io.attune.plan.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the service, and for what. The secret itself is kept nowhere.
 *
 * @param name as logs and the audit trail name it
 * @param user the user name of HTTP Basic; null for a token
 * @param secret SHA-256 of the secret, which is long and random, so that this cannot be turned back
 * @param scopes what it may do
 */
public record Credential(String name, @Nullable String user, Sha256 secret, Set<Scope> scopes) {
  /** Copies the scopes. */
  public Credential {
    scopes = java.util.Collections.unmodifiableSet(new TreeSet<>(scopes));
  }

  /** A token that may do everything. */
  public static Credential token(String name, String token) {
    return new Credential(name, null, hash(token), Set.of(Scope.READ, Scope.WRITE));
  }

  /** What is stored of a secret. */
  public static Sha256 hash(String secret) {
    return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
  }
}
