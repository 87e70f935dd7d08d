package io.attune.scim.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** Tokens as an authorization server signs them. */
final class SignedToken {
  static final String ISSUER = "https://issuer.example";
  static final String AUDIENCE = "api://attune";
  static final RSAKey RSA = rsa("rsa-1");
  static final RSAKey OTHER_RSA = rsa("rsa-2");
  static final ECKey EC = ec();

  private SignedToken() {}

  static RSAKey rsa(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey ec() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The claims of a good token that may read and write. */
  static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(List.of("other", AUDIENCE))
        .subject("somebody@example.com")
        .claim("client_id", "idp-1")
        .claim("scope", "openid scim.read scim.write")
        .expirationTime(Date.from(Instant.now().plusSeconds(600)));
  }

  static String signed(JWK key, JWSAlgorithm algorithm, UnaryOperator<JWTClaimsSet.Builder> edit) {
    return signed(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), key, edit);
  }

  static String signed(JWSHeader header, JWK key, UnaryOperator<JWTClaimsSet.Builder> edit) {
    SignedJWT token = new SignedJWT(header, edit.apply(claims()).build());
    try {
      token.sign(
          key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner(key.toECKey()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }
}
