package io.attune.cli;

import io.attune.scim.server.JwtSettings;
import io.attune.scim.server.JwtTokens;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which signed tokens {@code attune serve} accepts. */
final class JwtOptions {
  @Option(
      names = "--jwt-keys",
      paramLabel = "FILE|URL",
      required = true,
      description = "The public keys (a JWK set) of who signs tokens.")
  private String keys = "";

  @Option(
      names = "--jwt-issuer",
      paramLabel = "TEXT",
      required = true,
      description = "What a token's `iss` must be.")
  private String issuer = "";

  @Option(
      names = "--jwt-audience",
      paramLabel = "TEXT",
      required = true,
      description = "What must be among a token's `aud`.")
  private String audience = "";

  @Option(
      names = "--jwt-algorithms",
      paramLabel = "NAME",
      split = ",",
      description = "Signatures that are accepted. Default: RS256,ES256.")
  private List<String> algorithms = new ArrayList<>();

  @Option(
      names = "--jwt-read-scope",
      paramLabel = "SCOPE",
      defaultValue = "scim.read",
      description = "The scope that allows reading. Default: ${DEFAULT-VALUE}.")
  private String readScope = "scim.read";

  @Option(
      names = "--jwt-write-scope",
      paramLabel = "SCOPE",
      defaultValue = "scim.write",
      description = "The scope that allows writing. Default: ${DEFAULT-VALUE}.")
  private String writeScope = "scim.write";

  /** How tokens are verified, or null if none are accepted. */
  static @Nullable JwtTokens tokens(@Nullable JwtOptions options, @Nullable CommandSpec spec) {
    if (options == null) {
      return null;
    }
    try {
      return new JwtTokens(options.settings());
    } catch (IllegalArgumentException e) {
      throw ImportCommand.wrongUse(spec, "--jwt: " + Objects.requireNonNull(e.getMessage()));
    }
  }

  private JwtSettings settings() {
    return new JwtSettings(
        issuer,
        audience,
        address(),
        algorithms.isEmpty() ? JwtSettings.USUAL_ALGORITHMS : algorithms,
        readScope,
        writeScope);
  }

  private URI address() {
    if (keys.startsWith("https:") || keys.startsWith("http:")) {
      return URI.create(keys);
    }
    Path file = Path.of(keys);
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException("the file of the keys cannot be read");
    }
    return file.toUri();
  }
}
