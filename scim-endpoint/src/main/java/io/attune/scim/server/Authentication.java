package io.attune.scim.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells who sent a request, by its one Authorization header: a stored credential ({@link
 * Credentials}), or else a signed token ({@link JwtTokens}), if those are accepted. Source: RFC
 * 6750, 3.
 */
public final class Authentication {
  private static final String REALM = " realm=\"attune\"";

  private final Supplier<List<Credential>> stored;
  private final @Nullable JwtTokens tokens;

  /**
   * By stored credentials and signed tokens.
   *
   * @param stored those that are valid now; asked at each request
   * @param tokens how signed tokens are verified; null if there are none
   */
  public Authentication(Supplier<List<Credential>> stored, @Nullable JwtTokens tokens) {
    this.stored = stored;
    this.tokens = tokens;
  }

  /** By credentials that never change. */
  public static Authentication of(List<Credential> credentials) {
    List<Credential> all = List.copyOf(credentials);
    return new Authentication(() -> all, null);
  }

  /**
   * Who sent the request.
   *
   * @param headers the values of all its Authorization headers
   * @throws Refusal 401 if that is nobody we know, 400 if it says two things
   */
  Caller caller(List<String> headers) {
    if (headers.size() > 1) {
      throw refusal(400, "invalid_request", "there is more than one Authorization header");
    }
    String header = headers.isEmpty() ? "" : headers.get(0).strip();
    if (header.isEmpty()) {
      throw Refusal.of(401, "the credential is missing", challenge(null, null));
    }
    var known = new Credentials(stored.get()).find(header);
    if (known.isPresent()) {
      return new Caller(known.get().name(), known.get().scopes());
    }
    String token = bearer(header);
    if (tokens == null || token == null || !JwtTokens.looksLikeOne(token)) {
      throw refusal(401, "invalid_token", "the credential is unknown");
    }
    return tokens
        .caller(token)
        .orElseThrow(() -> refusal(401, "invalid_token", "the token is not valid here"));
  }

  private static @Nullable String bearer(String header) {
    int space = header.indexOf(' ');
    if (space < 0) {
      return header;
    }
    return header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7).strip() : null;
  }

  /** As a caller is told that it may not do this. */
  static Refusal mayNot(Scope missing) {
    String name = missing.name().toLowerCase(Locale.ROOT);
    return Refusal.of(
        403,
        "the credential may not do this: it lacks the scope `" + name + "`",
        challenge("insufficient_scope", name));
  }

  private static Refusal refusal(int status, String error, String detail) {
    return Refusal.of(status, detail, challenge(error, null));
  }

  private static Map<String, String> challenge(@Nullable String error, @Nullable String scope) {
    String bearer =
        (error == null ? "" : ", error=\"" + error + "\"")
            + (scope == null ? "" : ", scope=\"" + scope + "\"");
    return Map.of("WWW-Authenticate", "Basic" + REALM + ", Bearer" + REALM + bearer);
  }
}
