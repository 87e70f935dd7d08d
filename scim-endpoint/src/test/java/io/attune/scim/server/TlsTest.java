package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.store.Database;
import io.attune.workspace.InputErrors;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS by the files that administrators have. */
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private Path folder = Path.of("");
  private KeyStore made;

  TlsTest() throws Exception {
    made = KeyStore.getInstance("PKCS12");
  }

  @BeforeEach
  void makeKeys() throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "tls",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    assertEquals(0, keytool.waitFor());
    try (InputStream in = Files.newInputStream(file)) {
      made.load(in, PASSWORD);
    }
    pem("chain.pem", "CERTIFICATE", made.getCertificate("tls").getEncoded());
    pem("key.pem", "PRIVATE KEY", made.getKey("tls", PASSWORD).getEncoded());
  }

  private void pem(String name, String kind, byte[] bytes) throws IOException {
    String text = Base64.getMimeEncoder().encodeToString(bytes);
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }

  /** The first line of the answer to a health check over one version of TLS. */
  private String ask(TlsKeys keys, String protocol) throws Exception {
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", made.getCertificate("tls"));
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    try (Database database = Database.embedded(folder.resolve("data"));
        EndpointServer server =
            EndpointServer.start(
                "127.0.0.1",
                0,
                keys,
                ServerLimits.ADVERTISED,
                new EndpointRoutes(
                    Map.of(), Authentication.of(List.of()), new RequestLimit(10), database));
        SSLSocket socket =
            (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", server.port())) {
      socket.setEnabledProtocols(new String[] {protocol});
      socket.startHandshake();
      OutputStream out = socket.getOutputStream();
      out.write(
          "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.lines().findFirst().orElse("");
    }
  }

  @Test
  void speaksNewTlsOnly() throws Exception {
    TlsKeys pem = TlsKeys.pem(folder.resolve("chain.pem"), folder.resolve("key.pem"));
    assertEquals("HTTP/1.1 200 OK", ask(pem, "TLSv1.3"));
    TlsKeys store = TlsKeys.pkcs12(folder.resolve("keys.p12"), PASSWORD);
    assertEquals("HTTP/1.1 200 OK", ask(store, "TLSv1.2"));
    assertThrows(SSLException.class, () -> ask(store, "TLSv1.1"));
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    Path chain = folder.resolve("chain.pem");
    InputErrors noKey = assertThrows(InputErrors.class, () -> TlsKeys.pem(chain, chain));
    assertTrue(noKey.rendered().get(0).contains("no private key in PKCS#8"));
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    assertThrows(InputErrors.class, () -> TlsKeys.pem(empty, folder.resolve("key.pem")));
    assertThrows(
        InputErrors.class, () -> TlsKeys.pkcs12(folder.resolve("keys.p12"), "wrong".toCharArray()));
    assertThrows(InputErrors.class, () -> TlsKeys.pkcs12(chain, PASSWORD));
  }
}
