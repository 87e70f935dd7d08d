package io.attune.scim.server;

import io.attune.plan.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds who sent a request by its Authorization header: {@code Bearer TOKEN}, {@code Basic …}, or
 * the token alone, as Okta's header authentication sends it. Secrets are compared by their hashes,
 * in constant time, and all of them, so that nothing is told by how long an answer takes.
 */
final class Credentials {
  private final List<Credential> all;

  Credentials(List<Credential> all) {
    this.all = List.copyOf(all);
  }

  Optional<Credential> find(@Nullable String authorization) {
    if (authorization == null || authorization.isBlank()) {
      return Optional.empty();
    }
    String header = authorization.strip();
    int space = header.indexOf(' ');
    String scheme = space < 0 ? "" : header.substring(0, space);
    String rest = header.substring(space + 1).strip();
    return scheme.equalsIgnoreCase("Basic") ? basic(rest) : matching(null, rest);
  }

  private Optional<Credential> basic(String encoded) {
    String pair;
    try {
      pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int colon = pair.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : matching(pair.substring(0, colon), pair.substring(colon + 1));
  }

  private Optional<Credential> matching(@Nullable String user, String secret) {
    byte[] given = Credential.hash(secret).toBytes();
    Credential found = null;
    for (Credential each : all) {
      boolean sameUser = user == null ? each.user() == null : user.equals(each.user());
      Sha256 stored = each.secret();
      if (MessageDigest.isEqual(given, stored.toBytes()) && sameUser) {
        found = each;
      }
    }
    return Optional.ofNullable(found);
  }
}
