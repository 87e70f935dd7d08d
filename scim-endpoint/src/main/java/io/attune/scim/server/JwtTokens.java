package io.attune.scim.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.health.HealthStatus;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.attune.plan.Sha256;
import java.net.MalformedURLException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies tokens that an authorization server signed: signature, issuer, audience and times, by
 * the Nimbus library, which also keeps the keys, fetches them again when a token names a new one,
 * and does so at most every 30 seconds.
 */
public final class JwtTokens {
  private static final Logger LOG = LoggerFactory.getLogger(JwtTokens.class);
  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
  private static final List<String> CLIENT = List.of("client_id", "cid", "azp", "appid");
  private static final long MOST_OUTAGE_MILLIS = 4 * 60 * 60 * 1000L;

  private final JwtSettings settings;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  /**
   * By settings. The keys are read when the first token comes.
   *
   * @throws IllegalArgumentException if the keys are nowhere
   */
  public JwtTokens(JwtSettings settings) {
    this.settings = settings;
    Set<JWSAlgorithm> algorithms = new LinkedHashSet<>();
    settings.algorithms().forEach(each -> algorithms.add(JWSAlgorithm.parse(each)));
    try {
      var keys =
          JWKSourceBuilder.<SecurityContext>create(settings.keys().toURL())
              .refreshAheadCache(false)
              .outageTolerant(MOST_OUTAGE_MILLIS)
              .healthReporting(
                  report -> {
                    if (report.getHealthStatus() == HealthStatus.NOT_HEALTHY) {
                      LOG.warn("the keys of the token issuer cannot be fetched");
                    }
                  })
              .build();
      processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("the address of the keys cannot be read", e);
    }
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            Set.of(settings.audience()),
            new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
            Set.of("exp"),
            null));
  }

  /** Whether a text has the form of a signed token. */
  static boolean looksLikeOne(String text) {
    return text.chars().filter(c -> c == '.').count() == 2;
  }

  /**
   * Who a token speaks for, or nothing if it is not valid.
   *
   * @throws Refusal 503 if the keys cannot be fetched
   */
  Optional<Caller> caller(String token) {
    try {
      JWTClaimsSet claims = processor.process(token, null);
      return Optional.of(new Caller(name(claims), scopes(claims)));
    } catch (com.nimbusds.jose.jwk.source.RateLimitReachedException e) {
      return Optional.empty(); // a key that was unknown a moment ago is unknown
    } catch (KeySourceException e) {
      throw Refusal.of(
          503, "the keys of the token issuer cannot be fetched", Map.of("Retry-After", "30"));
    } catch (BadJOSEException | JOSEException | ParseException e) {
      return Optional.empty();
    }
  }

  /** The client's own id; where there is none, a digest, since a subject may be a person. */
  private static String name(JWTClaimsSet claims) throws ParseException {
    for (String claim : CLIENT) {
      Object id = claims.getClaim(claim);
      if (id instanceof String text && text.matches("[A-Za-z0-9_-]{1,64}")) {
        return "jwt:" + text;
      }
    }
    String subject = claims.getIssuer() + "\n" + claims.getSubject();
    byte[] bytes = subject.getBytes(StandardCharsets.UTF_8);
    return "jwt:sha256:" + Sha256.of(bytes).hex().substring(0, 16);
  }

  /** From {@code scope} (RFC 8693), {@code scp} (Okta, Entra) and {@code roles} (Entra). */
  private Set<Scope> scopes(JWTClaimsSet claims) {
    Set<String> said = new HashSet<>();
    for (String name : List.of("scope", "scp", "roles")) {
      Object value = claims.getClaim(name);
      if (value instanceof String text) {
        said.addAll(List.of(text.split(" ")));
      } else if (value instanceof List<?> list) {
        list.forEach(each -> said.add(String.valueOf(each)));
      }
    }
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    if (said.contains(settings.readScope())) {
      scopes.add(Scope.READ);
    }
    if (said.contains(settings.writeScope())) {
      scopes.add(Scope.WRITE);
    }
    return scopes;
  }
}
