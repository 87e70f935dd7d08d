package io.attune.cli;

import io.attune.scim.server.TlsKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The certificate and key of {@code attune serve}. */
final class TlsOptions {
  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "The certificate chain, PEM; with --tls-key.")
  private @Nullable Path chain;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The private key, PEM (PKCS#8, not encrypted).")
  private @Nullable Path key;

  @Option(
      names = "--tls-p12",
      paramLabel = "FILE",
      description = "Chain and key in one PKCS#12 file, instead of PEM.")
  private @Nullable Path store;

  @Option(
      names = "--tls-password-file",
      paramLabel = "FILE",
      description =
          "Its password, the first line of a file. Default: the variable ATTUNE_TLS_PASSWORD.")
  private @Nullable Path passwordFile;

  /** The keys, or null for plain HTTP. */
  static @Nullable TlsKeys keys(@Nullable TlsOptions options, @Nullable CommandSpec spec)
      throws IOException {
    if (options == null) {
      return null;
    }
    Path chain = options.chain;
    Path key = options.key;
    Path store = options.store;
    if (chain != null && key != null && store == null) {
      return TlsKeys.pem(chain, key);
    }
    if (store != null && chain == null && key == null) {
      return TlsKeys.pkcs12(store, options.password());
    }
    throw ImportCommand.wrongUse(spec, "TLS takes --tls-cert with --tls-key, or --tls-p12");
  }

  private char[] password() throws IOException {
    if (passwordFile != null) {
      return Files.readString(passwordFile).lines().findFirst().orElse("").toCharArray();
    }
    String variable = System.getenv("ATTUNE_TLS_PASSWORD");
    return variable == null ? new char[0] : variable.toCharArray();
  }
}
