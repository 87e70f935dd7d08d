package io.attune.scim.server;

import io.attune.workspace.InputErrors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The certificate chain and private key that the service speaks TLS with: 1.2 and 1.3. */
public final class TlsKeys {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
  private static final char[] IN_MEMORY = "in memory only".toCharArray();

  private final KeyStore keys;
  private final char[] password;

  private TlsKeys(KeyStore keys, char[] password) {
    this.keys = keys;
    this.password = password;
  }

  /**
   * From PEM files.
   *
   * @param chain the server's certificate first, then those that signed it
   * @param key its private key in PKCS#8, not encrypted
   * @throws InputErrors if they hold none
   */
  public static TlsKeys pem(Path chain, Path key) throws IOException {
    try (InputStream in = Files.newInputStream(chain)) {
      Certificate[] certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(in)
              .toArray(Certificate[]::new);
      if (certificates.length == 0) {
        throw InputErrors.of(chain.toString(), "the file holds no certificate", "give a PEM file");
      }
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      keys.setKeyEntry("tls", privateKey(key), IN_MEMORY, certificates);
      return new TlsKeys(keys, IN_MEMORY);
    } catch (GeneralSecurityException e) {
      throw InputErrors.of(chain.toString(), "the certificates cannot be read", "give a PEM file");
    }
  }

  private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
    Matcher pem = KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    if (pem.find()) {
      PKCS8EncodedKeySpec spec;
      try {
        spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
      } catch (IllegalArgumentException e) {
        throw noKey(file);
      }
      for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
        try {
          return KeyFactory.getInstance(algorithm).generatePrivate(spec);
        } catch (InvalidKeySpecException e) {
          // it is of another algorithm
        }
      }
    }
    throw noKey(file);
  }

  private static InputErrors noKey(Path file) {
    return InputErrors.of(
        file.toString(),
        "the file holds no private key in PKCS#8",
        "openssl pkcs8 -topk8 -nocrypt -in KEY -out KEY.pem makes one");
  }

  /**
   * From a PKCS#12 file.
   *
   * @throws InputErrors if it cannot be read with this password, or holds no key
   */
  public static TlsKeys pkcs12(Path file, char[] password) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, password);
      for (String alias : java.util.Collections.list(keys.aliases())) {
        if (keys.isKeyEntry(alias)) {
          return new TlsKeys(keys, password.clone());
        }
      }
    } catch (java.nio.file.FileSystemException e) {
      throw e;
    } catch (IOException | GeneralSecurityException e) {
      throw InputErrors.of(file.toString(), "it cannot be read with this password", "");
    }
    throw InputErrors.of(file.toString(), "it holds no private key", "");
  }

  SslContextFactory.Server context() {
    SslContextFactory.Server context = new SslContextFactory.Server();
    context.setKeyStore(keys);
    context.setKeyStorePassword(new String(password));
    context.setIncludeProtocols("TLSv1.2", "TLSv1.3");
    return context;
  }
}
